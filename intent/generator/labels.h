// `where: {label: value}`: what a rack must carry to be meant.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

bool has_labels(const WorkRack& rack, const std::map<std::string, std::string>& wanted);

}  // namespace colo::generator
