// Exceptions that should have ended by now.
#pragma once

#include "intent/definition/site.h"

namespace colo::definition {

/// Warns of each exception whose last day is before `today`, a day such as `2027-06-30`.
void warn_of_past(const Site& site, std::string_view today, Diagnostics& out);

}  // namespace colo::definition
