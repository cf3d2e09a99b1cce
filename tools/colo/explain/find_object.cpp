// What a person means by a text.
#include <algorithm>
#include <set>

#include "intent/model/describe.h"
#include "intent/plan/lookup.h"
#include "tools/colo/explain/explaining.h"

namespace colo::tool {

namespace {

std::vector<Found> by_identity(const Intent& intent, const std::string& text) {
    std::vector<Found> all;
    for_each_table(intent, [&](const char* name, const auto& table) {
        if (plan::find_by_id(table, text)) all.push_back({name, text});
    });
    return all;
}

/// All objects that are called so, in the order of the tables.
std::vector<Found> by_name(const Intent& intent, const std::string& text) {
    std::vector<Found> all;
    const auto add = [&](const char* table, const auto& objects, const auto& is_called) {
        for (const auto& object : objects)
            if (is_called(object)) all.push_back({table, object.id.value});
    };
    add("racks", intent.racks, [&](const Rack& rack) { return rack.name == text; });
    add("devices", intent.devices, [&](const Device& device) { return device.name == text; });
    add("cables", intent.cables, [&](const Cable& cable) { return cable.label == text; });
    add("vlans", intent.vlans,
        [&](const Vlan& vlan) { return vlan.name == text || std::to_string(vlan.vid) == text; });
    add("prefixes", intent.prefixes,
        [&](const Prefix& prefix) { return to_text(prefix.prefix) == text; });
    add("addresses", intent.addresses, [&](const Address& address) {
        return to_text(address.address) == text || to_text(address.address.address) == text ||
               address.dns_name == text;
    });
    const std::string asn = text.starts_with("AS") ? text.substr(2) : text;
    add("asns", intent.asns, [&](const Asn& one) { return std::to_string(one.asn) == asn; });
    return all;
}

/// The cables of a way through other devices.
std::vector<Found> pieces_of(const Intent& intent, const std::string& way) {
    std::vector<Found> pieces;
    for (const Cable& cable : intent.cables)
        if (cable.path == way) pieces.push_back({"cables", cable.id.value});
    return pieces;
}

std::vector<Found> port_of(const Intent& intent, const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {};
    const std::string name = text.substr(0, colon), port = text.substr(colon + 1);
    for (const Device& device : intent.devices)
        if (device.name == name || device.id.value == name)
            for (const char* side : {"", "front/", "rear/"})  // of a panel, as plans print it
                if (auto found = by_identity(intent, device.id.value + ":" + side + port);
                    !found.empty())
                    return found;
    return {};
}

std::vector<Found> position(const Intent& intent, const std::string& text) {
    const auto place = read_position(text);
    if (!place) return {};
    for (const Rack& rack : intent.racks)
        if ((rack.id.value == place->first || rack.name == place->first) && place->second >= 1 &&
            place->second <= rack.units)
            return {{"positions", rack.id.value + ":U" + std::to_string(place->second)}};
    return {};
}

}  // namespace

std::vector<Found> find_objects(const Intent& intent, const std::string& text) {
    if (auto found = by_identity(intent, text); !found.empty()) return found;
    if (auto found = by_name(intent, canonical_ip(text)); !found.empty()) return found;
    if (auto pieces = pieces_of(intent, text); !pieces.empty()) return pieces;
    if (auto found = position(intent, text); !found.empty()) return found;
    return port_of(intent, text);
}

bool are_one(const Intent& intent, const std::vector<Found>& found, const std::string& text) {
    if (found.size() < 2) return true;
    const auto all = [&](const auto& holds) {
        return std::all_of(found.begin(), found.end(), holds);
    };
    if (all([&](const Found& one) { return one.id == text; })) return true;
    return all([&](const Found& one) {
        const Cable* cable =
            one.table == "cables" ? plan::find_by_id(intent.cables, one.id) : nullptr;
        const Address* address =
            one.table == "addresses" ? plan::find_by_id(intent.addresses, one.id) : nullptr;
        return (cable && cable->path == text) ||
               (address && (address->shared_by || address->dns_name == text));
    });
}

std::string name_of(const Intent& intent, const Found& found) {
    if (found.table == "devices")
        if (const Device* device = plan::find_by_id(intent.devices, found.id)) return device->name;
    if (found.table == "addresses" || found.table == "asns") {
        const Address* address = plan::find_by_id(intent.addresses, found.id);
        const Asn* asn = plan::find_by_id(intent.asns, found.id);
        if (address) return "of " + address->device.value;
        if (asn) return "of " + asn->device.value;
    }
    if (found.table == "cables")
        if (const Cable* cable = plan::find_by_id(intent.cables, found.id)) return cable->label;
    return "";
}

std::vector<std::string> all_names(const Intent& intent) {
    std::vector<std::string> names;
    for (const Device& device : intent.devices) {
        names.push_back(device.id.value);
        names.push_back(device.name);
    }
    for (const Cable& cable : intent.cables) {
        names.push_back(cable.label);
        names.push_back(cable.id.value);
    }
    for (const Address& address : intent.addresses) names.push_back(address.id.value);
    for (const Rack& rack : intent.racks) names.push_back(rack.id.value);
    for (const Circuit& circuit : intent.circuits) names.push_back(circuit.id.value);
    for (const Vlan& vlan : intent.vlans) names.push_back(vlan.id.value);
    for (const Prefix& prefix : intent.prefixes) names.push_back(prefix.id.value);
    for (const Asn& asn : intent.asns) names.push_back(asn.id.value);
    for (const Session& session : intent.sessions) names.push_back(session.id.value);
    return names;
}

}  // namespace colo::tool
