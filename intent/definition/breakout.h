// Ports of a model that are broken out into lanes, and neighbours that run at one speed.
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/definition/hardware.h"
#include "intent/definition/standard.h"

namespace colo::definition {

/// Puts lanes in the place of the ports that `breakout` names, each breakout a port group in lane
/// order. Lane 1 has the port's index.
void break_out(Hardware& hardware, const ModelEntry& entry, Diagnostics& out);

/// A port is broken out or whole: no other port group may hold lanes.
void check_whole(const Hardware& hardware, const ModelEntry& entry, Diagnostics& out);

/// Fills Hardware::same_speed; call it when all ports have their names.
void group_by_speed(Hardware& hardware, const ModelEntry& entry, Diagnostics& out);

}  // namespace colo::definition
