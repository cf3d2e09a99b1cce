// The three groups of a plan, by where it is felt: which lines each one has.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "intent/plan/layout.h"

namespace colo::plan {

/// As many of a kind are listed one by one in the terse view; more are summed up.
inline constexpr std::size_t few = 12;

/// Every change of one impact, one line each, a block for each kind and action.
std::vector<Block> all_blocks(const Plan& plan, Impact impact);

/// The terse view of each impact.
std::vector<Block> hands_blocks(const Plan& plan);
std::vector<Block> push_blocks(const Plan& plan);
std::vector<Block> record_blocks(const Plan& plan);

/// What is pushed of changes that hands have to do with too: they stand among those.
Block also_pushed_block(const Plan& plan);

using ChangeList = std::vector<const Change*>;

/// The changes of an impact that belong together: one kind of object, one action. In the order
/// of the plan's tables, then add, change, remove.
std::vector<ChangeList> runs_of(const Plan& plan, Impact impact);

/// The reason that all of them share; empty when there are several.
std::string common_reason(const ChangeList& changes);

/// Lists each change.
Block listed_block(const Plan& plan, const ChangeList& changes);

/// `480 server-data, 240 bmc`: how many by rule, in natural order of the rules.
std::string counts_by_rule(const ChangeList& changes);

/// ` (feeds, weight_kg)`: the names of the fields that differ; nothing where none do.
std::string field_names(const ChangeList& changes);

/// `ams1-srv-001 ... ams1-srv-240`; one name for one.
std::string span_of_names(const std::string& first, const std::string& last);

}  // namespace colo::plan
