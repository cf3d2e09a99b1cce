#include "intent/generator/selection.h"

#include <algorithm>

#include "intent/generator/labels.h"

namespace colo::generator {

namespace {

bool is_named(const Selector& selector, const WorkDevice& device) {
    return selector.device.empty() ||
           std::any_of(selector.device.begin(), selector.device.end(), [&](const auto& pattern) {
               return definition::matches(*pattern, device.id);
           });
}

/// Devices that are named outright need not share anything.
bool has_same(const Selector& selector) { return selector.same.given() && selector.device.empty(); }

}  // namespace

std::vector<int> Selection::devices(const Selector& selector) const {
    std::vector<int> found;
    const auto add_role = [&](const std::vector<int>& of_role) {
        for (const int index : of_role) {
            const WorkDevice& device = bench_.devices[at(index)];
            if (device.rack == none) continue;
            if (!is_named(selector, device)) continue;
            if (selector.member && device.member != *selector.member) continue;
            if (!has_labels(bench_.racks[at(device.rack)], selector.where)) continue;
            found.push_back(index);
        }
    };
    if (selector.any_role() || selector.role.empty()) {
        for (const auto& [name, of_role] : bench_.devices_of_role) add_role(of_role);
        return found;
    }
    std::vector<std::string> roles;
    for (const auto& role : selector.role) roles.push_back(*role);
    std::sort(roles.begin(), roles.end(), natural_less);
    for (const std::string& role : roles)
        if (const auto of_role = bench_.devices_of_role.find(role);
            of_role != bench_.devices_of_role.end())
            add_role(of_role->second);
    return found;
}

std::string Selection::shared_key(const std::string& same, const WorkDevice& device) const {
    const WorkRack& rack = bench_.racks[at(device.rack)];
    if (same == "rack") return rack.id;
    if (same == "row") return rack.entry->row;
    if (same == "pair") return device.pair == none ? "" : std::to_string(device.pair);
    if (same == "feed") return device.scope_feed.empty() ? "" : rack.id + "." + device.scope_feed;
    const auto founder = rack.founders.find(same);
    return founder == rack.founders.end() ? "" : founder->second;
}

const Selection::ByKey& Selection::index(const Selector& selector) const {
    const auto [found, is_new] = indices_.try_emplace(&selector);
    if (is_new)
        for (const int device : devices(selector))
            found
                ->second[has_same(selector) ? shared_key(*selector.same, bench_.devices[at(device)])
                                            : ""]
                .push_back(device);
    return found->second;
}

std::vector<int> Selection::devices_beside(const Selector& selector, int near) const {
    std::string key;
    if (has_same(selector) && near != none) {
        key = shared_key(*selector.same, bench_.devices[at(near)]);
        if (key.empty()) return {};
    }
    const ByKey& by_key = index(selector);
    const auto found = by_key.find(key);
    if (found == by_key.end()) return {};
    std::vector<int> beside = found->second;
    if (selector.not_.given() && near != none)
        std::erase_if(beside, [&](int device) {
            return *selector.not_ == "rack"
                       ? bench_.devices[at(device)].rack == bench_.devices[at(near)].rack
                       : device == near;
        });
    return beside;
}

const std::vector<Selection::GroupPort>& Selection::ports(const Selector& selector,
                                                          const WorkDevice& device) const {
    const auto [found, is_new] = ports_.try_emplace(std::pair(&selector, device.hardware));
    if (!is_new) return found->second;
    for (const auto& group : selector.ports) {
        const auto ports = device.hardware->groups.find(*group);
        if (ports == device.hardware->groups.end()) continue;
        int place = 0;
        for (const int port : ports->second)
            found->second.push_back({&ports->first, ++place, port});
    }
    return found->second;
}

}  // namespace colo::generator
