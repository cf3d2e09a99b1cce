#include "intent/generator/workbench.h"

#include <algorithm>

#include "intent/model/bay_places.h"

namespace colo::generator {

bool Workbench::is_power_source(const WorkDevice& device) const {
    if (!inputs.standard.power) return false;
    const auto& roles = inputs.standard.power->from.role;
    return std::any_of(roles.begin(), roles.end(),
                       [&](const auto& role) { return *role == device.role_name; });
}

/// `R03 U23 1U front full`, of what it was put into where it was in a bay; nullptr: nowhere.
const std::string* Workbench::stood_at(const std::string& device) const {
    const std::string* const kept = ledger.earlier(AllocationKind::place, device);
    const auto bay = kept ? read_bay_place(*kept) : std::nullopt;
    return bay ? ledger.earlier(AllocationKind::place, bay->parent) : kept;
}

const std::string* Workbench::cable_at(const PortRef& ref) const {
    const int index = devices[at(ref.device)].port_cable[at(ref.port)];
    if (index == none) return nullptr;
    const WorkCable& cable = cables[at(index)];
    for (const WorkPiece& piece : cable.pieces)
        if (piece.a == ref || piece.b == ref) return &piece.id;
    return &cable.id;
}

DeviceFacts Workbench::facts(const WorkDevice& device) const {
    DeviceFacts facts{device.id, device.role_name, "", device.member, ""};
    if (device.pair != none) facts.pair = pairs[at(device.pair)].id;
    if (device.rack != none)
        facts.rack = racks[at(device.rack)].id;
    else if (device.scope_rack != none)
        facts.rack = racks[at(device.scope_rack)].id;
    else if (const std::string* kept = stood_at(device.id))
        facts.rack = kept->substr(0, kept->find(' '));
    else
        facts.rack = device.scope_founder;
    return facts;
}

bool is_management(const Inputs& inputs, const std::string& network) {
    const auto& members = inputs.standard.networks.at(network).members;
    if (!members) return false;
    for (const auto& [name, hardware] : inputs.hardware)
        for (const auto& group : members->ports)
            if (const auto ports = hardware.groups.find(*group); ports != hardware.groups.end())
                for (const int port : ports->second)
                    if (hardware.ports[at(port)].management_only) return true;
    return false;
}

PortId Workbench::port_id(const PortRef& ref) const {
    const WorkDevice& device = devices[at(ref.device)];
    const PortSpec& spec = port(ref);
    if (spec.table == PortTable::front_port) return PortId(device.id + ":front/" + spec.name);
    if (spec.table == PortTable::rear_port) return PortId(device.id + ":rear/" + spec.name);
    return PortId(device.id + ":" + spec.name);
}

}  // namespace colo::generator
