// Making a plan for a site: shared by `plan` and `apply`.
#pragma once

#include "intent/plan/plan_file.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

/// The plan from what the store holds to what the definition says; nothing when the inputs are
/// wrong (shown already).
Result<std::optional<plan::Plan>> make_plan_of(const std::string& site_or_file,
                                               const store::Store& store, Console& console);

/// The same, with what a saved plan says beside it: who made it when from what, and until when it
/// may be applied.
Result<std::optional<plan::SavedPlan>> make_plan_to_save(const std::string& site_or_file,
                                                         const store::Store& store,
                                                         std::int64_t seconds_to_expiry,
                                                         Console& console);

}  // namespace colo::tool
