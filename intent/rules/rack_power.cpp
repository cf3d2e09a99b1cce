#include "intent/rules/rack_power.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "intent/base/flat_map.h"

namespace colo::rules {

namespace {

using Cord = std::pair<std::string_view, std::string_view>;  // device and feed

/// The feeds that each device's inlets hang on.
class Cords {
public:
    explicit Cords(const Intent& intent) {
        for (const PowerPort& inlet : intent.power_ports)
            if (inlet.feed) cords_.emplace_back(inlet.device.value, *inlet.feed);
        if (!std::is_sorted(cords_.begin(), cords_.end(), by_device))
            std::stable_sort(cords_.begin(), cords_.end(), by_device);
        for (const Cord& cord : cords_)
            ++ranges_.try_emplace(cord.first, &cord, 0).first.value().second;
    }

    std::span<const Cord> of(const Device& device) const {
        const auto found = ranges_.find(device.id.value);
        if (found == ranges_.end()) return {};
        return {found.value().first, found.value().second};
    }

private:
    static bool by_device(const Cord& a, const Cord& b) { return a.first < b.first; }

    std::vector<Cord> cords_;  // by device
    FlatMap<std::string_view, std::pair<const Cord*, std::size_t>> ranges_;
};

Power draw_of(const Device& device, const std::string& basis) {
    const auto& first = basis == "typical" ? device.typical : device.maximum;
    const auto& second = basis == "typical" ? device.maximum : device.typical;
    return first ? *first : second.value_or(Power{});
}

/// The places of the feeds that something hangs on.
std::vector<std::size_t> places(const std::vector<std::string>& feeds,
                                std::span<const Cord> cords) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < feeds.size(); ++i)
        if (std::any_of(cords.begin(), cords.end(),
                        [&](const Cord& cord) { return cord.second == feeds[i]; }))
            out.push_back(i);
    return out;
}

std::int64_t room_in(const RackPower& rack, const Constraints& constraints, const Device& like,
                     Power draw) {
    const Power spare = rack.spare_with_a_feed_lost();
    if (spare.value < draw.value || draw.value <= 0) return 0;
    const auto reserved = constraints.reserved.find(rack.contents.rack->id);
    const UnitMap units(rack.contents, reserved == constraints.reserved.end()
                                           ? std::vector<ReservedUnits>{}
                                           : reserved->second);
    const std::int64_t by_power = spare.value / draw.value;
    return stands_on_units(like) ? std::min(by_power, units.room_for(like)) : by_power;
}

}  // namespace

Power RackPower::share(const Consumer& consumer, std::size_t feed,
                       std::optional<std::size_t> lost) {
    const auto has = [&](std::size_t one) {
        return std::binary_search(consumer.feeds.begin(), consumer.feeds.end(), one);
    };
    if (!has(feed)) return {};
    const std::size_t left = consumer.feeds.size() - (lost && has(*lost) ? 1 : 0);
    return consumer.draw / static_cast<std::int64_t>(left);
}

Power RackPower::load(std::size_t feed, std::optional<std::size_t> lost) const {
    Power sum;
    for (const Consumer& consumer : consumers) sum += share(consumer, feed, lost);
    return sum;
}

std::vector<Part<Power>> RackPower::parts(std::size_t feed, std::optional<std::size_t> lost) const {
    std::vector<Part<Power>> out;
    for (const Consumer& consumer : consumers)
        out.push_back({consumer.device, share(consumer, feed, lost)});
    return out;
}

Power RackPower::spare_with_a_feed_lost() const {
    Power least{feeds.empty() ? 0 : std::numeric_limits<std::int64_t>::max()};
    for (std::size_t feed = 0; feed < feeds.size(); ++feed) {
        least = std::min(least, capacity[feed] - load(feed, std::nullopt));
        for (std::size_t lost = 0; lost < feeds.size(); ++lost)
            if (lost != feed) least = std::min(least, capacity[feed] - load(feed, lost));
    }
    return least;
}

std::vector<RackPower> power_of_racks(const Intent& intent, const Constraints& constraints,
                                      const std::string& basis) {
    const Cords cords(intent);
    std::vector<RackPower> out;
    for (RackContents& contents : contents_of_racks(intent)) {
        RackPower rack{std::move(contents), {}, {}, {}};
        for (const auto& [name, feed] : rack.contents.rack->feeds) {
            rack.feeds.push_back(name);
            rack.capacity.push_back(feed.capacity);
        }
        for (const Device* device : rack.contents.devices) {
            if (constraints.power_sources.count(device->id) > 0) continue;
            Consumer consumer{device, draw_of(*device, basis),
                              places(rack.feeds, cords.of(*device))};
            if (!consumer.feeds.empty()) rack.consumers.push_back(std::move(consumer));
        }
        out.push_back(std::move(rack));
    }
    return out;
}

Room room_elsewhere(const std::vector<RackPower>& racks, const Constraints& constraints,
                    const RackId& except, const Device& like, Power draw, std::int64_t wanted) {
    Room best;
    for (const RackPower& rack : racks) {
        if (rack.contents.rack->id == except) continue;
        const std::int64_t room = room_in(rack, constraints, like, draw);
        if (room > best.count) best = {rack.contents.rack->name, room};
        if (best.count >= wanted) break;
    }
    return best;
}

}  // namespace colo::rules
