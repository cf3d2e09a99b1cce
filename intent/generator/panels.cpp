// Patched cables: a panel in the rack of each end, and a trunk between the two.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "intent/generator/between.h"

namespace colo::generator {

using definition::Patching;

namespace {

/// The group of front ports: the one that is named, else the only one; nullptr where there is none.
const std::string* group_of(const Patching& patching, const Hardware& hardware) {
    if (patching.ports.given())
        return hardware.groups.contains(*patching.ports) ? &*patching.ports : nullptr;
    return hardware.groups.size() == 1 ? &hardware.groups.begin()->first : nullptr;
}

}  // namespace

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
    Place a = kept(patching, way, 0, from), b = kept(patching, way, 1, to);
    if (a.device == none && b.device == none) std::tie(a, b) = same(patching, way, from, to);
    if (a.device == none) a = lowest(from, b.position, patching, way);
    if (b.device == none) b = lowest(to, a.position, patching, way);
    for (const auto& [place, rack] : {std::pair{a, from}, {b, to}})
        if (place.device == none)
            found.lacks = fmt::format("finds no free port on a {} in rack {}", *patching.role,
                                      bench_.racks[at(rack)].id);
    if (!found.lacks.empty()) return found;
    const Position at_a = positions(patching, a.device)[at(a.position)];
    const Position at_b = positions(patching, b.device)[at(b.position)];
    found.through = {{a.device, at_a.front},
                     {a.device, at_a.rear},
                     {b.device, at_b.rear},
                     {b.device, at_b.front}};
    for (const Place& place : {a, b}) {
        const WorkDevice& panel = bench_.devices[at(place.device)];
        found.kept +=
            (found.kept.empty() ? "" : " ") +
            port_place_text(panel.id, *group_of(patching, *panel.hardware), place.position + 1);
    }
    return found;
}

/// Panels of the role in a rack that can be patched, by number.
const std::vector<int>& Panels::in_rack(const Patching& patching, int rack) const {
    const auto [found, is_new] = in_rack_.try_emplace({&patching, rack});
    if (is_new)
        if (const auto all = bench_.devices_of_role.find(*patching.role);
            all != bench_.devices_of_role.end())
            for (const int device : all->second)
                if (bench_.devices[at(device)].rack == rack &&
                    group_of(patching, *bench_.devices[at(device)].hardware))
                    found->second.push_back(device);
    return found->second;
}

/// A rear port behind several front ones carries them all in one trunk; such a position is left
/// out, for each way has a trunk of its own.
const std::vector<Panels::Position>& Panels::positions(const Hardware& hardware,
                                                       const std::string& group) const {
    const auto [found, is_new] = positions_.try_emplace({&hardware, group});
    if (!is_new) return found->second;
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

const std::vector<Panels::Position>& Panels::positions(const Patching& patching, int device) const {
    const Hardware& hardware = *bench_.devices[at(device)].hardware;
    return positions(hardware, *group_of(patching, hardware));
}

bool Panels::is_free(const Place& place, const Patching& patching, const std::string& way) const {
    const Position position = positions(patching, place.device)[at(place.position)];
    return position.front != none && ports_.is_free_for({place.device, position.front}, way) &&
           ports_.is_free_for({place.device, position.rear}, way);
}

/// Where an earlier plan had one side of the way (0 or 1), if that is still a place for it.
Panels::Place Panels::kept(const Patching& patching, const std::string& way, std::size_t side,
                           int rack) const {
    const std::string* const text = bench_.ledger.earlier(AllocationKind::via, way);
    if (!text) return {};
    const auto places = port_places(*text);
    const auto front = places.size() == 2 ? read_port_place(bench_, places[side]) : std::nullopt;
    if (!front) return {};
    const auto& panels = in_rack(patching, rack);
    if (std::find(panels.begin(), panels.end(), front->device) == panels.end()) return {};
    const auto& all = positions(patching, front->device);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Place place{front->device, static_cast<int>(i)};
        if (all[i].front == front->port && is_free(place, patching, way)) return place;
    }
    return {};
}

/// The lowest position that is free at both ends.
std::pair<Panels::Place, Panels::Place>
Panels::same(const Patching& patching, const std::string& way, int from, int to) const {
    for (const int a : in_rack(patching, from))
        for (int i = 0; i < static_cast<int>(positions(patching, a).size()); ++i) {
            if (!is_free({a, i}, patching, way)) continue;
            for (const int b : in_rack(patching, to))
                if (i < static_cast<int>(positions(patching, b).size()) &&
                    is_free({b, i}, patching, way))
                    return {{a, i}, {b, i}};
        }
    return {};
}

/// The position wanted, where a panel has it free; else the lowest.
Panels::Place Panels::lowest(int rack, int wanted, const Patching& patching,
                             const std::string& way) const {
    Place best;
    for (const int device : in_rack(patching, rack)) {
        const int size = static_cast<int>(positions(patching, device).size());
        if (wanted != none && wanted < size && is_free({device, wanted}, patching, way))
            return {device, wanted};
        for (int i = 0; i < size && best.device == none; ++i)
            if (is_free({device, i}, patching, way)) best = {device, i};
        if (wanted == none && best.device != none) break;
    }
    return best;
}

}  // namespace colo::generator
