#include "intent/exporters/rack_layout.h"

#include <iterator>
#include <tuple>

namespace colo::exporters {

namespace {

/// The half units that are taken on both faces.
struct Taken {
    std::vector<bool> front, rear;

    std::vector<bool>& on(Face face) { return face == Face::front ? front : rear; }

    /// Also when it reaches beyond the rack.
    bool any(const Seen& seen, bool also_other_face) {
        const Face face = seen.device->face;
        const Face other = face == Face::front ? Face::rear : Face::front;
        for (std::int64_t at = seen.bottom; at < seen.bottom + seen.height; ++at) {
            const auto index = static_cast<std::size_t>(at);
            if (index >= front.size() || on(face)[index]) return true;
            if (also_other_face && on(other)[index]) return true;
        }
        return false;
    }

    void take(const Seen& seen, Face face) {
        for (std::int64_t at = seen.bottom; at < seen.bottom + seen.height; ++at)
            on(face)[static_cast<std::size_t>(at)] = true;
    }
};

Seen seen_of(const Device& device, Taken& taken) {
    Seen seen{&device, (*device.unit - 1) * 2, std::max<std::int64_t>(device.height.value, 1)};
    Seen above = seen;
    ++above.bottom;
    const bool is_full = device.depth == Depth::full;
    if (seen.height % 2 == 1 && taken.any(seen, is_full) && !taken.any(above, is_full))
        return above;
    return seen;
}

void add(RackLayout& out, Taken& taken, Seen seen) {
    const bool is_front = seen.device->face == Face::front;
    taken.take(seen, seen.device->face);
    (is_front ? out.front : out.rear).push_back(seen);
    if (seen.device->depth != Depth::full) return;
    seen.from_behind = true;
    taken.take(seen, is_front ? Face::rear : Face::front);
    (is_front ? out.rear : out.front).push_back(seen);
}

std::vector<bool> free_units_of(const std::vector<bool>& taken, const Rack& rack) {
    std::vector<bool> out;
    for (std::size_t at = 0; at + 1 < taken.size(); at += 2)
        out.push_back(!taken[at] && !taken[at + 1]);
    for (const ReservedUnits& units : reserved_units(rack))
        for (std::int64_t unit = units.first; unit <= units.last; ++unit)
            out[static_cast<std::size_t>(unit - 1)] = false;
    return out;
}

void hang(RackLayout& out, const Rack& rack, const std::vector<const Device*>& strips,
          const Places& places) {
    std::vector<const Device*> others;
    for (const Device* strip : strips) {
        const auto name = places.feed(*strip);
        const auto feed = name ? rack.feeds.find(*name) : rack.feeds.end();
        if (feed == rack.feeds.end())
            others.push_back(strip);
        else if (std::distance(rack.feeds.begin(), feed) % 2 == 0)
            out.left.push_back(strip);
        else
            out.right.push_back(strip);
    }
    for (const Device* other : others)
        (out.left.size() <= out.right.size() ? out.left : out.right).push_back(other);
}

}  // namespace

std::vector<ReservedUnits> reserved_units(const Rack& rack) {
    std::vector<ReservedUnits> out;
    for (ReservedUnits units : rack.reserved) {
        units.first = std::max<std::int64_t>(units.first, 1);
        units.last = std::min(units.last, rack.units);
        if (units.first <= units.last) out.push_back(std::move(units));
    }
    return out;
}

FreeUnits RackLayout::free_units() const {
    FreeUnits out;
    for (std::size_t i = 0; i < front_free.size(); ++i) {
        if (front_free[i] && rear_free[i]) ++out.both;
        if (front_free[i] && !rear_free[i]) ++out.front_only;
        if (!front_free[i] && rear_free[i]) ++out.rear_only;
    }
    return out;
}

RackLayout rack_layout(const Rack& rack, std::vector<const Device*> devices, const Places& places) {
    std::sort(devices.begin(), devices.end(), [](const Device* a, const Device* b) {
        return std::tie(a->unit, a->id) < std::tie(b->unit, b->id);
    });
    RackLayout out;
    const auto half_units = static_cast<std::size_t>(std::max<std::int64_t>(rack.units, 0)) * 2;
    Taken taken{std::vector<bool>(half_units), std::vector<bool>(half_units)};
    std::vector<const Device*> strips;
    for (const Device* device : devices) {
        if (device->parent) continue;  // inside another
        if (!device->unit) {
            strips.push_back(device);
            continue;
        }
        const Seen seen = seen_of(*device, taken);
        if (taken.any(seen, device->depth == Depth::full))
            out.without_room.push_back(device);
        else
            add(out, taken, seen);
    }
    out.front_free = free_units_of(taken.front, rack);
    out.rear_free = free_units_of(taken.rear, rack);
    hang(out, rack, strips, places);
    return out;
}

}  // namespace colo::exporters
