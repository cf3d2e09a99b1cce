#include <algorithm>

#include "intent/model/describe.h"
#include "tools/colo/explanation.h"

namespace colo::tool {

namespace {

template <class T>
bool holds(const std::vector<T>& table, const std::string& id) {
    const auto found =
        std::lower_bound(table.begin(), table.end(), id,
                         [](const T& a, const std::string& b) { return a.id.value < b; });
    return found != table.end() && found->id.value == id;
}

std::vector<Found> by_identity(const Intent& intent, const std::string& text) {
    std::vector<Found> all;
    for_each_table(intent, [&](const char* name, const auto& table) {
        if (holds(table, text)) all.push_back({name, text});
    });
    return all;
}

std::optional<Found> by_name(const Intent& intent, const std::string& text) {
    for (const Device& device : intent.devices)
        if (device.name == text) return Found{"devices", device.id.value};
    for (const Cable& cable : intent.cables)
        if (cable.label == text) return Found{"cables", cable.id.value};
    for (const Rack& rack : intent.racks)
        if (rack.name == text) return Found{"racks", rack.id.value};
    for (const Address& address : intent.addresses)
        if (to_text(address.address) == text || to_text(address.address.address) == text ||
            address.dns_name == text)
            return Found{"addresses", address.id.value};
    for (const Prefix& prefix : intent.prefixes)
        if (to_text(prefix.prefix) == text) return Found{"prefixes", prefix.id.value};
    return std::nullopt;
}

/// The cables of a way through other devices.
std::vector<Found> pieces_of(const Intent& intent, const std::string& way) {
    std::vector<Found> pieces;
    for (const Cable& cable : intent.cables)
        if (cable.path == way) pieces.push_back({"cables", cable.id.value});
    return pieces;
}

}  // namespace

std::vector<Found> find_objects(const Intent& intent, const std::string& text) {
    if (auto found = by_identity(intent, text); !found.empty()) return found;
    if (const auto found = by_name(intent, text)) return {*found};
    if (auto pieces = pieces_of(intent, text); !pieces.empty()) return pieces;
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {};
    const std::string name = text.substr(0, colon), port = text.substr(colon + 1);
    for (const Device& device : intent.devices)
        if (device.name == name)
            for (const char* side : {"", "front/", "rear/"})  // of a panel, as plans print it
                if (auto found = by_identity(intent, device.id.value + ":" + side + port);
                    !found.empty())
                    return found;
    return {};
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
