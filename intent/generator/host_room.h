// Which offsets of a network's prefix may be handed out to hosts.
#pragma once

#include <set>

#include "intent/generator/networks.h"

namespace colo::generator {

/// What may be handed out in a prefix.
struct Room {
    std::int64_t first = 1, last = 0, gateway = -1;
    std::set<std::int64_t> taken, blocked;
    std::int64_t next = 0;

    bool is_free(std::int64_t offset) const {
        return offset >= first && offset <= last && offset != gateway && !taken.contains(offset) &&
               !blocked.contains(offset);
    }
    std::optional<std::int64_t> lowest() {
        for (next = std::max(next, first); next <= last; ++next)
            if (is_free(next)) return next;
        return std::nullopt;
    }
};

/// The room for hosts of a network in one of its prefixes.
Room room_of(const WorkNetwork& network, const IpPrefix& prefix);

}  // namespace colo::generator
