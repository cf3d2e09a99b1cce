#include "intent/generator/host_room.h"

#include <algorithm>

namespace colo::generator {

using definition::GatewayKind;

namespace {

constexpr Bits128 far_beyond = Bits128{1} << 62;  // offsets stay in what a signed number holds

}  // namespace

Room room_of(const WorkNetwork& network, const IpPrefix& prefix) {
    Room room;
    const auto size = static_cast<std::int64_t>(std::min(prefix.size(), far_beyond));
    const bool whole = network.entry->host_routes || prefix.host_bits() <= 1;
    const bool broadcast = prefix.family() == Family::ipv4 && !whole;
    const std::int64_t lowest = whole ? 0 : 1;
    const std::int64_t highest = size - (broadcast ? 2 : 1);
    room.first = lowest + network.entry->reserve.first;
    if (network.entry->host_routes) room.first = std::max<std::int64_t>(room.first, 1);
    room.last = highest - network.entry->reserve.last;
    if (network.entry->gateway.kind != GatewayKind::none)
        room.gateway = network.entry->gateway.address == definition::Edge::first ? lowest : highest;
    return room;
}

}  // namespace colo::generator
