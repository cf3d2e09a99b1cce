// What is said of ends of a network that do not get to its gateway: why, and which rule of the
// standard would have to carry it.
#pragma once

#include <string_view>

#include "intent/base/diagnostic.h"
#include "intent/rules/network_paths.h"

namespace colo::rules {

/// Reports the ends of one network (at least one), all in one error. `led` is the network's
/// led_to_gateway().
void say_unreachable(const Subject& subject, const Network& network, const std::vector<bool>& led,
                     const std::vector<const NetworkEnd*>& ends, const char* code,
                     const char* summary, Diagnostics& out);

}  // namespace colo::rules
