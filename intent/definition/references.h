// Every name that a standard or a site uses must be one that exists.
#pragma once

#include <map>

#include "intent/definition/hardware.h"
#include "intent/definition/site.h"

namespace colo::definition {

/// Checks the references inside the standard, and of the site into it. `hardware` holds the models
/// that could be read; what is not there was reported already.
void check_references(const Standard& standard, const Site& site,
                      const std::map<std::string, Hardware>& hardware, Diagnostics& out);

}  // namespace colo::definition
