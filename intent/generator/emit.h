// The parts of emit_hardware, one file each.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

void emit_racks(Workbench& bench);
void emit_devices(Workbench& bench);  ///< devices and their ports
void emit_cables(Workbench& bench);   ///< cables and circuits
void emit_lags(Workbench& bench);     ///< bundles of rules with `lag`

/// Adds an interface that is made, not bought: a loopback, a VLAN interface, a bundle. Returns its
/// place in the intent's interfaces; the one that is there already, if it is.
int add_interface(Workbench& bench, int device, const std::string& name, const std::string& type);

}  // namespace colo::generator
