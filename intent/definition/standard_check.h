// A version of a standard looked at by itself, before any site uses it.
#pragma once

#include "intent/definition/extends.h"

namespace colo::definition {

/// Reads the version with what it extends, and the hardware that its models name; all that is wrong
/// with them is in `out`. Parameters that only a site can set have some value of their type
/// meanwhile, so what follows from values is not looked at: that is for the sites to show.
void check_alone(const Project& project, const StandardRef& version, Sources& sources,
                 Diagnostics& out);

}  // namespace colo::definition
