// Devices that are put into bays of others: sleds, blades.
#pragma once

#include <functional>

#include "intent/generator/workbench.h"

namespace colo::generator {

/// Puts each device whose role says `place: {in}` into a bay: first those that had one, then the
/// others, after all racks are filled. A bay that an earlier plan gave to another device stays its
/// for this plan. `may_stand_in(device, rack)`: whether the device's scope and its pair allow that.
void fill_bays(Workbench& bench, const std::function<bool(const WorkDevice&, int)>& may_stand_in);

/// Whether the device goes into a bay, not into units.
bool goes_into_bay(const WorkDevice& device);

}  // namespace colo::generator
