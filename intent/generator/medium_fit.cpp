#include "intent/generator/medium_fit.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::generator {

using definition::MediumEntry;

bool fits(const MediumEntry& medium, const std::string& type) {
    return std::any_of(medium.fits.begin(), medium.fits.end(),
                       [&](const auto& fit) { return *fit == type; });
}

const std::vector<Length>& lengths_of(const Workbench& bench, const MediumEntry& medium) {
    for (const auto* between : {&medium.fibre, &medium.cord})
        if (between->given()) return bench.inputs.standard.media.at(**between).lengths;
    return medium.lengths;
}

std::optional<Length> stocked(const Workbench& bench, const MediumEntry& medium, Length route) {
    std::optional<Length> best;
    for (const Length length : lengths_of(bench, medium))
        if (length >= route && (!medium.longest || length <= *medium.longest) &&
            (!best || length < *best))
            best = length;
    return best;
}

std::string lacks_at(const MediumEntry& medium, const Ends& ends) {
    for (const std::string& type : ends.types)
        if (!fits(medium, type)) return fmt::format("does not fit {}", type);
    if (ends.lane_ends > 1) return "cannot fan out at both ends";
    if (medium.branches.value_or(0) != ends.lanes)
        return medium.branches ? fmt::format("has {} branches, the port {}", *medium.branches,
                                             ends.lanes > 0 ? fmt::format("{} lanes", ends.lanes)
                                                            : "is not broken out")
                               : fmt::format("has no branches, the port has {} lanes", ends.lanes);
    if (medium.speed && ends.slower && *medium.speed > *ends.slower)
        return fmt::format("runs at {}, the slower end at {}", to_text(*medium.speed),
                           to_text(*ends.slower));
    if (medium.speed && ends.wanted && *medium.speed != *ends.wanted)
        return fmt::format("runs at {}, ordered is {}", to_text(*medium.speed),
                           to_text(*ends.wanted));
    return "";
}

std::string lacks_reach(const MediumEntry& medium, Length route) {
    if (!medium.longest || route <= *medium.longest) return "";
    return fmt::format("reaches {}, the route is {}", to_text(*medium.longest), to_text(route));
}

std::string lacks_stock(const Workbench& bench, const MediumEntry& medium, Length route) {
    if (stocked(bench, medium, route)) return "";
    return fmt::format("is not stocked in {} or longer", to_text(route));
}

KeptCable kept_cable(const Workbench& bench, const std::string& id) {
    const std::string* text = bench.ledger.earlier(AllocationKind::length, id);
    if (!text) return {};
    const std::size_t unit_end = text->find(' ', text->find(' ') + 1);
    return {read_length(text->substr(0, unit_end)),
            unit_end == std::string::npos ? "" : text->substr(unit_end + 1)};
}

std::optional<Length> kept_length(const Workbench& bench, const std::string& id,
                                  const MediumEntry& medium, Length reach) {
    const auto kept = kept_cable(bench, id).length;
    if (!kept || *kept < reach) return std::nullopt;
    std::vector<Length> sizes;
    for (const Length length : lengths_of(bench, medium))
        if (length >= reach) sizes.push_back(length);
    std::sort(sizes.begin(), sizes.end());
    const Length most = sizes.empty() ? *kept : sizes[std::min<std::size_t>(2, sizes.size() - 1)];
    return *kept <= most ? kept : std::nullopt;
}

std::string colour_of(const Workbench& bench, const MediumEntry& medium, const PortRef& b) {
    if (!medium.colours.empty() && b.known()) {
        const auto found = medium.colours.find(bench.devices[at(b.device)].scope_feed);
        if (found != medium.colours.end()) return found->second;
    }
    if (medium.colour) return *medium.colour;
    for (const auto* between : {&medium.fibre, &medium.cord})
        if (between->given()) return bench.inputs.standard.media.at(**between).colour.value_or("");
    return "";
}

}  // namespace colo::generator
