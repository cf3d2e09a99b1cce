// Revisions as they are typed and told.
#pragma once

#include <string>
#include <string_view>

#include "intent/base/result.h"
#include "intent/plan/plan.h"
#include "intent/store/store.h"

namespace colo::tool {

/// A revision's number, from 1.
Result<std::int64_t> read_revision(std::string_view said, const std::string& site);

/// `revision 3  2026-02-11T09:42:00Z  engineer-2  CHG-7  "phase 2"`.
std::string line_of(const store::RevisionEntry& entry);

/// The fields that differ, for people: `length 2 m -> 3 m, media dac -> aoc`.
std::string fields_text(const std::vector<plan::FieldChange>& fields);

/// What differs between two sides of which only that is known.
std::vector<plan::Change> changes_between(plan::Base from, plan::Base to);

}  // namespace colo::tool
