// Design rules that a site waives by an exception: what they find is a warning there.
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/model/constraints.h"

namespace colo::rules {

/// Adds `found` to `out`: an error that is waived for its object becomes a warning `waived` with
/// the reason. A waiver that waived nothing is `exception-idle`.
void waive(const Constraints& constraints, const Diagnostics& found, Diagnostics& out);

}  // namespace colo::rules
