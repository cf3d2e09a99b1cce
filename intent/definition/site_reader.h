// Reads a site definition, and checks what can be checked without its standard.
#pragma once

#include "intent/definition/site.h"

namespace colo::definition {

Site read_site(const Node& document, Diagnostics& out);

}  // namespace colo::definition
