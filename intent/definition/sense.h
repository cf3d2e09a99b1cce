// What is well written and still cannot be meant: keys that exclude each other, numbers below zero,
// media that nobody can buy, addresses and AS numbers that are nobody's to give.
#pragma once

#include "intent/definition/hardware.h"
#include "intent/definition/site.h"

namespace colo::definition {

void check_sense(const Standard& standard, const Site& site,
                 const std::map<std::string, Hardware>& hardware, Diagnostics& out);

/// The part about address space, pools and AS numbers.
void check_address_sense(const Standard& standard, const Site& site, Diagnostics& out);

}  // namespace colo::definition
