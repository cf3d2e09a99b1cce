// Devices that are put into bays of others: sleds, blades.
#pragma once

#include <functional>

#include "intent/generator/workbench.h"

namespace colo::generator {

/// Whether a device's scope and its pair allow it in a rack.
using MayStandIn = std::function<bool(const WorkDevice&, int rack)>;

/// Puts each device whose role says `place: {in}` into a bay, after all racks are filled: first
/// where an exception says which, then those that had one, then the others. A bay that an earlier
/// plan gave to another device stays its for this plan.
void fill_bays(Workbench& bench, const MayStandIn& may_stand_in);

/// Whether the device goes into a bay, not into units.
bool goes_into_bay(const WorkDevice& device);

}  // namespace colo::generator
