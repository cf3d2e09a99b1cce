#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "intent/generator/placement.h"
#include "intent/model/bay_places.h"

namespace colo::generator {

namespace {

/// Racks of one key are alike: what is wrong is said of the first.
std::vector<ReservedUnits> reserved_of(Workbench& bench, const WorkRack& rack,
                                       bool is_first_of_key) {
    std::vector<ReservedUnits> all;
    for (const auto& [units, why] : rack.entry->reserved) {
        Diagnostics quiet;
        definition::Node node;
        node.kind = definition::Node::Kind::scalar;
        node.text = units;
        const auto range = definition::Scalar<definition::Range>::read(node, quiet);
        if (range && range->first >= 1 && range->last <= rack.units)
            all.push_back({range->first, range->last, why});
        else if (is_first_of_key)
            bench.out
                .error("bad-range", rack.entry->at,
                       fmt::format("reserved {} is not a range of units of rack {}", units,
                                   rack.entry->written))
                .hint = fmt::format("write it like \"1-{}\"", rack.units);
    }
    std::sort(all.begin(), all.end(),
              [](const ReservedUnits& a, const ReservedUnits& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].first <= all[i - 1].last && is_first_of_key)
            bench.out
                .error("bad-range", rack.entry->at,
                       fmt::format("units {} to {} of rack {} are reserved twice", all[i].first,
                                   std::min(all[i].last, all[i - 1].last), rack.entry->written))
                .detail = {fmt::format("for {} and for {}", all[i - 1].why, all[i].why)};
    if (!all.empty()) bench.constraints.reserved[RackId(rack.id)] = all;
    return all;
}

}  // namespace

bool is_powered(const Workbench& bench, const WorkDevice& device) {
    return !bench.is_power_source(device) &&
           std::any_of(device.hardware->ports.begin(), device.hardware->ports.end(),
                       [](const PortSpec& port) { return port.table == PortTable::power_port; });
}

Floor::Floor(Workbench& bench) : bench_(bench) {
    std::set<SourceRange> keys;
    for (const WorkRack& rack : bench.racks) {
        spaces_.emplace_back(rack, reserved_of(bench, rack, keys.insert(rack.entry->at).second));
        power_.emplace_back(rack);
    }
    outlets_.resize(bench.racks.size());
    stock_outlets();
}

/// Every strip's outlets by its rack and feed; the strips hang there whatever is placed later.
void Floor::stock_outlets() {
    for (std::size_t i = 0; i < bench_.devices.size(); ++i) {
        const WorkDevice& device = bench_.devices[i];
        if (device.is_panel() || !bench_.is_power_source(device) || device.scope_rack == none)
            continue;
        const WorkRack& rack = bench_.racks[at(device.scope_rack)];
        bench_.pdus[at(device.scope_rack)][device.scope_feed].push_back(static_cast<int>(i));
        const auto feed = std::find(rack.feeds.begin(), rack.feeds.end(), device.scope_feed);
        for (const auto& group : bench_.inputs.standard.power->from.ports)
            if (const auto ports = device.hardware->groups.find(*group);
                ports != device.hardware->groups.end())
                for (const int port : ports->second)
                    ++outlets_[at(device.scope_rack)][{static_cast<int>(feed - rack.feeds.begin()),
                                                       device.hardware->ports[at(port)].type}];
    }
}

Floor::Draw Floor::draw_of(const WorkDevice& device) const {
    const auto& rule = bench_.inputs.standard.power;
    const auto of = [&](definition::Basis basis) {
        const auto& draw = basis == definition::Basis::maximum ? device.hardware->maximum
                                                               : device.hardware->typical;
        return draw.value_or(Power{});
    };
    if (!rule) return {};
    return {of(rule->budget), of(rule->feed_loss.value_or(rule->budget))};
}

/// Inlet 1 on the first feed, 2 on the second, ...; `balance` takes the emptier feed; a rack with
/// fewer feeds than the device has inlets takes them all in turn.
std::vector<Inlet> Floor::inlets_of(const WorkDevice& device, int rack) const {
    std::vector<Inlet> inlets;
    const WorkRack& at_rack = bench_.racks[at(rack)];
    if (!is_powered(bench_, device) || at_rack.feeds.empty()) return inlets;
    std::vector<int> feeds;
    const bool balance =
        device.role && device.role->feeds.size() == 1 && *device.role->feeds.front() == "balance";
    for (int feed = 0; feed < static_cast<int>(at_rack.feeds.size()); ++feed) feeds.push_back(feed);
    if (balance) {
        const std::string* kept = bench_.ledger.earlier(AllocationKind::feed, device.id);
        const auto found = kept ? std::find(at_rack.feeds.begin(), at_rack.feeds.end(), *kept)
                                : at_rack.feeds.end();
        const int chosen = found != at_rack.feeds.end()
                               ? static_cast<int>(found - at_rack.feeds.begin())
                               : *std::min_element(feeds.begin(), feeds.end(), [&](int a, int b) {
                                     return power_[at(rack)].normal(a) < power_[at(rack)].normal(b);
                                 });
        feeds = {chosen};
    } else if (device.role && !device.role->feeds.empty() && *device.role->feeds.front() != "all") {
        feeds.clear();
        for (const auto& name : device.role->feeds) {
            const auto found = std::find(at_rack.feeds.begin(), at_rack.feeds.end(), *name);
            if (found != at_rack.feeds.end())
                feeds.push_back(static_cast<int>(found - at_rack.feeds.begin()));
        }
        if (feeds.empty()) return inlets;
    }
    for (int port = 0; port < static_cast<int>(device.hardware->ports.size()); ++port)
        if (device.hardware->ports[at(port)].table == PortTable::power_port)
            inlets.push_back({port, feeds[inlets.size() % feeds.size()]});
    return inlets;
}

std::optional<Shortage> Floor::airflow(const WorkDevice& device) const {
    const std::string& flow = device.hardware->airflow;
    const std::string wanted = device.face == Face::front ? "front-to-rear" : "rear-to-front";
    const std::string against = device.face == Face::front ? "rear-to-front" : "front-to-rear";
    if (flow != against) return std::nullopt;
    return Shortage{
        Shortage::Kind::airflow,
        fmt::format("it would blow {}, the {} face wants {}", flow, to_text(device.face), wanted),
        1'000'000'000};
}

std::optional<Shortage> Floor::outlets(const std::vector<Inlet>& inlets, const WorkDevice& device,
                                       int rack) const {
    std::map<std::pair<int, std::string>, int> wanted;
    for (const Inlet& inlet : inlets)
        ++wanted[{inlet.feed, mating_outlet(device.hardware->ports[at(inlet.port)].type)}];
    for (const auto& [what, need] : wanted) {
        const auto found = outlets_[at(rack)].find(what);
        const int have = found == outlets_[at(rack)].end() ? 0 : found->second;
        if (have < need)
            return Shortage{Shortage::Kind::outlets,
                            fmt::format("{} outlet{} {} on feed {}", need - have,
                                        need - have == 1 ? "" : "s",
                                        what.second.empty() ? "that mate" : what.second,
                                        bench_.racks[at(rack)].feeds[at(what.first)]),
                            need - have};
    }
    return std::nullopt;
}

std::optional<Shortage> Floor::power_shortage(const WorkDevice& device, int rack) const {
    if (!is_powered(bench_, device)) return std::nullopt;
    const WorkRack& at_rack = bench_.racks[at(rack)];
    const auto inlets = inlets_of(device, rack);
    if (inlets.empty()) return Shortage{Shortage::Kind::feeds, "a power feed", 1'000'000'000};
    std::set<int> feeds;
    for (const Inlet& inlet : inlets) feeds.insert(inlet.feed);
    if (at_rack.feeds.size() == 1 && inlets.size() > 1 && !at_rack.entry->single_feed)
        return Shortage{Shortage::Kind::feeds, "a second feed (or `single-feed: accepted`)",
                        1'000'000'000};
    if (auto outlet = outlets(inlets, device, rack)) return outlet;
    const Draw draw = draw_of(device);
    return power_[at(rack)].shortage(feeds, draw.budget, draw.failover);
}

int Floor::wanted_unit(const WorkDevice& device, int rack) const {
    const bool from_top = device.role && device.role->place && device.role->place->units &&
                          **device.role->place->units == definition::Units::top;
    return spaces_[at(rack)].find(*device.hardware, device.face, from_top, device.id);
}

std::optional<Shortage> Floor::rails(const WorkDevice& device, int rack) const {
    const Hardware& hardware = *device.hardware;
    const Posts& posts = bench_.racks[at(rack)].posts;
    if (!hardware.rails_from || !hardware.rails_to) return std::nullopt;
    const auto wrong = [&](const std::string& text, std::int64_t size) {
        return Shortage{Shortage::Kind::rails, text, 1'000'000'000 + size};
    };
    if (!posts.rear) return wrong("rear posts for its rails", 1'000'000);
    if (!posts.distance) return std::nullopt;
    const Length over = *posts.distance - *hardware.rails_to;
    const Length under = *hardware.rails_from - *posts.distance;
    if (over.value > 0) return wrong(fmt::format("{} mm of rails", over.value), over.value);
    if (under.value > 0)
        return wrong(fmt::format("{} mm between its posts", under.value), under.value);
    return std::nullopt;
}

/// A free run, and depth for it.
std::optional<Shortage> Floor::units(const WorkDevice& device, int rack, int half_unit) const {
    const RackSpace& space = spaces_[at(rack)];
    const Hardware& hardware = *device.hardware;
    if (half_unit != none && !space.is_free(hardware, device.face, half_unit, device.id))
        return Shortage{Shortage::Kind::unit_taken, fmt::format("U{} is taken", half_unit / 2 + 1),
                        hardware.height.value};
    if (half_unit != none || wanted_unit(device, rack) != none) return std::nullopt;
    if (const auto lacks = space.depth_short(hardware, device.face, device.id))
        return Shortage{Shortage::Kind::depth, fmt::format("{} mm of depth", lacks->value),
                        1'000'000'000 + lacks->value};
    const int freed = space.freed_units(hardware, device.face, device.id);
    return Shortage{
        Shortage::Kind::units,
        fmt::format("{}U in one piece on the {} face ({}U free{})", to_text(hardware.height),
                    to_text(device.face), std::max(space.free_units() - freed, 0),
                    freed > 0
                        ? fmt::format("; {}U freed by this change, free once it is applied", freed)
                        : ""),
        hardware.height.value};
}

std::optional<Shortage> Floor::shortage(const WorkDevice& device, int rack, int half_unit) const {
    const WorkRack& at_rack = bench_.racks[at(rack)];
    const RackSpace& space = spaces_[at(rack)];
    if (device.hardware->depth == Depth::zero) {
        if (space.zero_u_left() == 0) return Shortage{Shortage::Kind::units, "a zero-U slot", 1};
    } else {
        if (auto lacks = units(device, rack, half_unit)) return lacks;
        if (auto against = airflow(device)) return against;
        if (auto reach = rails(device, rack)) return reach;
    }
    const Mass weight = space.weight + device.hardware->weight.value_or(Mass{});
    if (at_rack.max_weight && weight > *at_rack.max_weight)
        return Shortage{Shortage::Kind::weight,
                        fmt::format("{} of weight", to_text(weight - *at_rack.max_weight)),
                        (weight - *at_rack.max_weight).value};
    return power_shortage(device, rack);
}

void Floor::put(int index, int rack, int half_unit) {
    WorkDevice& device = bench_.devices[at(index)];
    device.rack = rack;
    RackSpace& space = spaces_[at(rack)];
    if (device.hardware->depth == Depth::zero) {
        space.take_zero_u();
    } else {
        device.half_unit = half_unit != none ? half_unit : wanted_unit(device, rack);
        space.take(*device.hardware, device.face, device.half_unit);
    }
    space.weight += device.hardware->weight.value_or(Mass{});
    device.inlets = inlets_of(device, rack);
    std::set<int> feeds;
    for (const Inlet& inlet : device.inlets) {
        feeds.insert(inlet.feed);
        --outlets_[at(rack)]
                  [{inlet.feed, mating_outlet(device.hardware->ports[at(inlet.port)].type)}];
    }
    if (feeds.empty()) return;
    const Draw draw = draw_of(device);
    power_[at(rack)].add(feeds, draw.budget, draw.failover);
    if (feeds.size() == 1 && device.inlets.size() == 1)
        bench_.ledger.keep(AllocationKind::feed, device.id,
                           bench_.racks[at(rack)].feeds[at(*feeds.begin())]);
}

std::string place_text(const Workbench& bench, const WorkDevice& device) {
    const std::string& rack = bench.racks[at(device.rack)].id;
    if (device.parent != none)
        return bay_place_text(bench.devices[at(device.parent)].id, device.bay);
    if (device.half_unit == none) return rack + " zero";
    return fmt::format("{} U{} {}U {} {}", rack, to_text(HalfUnits{device.half_unit + 2}),
                       to_text(device.hardware->height), to_text(device.face),
                       to_text(device.hardware->depth));
}

std::optional<KeptPlace> read_place(const std::string& text) {
    std::istringstream words(text);
    KeptPlace place;
    std::string unit, height, face, depth;
    words >> place.rack >> unit >> height >> face >> depth;
    if (unit == "zero") return place;
    if (!unit.starts_with('U') || !height.ends_with('U')) return std::nullopt;
    const auto lowest = read_thousandths(std::string_view(unit).substr(1));
    const auto high = read_thousandths(std::string_view(height).substr(0, height.size() - 1));
    if (!lowest || !high || *lowest < 1000) return std::nullopt;
    place.half_unit = static_cast<int>((*lowest - 1000) / 500);
    place.halves = static_cast<int>(*high / 500);
    place.face = face == "rear" ? Face::rear : Face::front;
    place.full = depth == "full";
    return place;
}

}  // namespace colo::generator
