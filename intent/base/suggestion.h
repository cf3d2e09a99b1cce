// What to say to somebody who named a thing that is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace colo {

/// A hint: `did you mean leaf?`, else `there is leaf, spine` where that is a short list, else
/// nothing. The candidates are shown in their order.
std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

/// The names of a map's entries, in its order.
template <class Map>
std::vector<std::string> names_of(const Map& map) {
    std::vector<std::string> names;
    for (const auto& entry : map) names.push_back(entry.first);
    return names;
}

}  // namespace colo
