#include "intent/model/intent.h"

#include <array>

#include "intent/base/order.h"
#include "intent/model/describe.h"

namespace colo {

std::size_t Intent::object_count() const {
    std::size_t count = 0;
    for_each_table(*this, [&](const char*, const auto& table) { count += table.size(); });
    return count;
}

void Intent::sort() {
    for_each_table(*this, [](const char*, auto& table) {
        put_in_order(table, [](const auto& a, const auto& b) { return a.id < b.id; });
    });
}

std::string_view to_text(AllocationKind kind) {
    constexpr std::array<std::string_view, allocation_kinds> names{
        "group", "number", "place", "feed", "from", "to",      "length",
        "label", "prefix", "host",  "vlan", "asn",  "retired", "via"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_text(Face face) { return face == Face::front ? "front" : "rear"; }

std::string_view to_text(Depth depth) {
    switch (depth) {
        case Depth::full: return "full";
        case Depth::half: return "half";
        case Depth::zero: return "zero";
    }
    return "";
}

std::string_view to_text(PanelSide side) { return side == PanelSide::front ? "front" : "rear"; }

std::string_view to_text(CableKind kind) {
    constexpr std::array<std::string_view, 5> names{"data", "management", "console", "power",
                                                    "circuit"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace colo
