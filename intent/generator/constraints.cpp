// What the design rules need to know, and where to point when one of them is broken.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

template <class Map>
void note_places(Constraints& constraints, const char* section, const Map& entries) {
    for (const auto& [name, entry] : entries)
        constraints.places.emplace(std::string(section) + "/" + name, entry.at);
}

Medium medium_of(const definition::MediumEntry& entry) {
    Medium medium;
    for (const auto& type : entry.fits) medium.fits.push_back(*type);
    medium.speed = entry.speed;
    medium.longest = entry.longest;
    medium.branches = entry.branches;
    return medium;
}

Body body_of(const Hardware& hardware) {
    Body body{hardware.known_depth, hardware.airflow, hardware.rails_from, hardware.rails_to, {}};
    for (const std::vector<int>& block : hardware.same_speed) {
        std::vector<std::string>& names = body.same_speed.emplace_back();
        for (const int port : block) names.push_back(hardware.ports[at(port)].name);
    }
    return body;
}

/// What networks and the cables between them must do.
void gather_networks(Workbench& bench) {
    Constraints& constraints = bench.constraints;
    for (const auto& [name, network] : bench.inputs.standard.networks) {
        if (network.gateway.kind != definition::GatewayKind::none)
            constraints.gateway_networks.insert(name);
        if (is_management(bench.inputs, name)) constraints.management_networks.insert(name);
    }
    for (const auto& [name, rule] : bench.inputs.standard.cabling)
        for (const auto& network : rule.carries) constraints.carries[name].insert(*network);
    for (const auto& [name, link] : bench.inputs.site.links)
        for (const auto& network : link.carries)
            constraints.carries[fmt::format("{}/{}", definition::rule_of_links, name)].insert(
                *network);
}

std::size_t racks_of_scope(const Workbench& bench, const WorkDevice& device) {
    if (device.scope_rack != none) return 1;
    return static_cast<std::size_t>(
        std::count_if(bench.racks.begin(), bench.racks.end(), [&](const WorkRack& rack) {
            if (!device.scope_row.empty()) return rack.entry->row == device.scope_row;
            if (device.scope_founder.empty()) return true;
            const auto founder = rack.founders.find(*device.role->per);
            return founder != rack.founders.end() && founder->second == device.scope_founder;
        }));
}

/// Whether the members of a pair must stand in two racks: said, or by default where their scope
/// has more than one rack.
bool is_apart(const Workbench& bench, const WorkPair& pair) {
    const WorkDevice& device = bench.devices[at(pair.devices.front())];
    if (device.role->place && device.role->place->apart)
        return *device.role->place->apart == definition::Apart::rack;
    return racks_of_scope(bench, device) > 1;
}

}  // namespace

void gather_constraints(Workbench& bench) {
    Constraints& constraints = bench.constraints;
    const auto& standard = bench.inputs.standard;
    const auto& site = bench.inputs.site;
    for (const auto& [name, entry] : standard.media)
        constraints.media.emplace(name, medium_of(entry));
    for (const auto& [name, role] : standard.roles) {
        if (role.redundancy == definition::Redundancy::pair) constraints.pair_roles.insert(name);
    }
    for (const WorkPair& pair : bench.pairs)
        if (is_apart(bench, pair)) constraints.apart_in_racks.insert(pair.id);
    for (const WorkRack& rack : bench.racks)
        if (rack.entry->single_feed) constraints.single_feed_accepted.insert(RackId(rack.id));
    for (const auto& [name, hardware] : bench.inputs.hardware)
        constraints.bodies.emplace(name, body_of(hardware));
    for (const WorkRack& rack : bench.racks) constraints.posts.emplace(RackId(rack.id), rack.posts);
    gather_networks(bench);
    for (const auto& what : standard.survives) constraints.survives.push_back(*what);
    if (!standard.survives.empty()) constraints.places["survives"] = standard.survives.front().at;
    constraints.places["site"] = site.at;
    if (site.address_space.at.known()) constraints.places["address-space"] = site.address_space.at;
    if (standard.power) constraints.places["cabling/power"] = standard.power->at;
    note_places(constraints, "racks", site.racks);
    note_places(constraints, "panels", site.panels);
    note_places(constraints, "circuits", site.circuits);
    note_places(constraints, "roles", standard.roles);
    note_places(constraints, "models", standard.models);
    note_places(constraints, "cabling", standard.cabling);
    if (!site.links.empty()) constraints.places["cabling/links"] = site.links.begin()->second.at;
    note_places(constraints, "media", standard.media);
    note_places(constraints, "pools", standard.pools);
    note_places(constraints, "networks", standard.networks);
    note_places(constraints, "asns", standard.asns);
    note_places(constraints, "sessions", standard.sessions);
}

}  // namespace colo::generator
