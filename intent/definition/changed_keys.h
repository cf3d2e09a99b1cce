// The keys in which an entry of a standard says something else than before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/definition/difference.h"

namespace colo::definition {

/// By the name of an entry in the later document, that in the earlier one.
using Renamed = std::map<std::string, std::string>;

/// Maps are looked into, lists and references are not; what a default of the section says anyway,
/// and what is only called otherwise, is no difference. Either may be missing.
std::vector<ChangedKey> changed_keys(const std::string& section, const Node* before,
                                     const Node* after, const Renamed& renamed);

}  // namespace colo::definition
