#include "intent/plan/standing.h"

#include <map>
#include <string>
#include <utility>

namespace colo::plan {

namespace {

std::string_view device_at(const CableEnd& end) {
    return end.device ? std::string_view(end.device->value) : std::string_view();
}

void add_once(Standing::Places& to, std::uint32_t place) {
    if (to.empty() || to.back() != place) to.push_back(place);
}

}  // namespace

Standing::Standing(const Intent& intent) : intent_(intent) {
    add_devices();
    add_ways();
}

const Standing::Places& Standing::found(const ByName& map, std::string_view name) {
    static const Places none;
    const auto at = map.find(name);
    return at == map.end() ? none : at->second;
}

void Standing::add_devices() {
    for (std::uint32_t i = 0; i < intent_.devices.size(); ++i) {
        const Device& device = intent_.devices[i];
        devices_.try_emplace(device.id.value, i);
        if (device.pair) pairs_[*device.pair].push_back(i);
        if (device.parent)
            bays_[device.parent->value].push_back(i);
        else if (device.rack)
            racks_[device.rack->value].push_back(i);
    }
    for (std::uint32_t i = 0; i < intent_.power_ports.size(); ++i)
        inlets_[intent_.power_ports[i].device.value].push_back(i);
    for (std::uint32_t i = 0; i < intent_.outlets.size(); ++i)
        outlets_[intent_.outlets[i].device.value].push_back(i);
}

void Standing::add_ways() {
    std::map<std::string_view, Way> of_pieces;
    std::vector<Way> single;
    for (const Cable& cable : intent_.cables)
        if (cable.path)
            of_pieces[*cable.path].pieces.push_back(&cable);
        else
            single.push_back({{&cable}, {}, {}, nullptr});
    for (Way& way : single) add_way(std::move(way));
    for (auto& [path, way] : of_pieces) add_way(std::move(way));
    for (const Circuit& circuit : intent_.circuits)
        if (circuit.cable)
            for (const std::uint32_t way : ways_of_cable(circuit.cable->value))
                ways_[way].circuit = &circuit;
    group_ways();
}

void Standing::add_way(Way way) {
    const auto place = static_cast<std::uint32_t>(ways_.size());
    way.from = device_at(way.first().a);
    way.to = device_at(way.pieces.back()->b);
    for (const Cable* piece : way.pieces) {
        of_cable_[piece->id.value].push_back(place);
        for (const std::string_view device : {device_at(piece->a), device_at(piece->b)})
            if (!device.empty()) add_once(at_device_[device], place);
    }
    ways_.push_back(std::move(way));
}

/// What begins at nothing of ours is a group of its own.
void Standing::group_ways() {
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> numbers;
    for (std::uint32_t way = 0; way < ways_.size(); ++way) {
        auto group = static_cast<std::uint32_t>(groups_.size());
        if (!ways_[way].from.empty())
            group = numbers.try_emplace({ways_[way].from, ways_[way].first().rule}, group)
                        .first->second;
        if (group == groups_.size()) groups_.emplace_back();
        groups_[group].push_back(way);
        group_of_way_.push_back(group);
    }
}

const Device* Standing::device(std::string_view id) const {
    const auto at = devices_.find(id);
    return at == devices_.end() ? nullptr : &intent_.devices[at->second];
}

bool Standing::is_passive(const Device& device) const {
    return !device.parent && inlets(device.id.value).empty() &&
           found(outlets_, device.id.value).empty();
}

}  // namespace colo::plan
