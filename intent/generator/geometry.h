// How far it is from one place to another, along the way a cable takes.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

/// From rack to rack, for choosing what is near: 0 in the same rack, else along the tray.
Length rack_distance(const Workbench& bench, int a, int b);

/// The route of a cable between two ports, slack at both ends included (language.md section 7).
Length route(const Workbench& bench, const PortRef& a, const PortRef& b);

/// The route from a port to a place that is not ours, `beyond` of it outside our racks.
Length route_out(const Workbench& bench, const PortRef& port, Length beyond);

}  // namespace colo::generator
