// Finding objects in the sorted tables of an intent.
#pragma once

#include <algorithm>
#include <concepts>
#include <string_view>
#include <type_traits>
#include <vector>

#include "intent/model/describe.h"

namespace colo::plan {

/// The object with this id in a table sorted by id; null where there is none.
template <class T>
const T* find_by_id(const std::vector<T>& table, std::string_view id) {
    const auto found =
        std::lower_bound(table.begin(), table.end(), id, [](const T& object, std::string_view key) {
            return object.id.value < key;
        });
    return found != table.end() && found->id.value == id ? &*found : nullptr;
}

/// The table of an intent that holds objects of kind T.
template <class T>
const std::vector<T>& table_of(const Intent& intent) {
    const std::vector<T>* found = nullptr;
    for_each_table(intent, [&](const char*, const auto& table) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(table)>, std::vector<T>>)
            found = &table;
    });
    return *found;
}

/// Walks two tables sorted by id side by side: calls `visit(before, after)` once for each id, with
/// null for the side that lacks it.
template <class T, class Visit>
void walk_both(const std::vector<T>& before, const std::vector<T>& after, Visit&& visit) {
    auto left = before.begin();
    auto right = after.begin();
    while (left != before.end() || right != after.end()) {
        const T* const old_one = left != before.end() ? &*left : nullptr;
        const T* const new_one = right != after.end() ? &*right : nullptr;
        const int order = !old_one   ? 1
                          : !new_one ? -1
                                     : old_one->id.value.compare(new_one->id.value);
        visit(order <= 0 ? old_one : nullptr, order >= 0 ? new_one : nullptr);
        if (order <= 0) ++left;
        if (order >= 0) ++right;
    }
}

}  // namespace colo::plan
