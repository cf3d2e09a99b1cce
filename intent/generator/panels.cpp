// Patched cables: a panel in the rack of each end, and a trunk between the two.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/between.h"
#include "intent/generator/ports.h"

namespace colo::generator {

using definition::Patching;

Panels::Found Panels::find(const Patching& patching, const std::string& way, int from,
                           int to) const {
    Found found;
    if (from == none) {
        found.lacks = "begins outside our racks";
        return found;
    }
    if (from == to) {
        found.lacks = "patches between racks, both ends are in one";
        return found;
    }
    const auto earlier = earlier_.of(way);
    Place a, b;
    if (earlier.size() == 2) {
        a = kept(earlier[0], from, patching, way);
        b = kept(earlier[1], to, patching, way);
    }
    if (a.device == none) a = lowest(from, none, patching, way);
    if (b.device == none) b = lowest(to, a.position, patching, way);
    for (const auto& [place, rack] : {std::pair{a, from}, {b, to}})
        if (place.device == none)
            found.lacks = fmt::format("finds no free port on a {} in rack {}", *patching.role,
                                      bench_.racks[at(rack)].id);
    if (!found.lacks.empty()) return found;
    const Position at_a = ports(a, patching), at_b = ports(b, patching);
    found.through = {{a.device, at_a.front},
                     {a.device, at_a.rear},
                     {b.device, at_b.rear},
                     {b.device, at_b.front}};
    for (const Place& place : {a, b}) {
        const WorkDevice& panel = bench_.devices[at(place.device)];
        found.kept +=
            (found.kept.empty() ? "" : " ") +
            port_place_text(panel.id, group_of(patching, *panel.hardware), place.position + 1);
    }
    return found;
}

/// Panels of the role in a rack, by number.
const std::vector<int>& Panels::in_rack(const std::string& role, int rack) const {
    const auto [found, is_new] = in_rack_.try_emplace({role, rack});
    if (is_new)
        if (const auto all = bench_.devices_of_role.find(role); all != bench_.devices_of_role.end())
            for (const int device : all->second)
                if (bench_.devices[at(device)].rack == rack) found->second.push_back(device);
    return found->second;
}

const std::string& Panels::group_of(const Patching& patching, const Hardware& hardware) {
    return patching.ports.given() ? *patching.ports : hardware.groups.begin()->first;
}

/// A rear port behind several front ones carries them all in one trunk; such a position is left
/// out, for each way has a trunk of its own.
const std::vector<Panels::Position>& Panels::positions(const Hardware& hardware,
                                                       const std::string& group) const {
    const auto [found, is_new] = positions_.try_emplace({&hardware, group});
    if (!is_new || !hardware.groups.contains(group)) return found->second;
    std::map<std::string, int> rears, fronts;
    for (std::size_t i = 0; i < hardware.ports.size(); ++i) {
        const PortSpec& port = hardware.ports[i];
        if (port.table == PortTable::rear_port) rears.emplace(port.name, static_cast<int>(i));
        if (port.table == PortTable::front_port) ++fronts[port.behind];
    }
    for (const int front : hardware.groups.at(group)) {
        const PortSpec& port = hardware.ports[at(front)];
        const auto rear = rears.find(port.behind);
        const bool alone =
            port.table == PortTable::front_port && rear != rears.end() && fronts[port.behind] == 1;
        found->second.push_back(alone ? Position{front, rear->second} : Position{});
    }
    return found->second;
}

Panels::Position Panels::ports(const Place& place, const Patching& patching) const {
    const Hardware& hardware = *bench_.devices[at(place.device)].hardware;
    return positions(hardware, group_of(patching, hardware))[at(place.position)];
}

bool Panels::is_free(const Place& place, const Patching& patching, const std::string& way) const {
    const Position position = ports(place, patching);
    return position.front != none && earlier_.is_free({place.device, position.front}, way) &&
           earlier_.is_free({place.device, position.rear}, way);
}

Panels::Place Panels::kept(const PortRef& front, int rack, const Patching& patching,
                           const std::string& way) const {
    const auto& panels = in_rack(*patching.role, rack);
    if (std::find(panels.begin(), panels.end(), front.device) == panels.end()) return {};
    const Hardware& hardware = *bench_.devices[at(front.device)].hardware;
    const auto& all = positions(hardware, group_of(patching, hardware));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Place place{front.device, static_cast<int>(i)};
        if (all[i].front == front.port && is_free(place, patching, way)) return place;
    }
    return {};
}

/// The position wanted, where a panel has it free; else the lowest.
Panels::Place Panels::lowest(int rack, int wanted, const Patching& patching,
                             const std::string& way) const {
    Place best;
    for (const int device : in_rack(*patching.role, rack)) {
        const Hardware& hardware = *bench_.devices[at(device)].hardware;
        const int size = static_cast<int>(positions(hardware, group_of(patching, hardware)).size());
        if (wanted != none && wanted < size && is_free({device, wanted}, patching, way))
            return {device, wanted};
        for (int i = 0; i < size && best.device == none; ++i)
            if (is_free({device, i}, patching, way)) best = {device, i};
        if (wanted == none && best.device != none) break;
    }
    return best;
}

}  // namespace colo::generator
