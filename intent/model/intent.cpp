#include "intent/model/intent.h"

#include <algorithm>
#include <array>

#include "intent/model/describe.h"

namespace colo {

namespace {

/// Objects are large and their ids short: the order is found on pointers, and then each object is
/// moved once to its place.
template <class T>
void sort_by_id(std::vector<T>& table) {
    const auto less = [](const T* a, const T* b) { return a->id < b->id; };
    std::vector<T*> order;
    order.reserve(table.size());
    for (T& object : table) order.push_back(&object);
    if (std::is_sorted(order.begin(), order.end(), less)) return;
    std::sort(order.begin(), order.end(), less);
    for (std::size_t start = 0; start < table.size(); ++start) {
        if (order[start] == nullptr || order[start] == &table[start]) continue;
        T held = std::move(table[start]);  // then round the cycle that ends where it began
        std::size_t gap = start;
        while (order[gap] != &table[start]) {
            const auto from = static_cast<std::size_t>(order[gap] - table.data());
            table[gap] = std::move(table[from]);
            order[gap] = nullptr;
            gap = from;
        }
        table[gap] = std::move(held);
        order[gap] = nullptr;
    }
}

}  // namespace

std::size_t Intent::object_count() const {
    std::size_t count = 0;
    for_each_table(*this, [&](const char*, const auto& table) { count += table.size(); });
    return count;
}

void Intent::sort() {
    for_each_table(*this, [](const char*, auto& table) { sort_by_id(table); });
}

std::string_view to_text(AllocationKind kind) {
    constexpr std::array<std::string_view, allocation_kinds> names{
        "group", "number", "place", "feed", "from", "to",     "length",
        "label", "prefix", "host",  "vlan", "asn",  "retired"};
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
