// Sorting of tables that are nearly in order already, of objects that are costly to move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace colo {

/// Sorts `table`. The order is found on pointers, where what is in order at the front stays and
/// only the rest is sorted and merged in; then each object is moved once to its place.
template <class T, class Less>
void put_in_order(std::vector<T>& table, Less less_of) {
    const auto less = [&](const T* a, const T* b) { return less_of(*a, *b); };
    std::vector<T*> order;
    order.reserve(table.size());
    for (T& object : table) order.push_back(&object);
    const auto rest = std::is_sorted_until(order.begin(), order.end(), less);
    if (rest == order.end()) return;
    std::sort(rest, order.end(), less);
    std::inplace_merge(order.begin(), rest, order.end(), less);

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

}  // namespace colo
