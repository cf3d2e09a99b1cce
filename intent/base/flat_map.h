// A hash map that keeps its entries side by side: for tables of 100,000 texts and more, where each
// entry of std::unordered_map is a visit to memory of its own. Iterators and references die when
// an entry is added.
#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <utility>

namespace colo {

/// Hashes are stored: a text is compared only where its whole hash is equal.
template <class Key, class Value, class Hash = std::hash<Key>>
using FlatMap = tsl::robin_map<Key, Value, Hash, std::equal_to<Key>,
                               std::allocator<std::pair<Key, Value>>, /*StoreHash=*/true>;

}  // namespace colo
