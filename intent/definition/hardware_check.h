// What a hardware file says of itself that cannot all be true: names twice, names that lead
// nowhere.
#pragma once

#include "intent/definition/policy.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

/// Checks a hardware file that was read already: it says its manufacturer and model, no section has
/// two parts of one name, and what its parts refer to is there.
void check_hardware(const Node& document, Policy policy, Diagnostics& out);

}  // namespace colo::definition
