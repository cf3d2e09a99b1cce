// What cables run through (`via`) and what devices are put into (`place: {in}`): every name in them
// must exist, and they must make sense.
#pragma once

#include <map>
#include <string>

#include "intent/definition/hardware.h"
#include "intent/definition/standard.h"

namespace colo::definition {

using HardwareByModel = std::map<std::string, Hardware>;

void check_vias(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out);
void check_bays(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out);
/// One rule, or one role, as an exception varies it.
void check_via(const CablingRule& rule, const Standard& standard, const HardwareByModel& hardware,
               Diagnostics& out);
void check_bays(const Role& role, const Standard& standard, const HardwareByModel& hardware,
                Diagnostics& out);

}  // namespace colo::definition
