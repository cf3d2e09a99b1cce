// What is lost while a plan's changes are made: who is down, who hangs on one path or one feed,
// which circuits are down.
#pragma once

#include "intent/plan/layout.h"
#include "intent/plan/plan.h"

namespace colo::plan {

/// Looks at what stands before, and at each thing that the changes take out of service while it is
/// worked on, by itself. What the goal does not have any more is not missed, and what changes in
/// records only takes nothing out of service. Linear in the intent and in what hangs on what is
/// worked on.
std::vector<Risk> find_risks(const Intent& before, const Intent& after,
                             const std::vector<Change>& changes);

/// The lines of the plan. Terse names what is lost by a few works, and sums up what many alike
/// lose one after the other; full names each device.
Block risk_block(const Plan& plan, View view);

}  // namespace colo::plan
