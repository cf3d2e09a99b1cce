// The steps of generation, in their order. Each fills its part of the workbench and reports all of
// its errors; a step is not run when an earlier one failed.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

void lay_out_racks(Workbench& bench);          ///< racks, their feeds and groups
void make_devices(Workbench& bench);           ///< panels, roles, counts, identities
void find_identity_changes(Workbench& bench);  ///< roles that got or lost their count
void number_devices(Workbench& bench);         ///< numbers of devices and pairs
void name_devices(Workbench& bench);           ///< names
void place_devices(Workbench& bench);          ///< rack, unit and feeds of each device
void lay_cables(Workbench& bench);             ///< circuits and data cables: both ends of each
void cord_power(Workbench& bench);             ///< inlets to outlets
void choose_media(Workbench& bench);           ///< medium, speed, route, length, colour
void label_cables(Workbench& bench);           ///< labels, and the order of the cables' ids
void emit_hardware(Workbench& bench);          ///< racks, devices, ports, cables into the intent
void number_networks(Workbench& bench);        ///< pools, prefixes, VLANs, addresses
void number_routing(Workbench& bench);         ///< AS numbers and sessions
void settle_exceptions(Workbench& bench);      ///< exceptions that met nothing, waivers
void gather_constraints(Workbench& bench);     ///< what the design rules need
void gather_origins(Workbench& bench, Origins& origins);

}  // namespace colo::generator
