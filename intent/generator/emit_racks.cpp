// Racks with what they carry: weight and the loads of their feeds.
#include <algorithm>
#include <set>

#include "intent/generator/emit.h"

namespace colo::generator {

namespace {

std::set<int> feeds_of(const WorkDevice& device) {
    std::set<int> feeds;
    for (const Inlet& inlet : device.inlets) feeds.insert(inlet.feed);
    return feeds;
}

/// What a device puts on `feed` while `lost` is gone: its draw is shared by what it still has.
Power share(const std::set<int>& feeds, int feed, int lost, Power draw) {
    if (!feeds.contains(feed) || feed == lost) return {};
    const auto left = static_cast<std::int64_t>(feeds.size()) - (feeds.contains(lost) ? 1 : 0);
    return left > 0 ? draw / left : Power{};
}

struct Loads {
    std::vector<Power> typical, maximum;
    std::vector<std::vector<Power>> lost;  ///< [lost feed][feed]
};

Feeds feeds_of(const WorkRack& rack, const Loads& loads) {
    Feeds feeds;
    for (std::size_t f = 0; f < rack.feeds.size(); ++f) {
        Feed feed{rack.capacity[f], loads.typical[f], loads.maximum[f], std::nullopt};
        for (std::size_t lost = 0; lost < rack.feeds.size(); ++lost)
            if (lost != f)
                feed.failover = std::max(feed.failover.value_or(Power{}), loads.lost[lost][f]);
        feeds.emplace(rack.feeds[f], feed);
    }
    return feeds;
}

}  // namespace

void emit_racks(Workbench& bench) {
    std::vector<Loads> loads;
    std::vector<Mass> weights(bench.racks.size());
    for (const WorkRack& rack : bench.racks) {
        const std::vector<Power> zero(rack.feeds.size());
        loads.push_back({zero, zero, std::vector<std::vector<Power>>(rack.feeds.size(), zero)});
    }
    const bool at_typical = bench.intent.head.power_basis.feed_loss == "typical";
    for (const WorkDevice& device : bench.devices) {
        if (device.rack == none || device.parent != none) continue;
        weights[at(device.rack)] += device.hardware->weight.value_or(Mass{});
        const std::set<int> feeds = feeds_of(device);
        const Power typical = device.hardware->typical.value_or(Power{});
        const Power maximum = device.hardware->maximum.value_or(Power{});
        Loads& rack = loads[at(device.rack)];
        for (const int feed : feeds) {
            rack.typical[at(feed)] += share(feeds, feed, none, typical);
            rack.maximum[at(feed)] += share(feeds, feed, none, maximum);
            for (int lost = 0; lost < static_cast<int>(rack.lost.size()); ++lost)
                if (lost != feed)
                    rack.lost[at(lost)][at(feed)] +=
                        share(feeds, feed, lost, at_typical ? typical : maximum);
        }
    }
    for (const WorkRack& from : bench.racks) {
        Rack rack;
        rack.id = RackId(from.id);
        rack.name = from.entry->name;
        rack.row = from.entry->row;
        rack.position = from.position;
        rack.units = from.units;
        rack.width = from.width;
        rack.depth = from.depth;
        rack.max_weight = from.max_weight;
        rack.weight = weights[at(from.order)];
        rack.feeds = feeds_of(from, loads[at(from.order)]);
        if (const auto found = bench.constraints.reserved.find(rack.id);
            found != bench.constraints.reserved.end())
            rack.reserved = found->second;
        bench.intent.racks.push_back(std::move(rack));
    }
}

}  // namespace colo::generator
