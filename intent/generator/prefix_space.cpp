#include "intent/generator/prefix_space.h"

#include <algorithm>

namespace colo::generator {

bool PrefixSpace::take(const IpPrefix& prefix, const std::string& owner) {
    if (overlapping(prefix)) return false;
    taken_.emplace(prefix.network.bits, Taken{prefix, owner});
    return true;
}

bool PrefixSpace::contains(const IpPrefix& prefix) const {
    return std::any_of(roots.begin(), roots.end(),
                       [&](const IpPrefix& root) { return root.contains(prefix); });
}

const std::string* PrefixSpace::holder(const IpPrefix& prefix) const {
    const IpPrefix* found = overlapping(prefix);
    return found ? &taken_.at(found->network.bits).owner : nullptr;
}

std::optional<IpPrefix> PrefixSpace::first_fit(int length) {
    Cursor& cursor = cursors_[length];
    for (; cursor.root < roots.size(); ++cursor.root, cursor.next = 0)
        while (const auto candidate = roots[cursor.root].block(cursor.next, length)) {
            const IpPrefix* in_the_way = overlapping(*candidate);
            if (!in_the_way) return candidate;
            const Bits128 end = in_the_way->network.bits + in_the_way->size();
            const Bits128 step = candidate->size();
            const Bits128 past = end - roots[cursor.root].network.bits;
            cursor.next = std::max(cursor.next + 1, (past + step - 1) / step);
        }
    return std::nullopt;
}

const IpPrefix* PrefixSpace::overlapping(const IpPrefix& prefix) const {
    auto after = taken_.lower_bound(prefix.network.bits);
    if (after != taken_.end() && after->second.prefix.overlaps(prefix))
        return &after->second.prefix;
    if (after == taken_.begin()) return nullptr;
    --after;
    return after->second.prefix.overlaps(prefix) ? &after->second.prefix : nullptr;
}

std::vector<std::pair<IpPrefix, std::string>> PrefixSpace::holders() const {
    std::vector<std::pair<IpPrefix, std::string>> all;
    for (const auto& [first, taken] : taken_) all.emplace_back(taken.prefix, taken.owner);
    return all;
}

}  // namespace colo::generator
