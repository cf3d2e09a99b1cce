// Panels and the devices of each role: how many, and what they are called by identity.
#include <fmt/format.h>

#include "intent/generator/labels.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

using definition::Role;

/// One place in which a role has its devices.
struct Scope {
    std::string text;  ///< as it stands in the identity; empty for the site
    int rack = none;
    std::string feed, row, founder;
};

std::vector<Scope> scopes_of(const Workbench& bench, const Role& role) {
    const std::string& per = *role.per;
    std::map<std::string, Scope, NaturalLess> found;
    if (per == "site") return {Scope{}};
    for (const WorkRack& rack : bench.racks) {
        if (!has_labels(rack, role.where)) continue;
        if (per == "rack") {
            found.emplace(rack.id, Scope{rack.id, rack.order, "", "", ""});
        } else if (per == "row") {
            found.emplace(rack.entry->row, Scope{rack.entry->row, none, "", rack.entry->row, ""});
        } else if (per == "feed") {
            for (const std::string& feed : rack.feeds) {
                const std::string text = rack.id + "." + feed;
                found.emplace(text, Scope{text, rack.order, feed, "", ""});
            }
        } else if (const auto group = rack.founders.find(per); group != rack.founders.end()) {
            found.emplace(group->second, Scope{group->second, none, "", "", group->second});
        }
    }
    std::vector<Scope> scopes;
    for (auto& [text, scope] : found) scopes.push_back(std::move(scope));
    return scopes;
}

WorkDevice make_device(Workbench& bench, const std::string& role_name, const Role& role,
                       const Scope& scope, std::int64_t ordinal) {
    WorkDevice device;
    device.id = role_name;
    if (!scope.text.empty()) device.id += "." + scope.text;
    if (ordinal > 0) device.id += "." + std::to_string(ordinal);
    device.role_name = role_name;
    device.scope = scope.text;
    device.scope_rack = scope.rack;
    device.scope_feed = scope.feed;
    device.scope_row = scope.row;
    device.scope_founder = scope.founder;
    device.ordinal = ordinal;
    if (role.redundancy == definition::Redundancy::pair && ordinal > 0)
        device.member = ordinal % 2 == 1 ? 1 : 2;
    const DeviceFacts facts = bench.facts(device);
    device.role = bench.exceptions.role(facts, role);
    device.fixed_number = bench.exceptions.number(facts);
    const auto hardware = bench.inputs.hardware.find(*device.role->model);
    device.hardware = hardware == bench.inputs.hardware.end() ? nullptr : &hardware->second;
    device.platform = device.role->platform.value_or("");
    if (device.role->place) device.face = device.role->place->face;
    return device;
}

void add_device(Workbench& bench, WorkDevice device) {
    device.port_cable.assign(device.hardware->ports.size(), none);
    device.port_interface.assign(device.hardware->ports.size(), none);
    bench.device_index.emplace(device.id, static_cast<int>(bench.devices.size()));
    bench.devices.push_back(std::move(device));
}

void say_alone(Workbench& bench, const WorkDevice& device) {
    const std::int64_t other = device.member == 1 ? device.ordinal + 1 : device.ordinal - 1;
    const std::string stem = device.id.substr(0, device.id.rfind('.') + 1);
    Diagnostic& problem = bench.out.error("pair-incomplete", device.role->at,
                                          fmt::format("{} has no other member", device.id));
    problem.object = device.id;
    problem.detail = {fmt::format(
        "its partner would be {}{}, which is retired, was moved away or is beyond the count", stem,
        other)};
    problem.hint = "give the role an even count, and retire or move both members";
}

/// The first member of the last pair while it waits for its second; none when it is complete.
const WorkDevice* waiting(const Workbench& bench) {
    if (bench.pairs.empty() || bench.pairs.back().devices.size() != 1) return nullptr;
    return &bench.devices[at(bench.pairs.back().devices.front())];
}

/// Members 1 and 2 of a pair are neighbours in ordinal order: 1 and 2, 3 and 4.
void pair_up(Workbench& bench, WorkDevice& device) {
    if (device.member == 0) return;
    const WorkDevice* const first = waiting(bench);
    const bool is_its_second = first && device.member == 2 &&
                               first->role_name == device.role_name &&
                               first->scope == device.scope && first->ordinal + 1 == device.ordinal;
    if (device.member == 2 && !is_its_second) return say_alone(bench, device);
    if (device.member == 1) {
        if (first && first->role_name == device.role_name && first->scope == device.scope)
            say_alone(bench, *first);
        bench.pairs.push_back({"pair." + device.id, 0, {}});
    }
    device.pair = static_cast<int>(bench.pairs.size()) - 1;
    bench.pairs.back().devices.push_back(static_cast<int>(bench.devices.size()));
}

/// A retired ordinal is never used again, not even when its exception has gone.
bool retire(Workbench& bench, const WorkDevice& device) {
    if (!bench.exceptions.is_retired(bench.facts(device)) &&
        !bench.ledger.earlier(AllocationKind::retired, device.id))
        return false;
    if (!bench.ledger.earlier(AllocationKind::retired, device.id))
        bench.ledger.keep(AllocationKind::retired, device.id, "yes");
    return true;
}

/// Members 1-2, 3-4, ... belong together: one of them cannot be retired alone.
void check_pairs(Workbench& bench, const std::string& role, const Scope& scope) {
    const WorkDevice* const first = waiting(bench);
    if (first && first->role_name == role && first->scope == scope.text) say_alone(bench, *first);
}

void make_role(Workbench& bench, const std::string& name, const Role& role) {
    if (!*role.when || !bench.inputs.hardware.contains(*role.model)) return;
    for (const Scope& scope : scopes_of(bench, role)) {
        std::int64_t left = role.count ? **role.count : 1;
        for (std::int64_t i = 1; left > 0; ++i) {
            WorkDevice device = make_device(bench, name, role, scope, role.count ? i : 0);
            if (!device.hardware || (role.count && retire(bench, device))) {
                if (!device.hardware) return;
                continue;
            }
            --left;
            pair_up(bench, device);
            add_device(bench, std::move(device));
        }
        check_pairs(bench, name, scope);
    }
}

void make_panel(Workbench& bench, const std::string& key, const definition::PanelEntry& entry) {
    const auto hardware = bench.inputs.hardware.find(*entry.model);
    if (hardware == bench.inputs.hardware.end()) return;
    const std::size_t slash = key.find('/');
    WorkDevice device;
    device.id = "panel." + key.substr(0, slash) + "." + key.substr(slash + 1);
    device.scope = key.substr(slash + 1);
    device.hardware = &hardware->second;
    device.scope_rack = bench.rack_of(key.substr(0, slash));
    add_device(bench, std::move(device));
}

}  // namespace

void make_devices(Workbench& bench) {
    for (const auto& [id, why] : bench.ledger.all_earlier(AllocationKind::retired))
        bench.ledger.keep(AllocationKind::retired, std::string(id), *why);
    for (const auto& [key, panel] : bench.inputs.site.panels) make_panel(bench, key, panel);
    for (const auto& [name, role] : bench.inputs.standard.roles) make_role(bench, name, role);
}

}  // namespace colo::generator
