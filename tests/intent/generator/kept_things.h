// What of an intent must never move by itself, to compare two of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/model/intent.h"

namespace colo::tests {

/// By identity: a device's name, number, rack and unit; a cable's label, ports and length;
/// prefixes, addresses and VLAN ids.
inline std::map<std::string, std::string> kept_things(const Intent& intent) {
    std::map<std::string, std::string> things;
    for (const Device& device : intent.devices) {
        const std::string rack = device.rack ? device.rack->value : "";
        things["device " + device.id.value] = device.name + " " + std::to_string(device.number) +
                                              " " + rack + " " +
                                              std::to_string(device.unit.value_or(0));
    }
    for (const Cable& cable : intent.cables)
        things["cable " + cable.id.value] =
            cable.label + " " + cable.a.port.value_or(PortId()).value + " " +
            cable.b.port.value_or(PortId()).value + " " + std::to_string(cable.length.value);
    for (const Prefix& prefix : intent.prefixes)
        things["prefix " + prefix.id.value] = to_text(prefix.prefix);
    for (const Address& address : intent.addresses)
        things["address " + address.id.value] = to_text(address.address);
    for (const Vlan& vlan : intent.vlans)
        things["vlan " + vlan.id.value] = std::to_string(vlan.vid);
    return things;
}

/// The things in both that differ, with what they were and are.
inline std::vector<std::string> moved(const Intent& before, const Intent& after) {
    const auto old_things = kept_things(before), new_things = kept_things(after);
    std::vector<std::string> names;
    for (const auto& [name, value] : old_things)
        if (const auto found = new_things.find(name);
            found != new_things.end() && found->second != value)
            names.push_back(name + ": " + value + " -> " + found->second);
    return names;
}

}  // namespace colo::tests
