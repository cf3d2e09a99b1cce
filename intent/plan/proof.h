// The proof of what did not move: counts of what is exactly where it was, and a name for each
// thing that is not.
#pragma once

#include "intent/plan/plan.h"

namespace colo::plan {

struct Proof {
    std::vector<Kept> kept;
    std::vector<Moved> moved;  ///< without reasons
};

/// Looks at both intents anew, not at the plan's changes, so that one can be held against the
/// other. What was removed is not kept, and has not moved either.
Proof prove(const Intent& before, const Intent& after);

/// Plural and singular of what Kept and Moved speak of: `rack positions`, `rack position`.
std::string one_of(const std::string& what);

}  // namespace colo::plan
