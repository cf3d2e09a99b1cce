// Ways: cables that lead one after the other through taps and panels.
#pragma once

#include <vector>

#include "intent/model/objects.h"

namespace colo {

/// The cables of a way in their order; of a cable that is no piece of one, itself. `cables` is a
/// table of an intent, sorted by id.
std::vector<const Cable*> way_of(const std::vector<Cable>& cables, const Cable& cable);

}  // namespace colo
