#include "intent/exporters/cabling/cabling_bundles.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "intent/base/names.h"
#include "intent/exporters/cabling/cabling_text.h"

namespace colo::exporters::cabling {

namespace {

struct Crossing {
    const Cable* cable;
    const Rack *a, *b;  ///< outside: null
};

std::vector<Crossing> crossings_of(const Intent& intent, const CableEnds& ends) {
    std::vector<Crossing> out;
    for (const Cable& cable : intent.cables) {
        const Rack *a = ends.rack(cable.a), *b = ends.rack(cable.b);
        if (a != b || !a) out.push_back({&cable, a, b});
    }
    return out;
}

bool stands_before(const Rack* a, const Rack* b) {
    if (a->row != b->row) return natural_less(a->row, b->row);
    if (a->position != b->position) return a->position < b->position;
    return a->id < b->id;
}

}  // namespace

std::string Bundle::what() const {
    return fmt::format("{} x {} {}", cables.size(), media, length_range(cables));
}

std::string Bundle::labels() const {
    std::vector<std::string> out;
    for (const Cable* cable : cables) out.push_back(cable->label);
    return label_ranges(std::move(out));
}

Bundles bundles_of(const Intent& intent, const CableEnds& ends) {
    Bundles out;
    const auto crossings = crossings_of(intent, ends);
    out.cable_count = crossings.size();
    for (const Crossing& one : crossings) {
        for (const Rack* rack : {one.a, one.b}) {
            if (rack)
                out.racks.push_back(rack);
            else
                out.has_outside = true;
        }
        ++out.kinds[one.cable->kind];
    }
    std::sort(out.racks.begin(), out.racks.end(), stands_before);
    out.racks.erase(std::unique(out.racks.begin(), out.racks.end()), out.racks.end());

    std::map<const Rack*, std::size_t> places{{nullptr, out.racks.size()}};
    for (std::size_t i = 0; i < out.racks.size(); ++i) places[out.racks[i]] = i;
    std::map<std::tuple<std::size_t, std::size_t, CableKind, std::string>, Bundle> bundles;
    for (const Crossing& one : crossings) {
        const auto [from, to] = std::minmax(places.at(one.a), places.at(one.b));
        Bundle& bundle = bundles[{from, to, one.cable->kind, one.cable->media}];
        bundle.from = from;
        bundle.to = to;
        bundle.kind = one.cable->kind;
        bundle.media = one.cable->media;
        bundle.cables.push_back(one.cable);
    }
    for (auto& [key, bundle] : bundles) {
        std::stable_sort(
            bundle.cables.begin(), bundle.cables.end(),
            [](const Cable* a, const Cable* b) { return natural_less(a->label, b->label); });
        out.bundles.push_back(std::move(bundle));
    }
    return out;
}

}  // namespace colo::exporters::cabling
