// Making a plan for a site: shared by `plan` and `apply`.
#pragma once

#include "intent/plan/plan.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

/// The plan from what the store holds to what the definition says; nothing when the inputs are
/// wrong (shown already).
Result<std::optional<plan::Plan>> make_plan_of(const std::string& site_or_file,
                                               const store::Store& store, Console& console);

}  // namespace colo::tool
