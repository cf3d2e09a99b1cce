// The example site with gateways: what the rules about ways to them read.
//
// The leafs are the gateway of `servers`, each rack's management switch is one of `management`.
// Strips and management switches have addresses in `management`, too.
#pragma once

#include "tests/intent/example_intent.h"

namespace colo::example {

/// Adds gateways, the VLANs on the ports and the addresses to the example's intent.
void add_gateways(Intent& intent);

/// What the standard says of them.
void add_gateways(Constraints& constraints);

}  // namespace colo::example
