#include "intent/model/cable_ways.h"

#include <algorithm>

namespace colo {

std::vector<const Cable*> way_of(const std::vector<Cable>& cables, const Cable& cable) {
    if (!cable.path) return {&cable};
    std::vector<const Cable*> way;
    const auto comes_before = [](const Cable& one, const std::string& id) {
        return one.id.value < id;
    };
    for (auto one = std::lower_bound(cables.begin(), cables.end(), *cable.path, comes_before);
         one != cables.end() && one->id.value.starts_with(*cable.path); ++one)
        if (one->path == cable.path) way.push_back(&*one);
    if (way.empty()) way.push_back(&cable);
    return way;
}

}  // namespace colo
