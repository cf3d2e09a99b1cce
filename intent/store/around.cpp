#include "intent/store/around.h"

#include <algorithm>
#include <charconv>

#include "intent/store/allocations.h"
#include "intent/store/gathering.h"

namespace colo::store {

namespace {

using Ids = std::set<std::string>;

void note(Ids& ids, const std::optional<std::string>& text) {
    if (text) ids.insert(*text);
}
template <class Tag>
void note(Ids& ids, const std::optional<Id<Tag>>& id) {
    if (id) ids.insert(id->value);
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

void add_numbered(Gathering& to, const std::string& text) {
    if (const auto vid = number_in(text)) to.add(&Intent::vlans, "t.vid = :vid", {*vid});
    if (const auto asn = number_in(text.starts_with("AS") ? text.substr(2) : text))
        to.add(&Intent::asns, "t.asn = :asn", {*asn});
}

void add_called(Gathering& to, const std::string& text) {
    to.add(&Intent::racks, "t.name = :name", {text});
    to.add(&Intent::devices, "t.name = :name", {text});
    to.add(&Intent::cables, "t.label = :label", {text});
    to.add(&Intent::cables, "t.path = :path", {text});
    to.add(&Intent::vlans, "t.name = :name", {text});
    const std::string plain = canonical_ip(text);
    to.add(&Intent::prefixes, "t.prefix = :prefix", {plain});
    to.add(&Intent::addresses, "t.address = :address", {plain});
    to.add(&Intent::addresses, "t.address >= :from AND t.address < :to",
           {plain + "/", plain + "0"});  // with any length: '0' follows '/'
    to.add(&Intent::addresses, "t.dns_name = :name", {text});
    add_numbered(to, text);
}

/// Ports of whatever devices were found, by name.
void add_port(Gathering& to, const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return;
    const std::string name = text.substr(0, colon), port = text.substr(colon + 1);
    to.add(&Intent::devices, "t.id = :id", {name});
    to.add(&Intent::devices, "t.name = :name", {name});
    Ids ports;
    for (const Device& device : to.found().devices)
        for (const char* side : {":", ":front/", ":rear/"})
            ports.insert(device.id.value + side + port);
    for (const std::string& id : ports) to.add_identity(id);
}

/// A rack and what stands in it.
void add_unit(Gathering& to, const std::string& text) {
    const std::size_t mark = text.rfind(":U");
    if (mark == std::string::npos || mark == 0) return;
    const std::string name = text.substr(0, mark);
    to.add(&Intent::racks, "t.id = :id", {name});
    to.add(&Intent::racks, "t.name = :name", {name});
    Ids racks;
    for (const Rack& rack : to.found().racks) racks.insert(rack.id.value);
    for (const std::string& rack : racks) to.add(&Intent::devices, "t.rack = :rack", {rack});
}

/// The objects of a table that belong to a device: their identities begin with its own.
database::Parameters parts_of(const std::string& device) { return {device + ":", device + ";"}; }

void add_around_ports(Gathering& to, Ids& devices, Ids& cables) {
    for_each_table(to.found(), [&]<class O>(const char*, const std::vector<O>& ports) {
        if constexpr (requires(const O& port) { port.device, port.cable; })
            for (const O& port : ports) devices.insert(port.device.value), note(cables, port.cable);
    });
    for (const Circuit& circuit : to.found().circuits)
        note(cables, circuit.cable), note(devices, circuit.handoff.device);
    const auto meant = to.found().interfaces;
    for (const Interface& port : meant) {
        database::Parameters with = parts_of(port.device.value);
        with.emplace_back(port.id.value);
        to.add(&Intent::interfaces, "t.id >= :from AND t.id < :to AND t.lag = :lag", with);
        to.add(&Intent::addresses, "t.interface = :interface", {port.id.value});
    }
    for (const Interface& member : to.found().interfaces) note(cables, member.cable);
}

void add_around_devices(Gathering& to, const Ids& meant, Ids& ways) {
    for (const std::string& id : meant) {
        to.add(&Intent::devices, "t.parent = :parent", {id});
        to.add(&Intent::cables, "t.path IS NOT NULL AND t.b_device = :device", {id});
    }
    for (const Cable& cable : to.found().cables) note(ways, cable.path);
}

void add_ends(Gathering& to, Ids& devices) {
    for (const Cable& cable : to.found().cables)
        note(devices, cable.a.device), note(devices, cable.b.device);
    for (const Session& session : to.found().sessions)
        note(devices, session.a.device), note(devices, session.b.device);
    for (const Asn& asn : to.found().asns) devices.insert(asn.device.value);
    for (const Address& address : to.found().addresses) devices.insert(address.device.value);
    for (const Device& device : to.found().devices) note(devices, device.parent);
}

Ids ids_of(const auto& objects) {
    Ids ids;
    for (const auto& object : objects) ids.insert(object.id.value);
    return ids;
}

}  // namespace

Result<Done> gather_around(database::Session& session, const Moment& moment,
                           const std::string& text, Intent& intent) {
    Gathering to(session, moment, intent);
    to.add_identity(text);
    add_called(to, text);
    add_port(to, text);
    const Ids meant = ids_of(intent.devices);

    Ids devices, cables, ways, prefixes;
    add_around_ports(to, devices, cables);
    to.add_ids(&Intent::cables, cables);
    add_around_devices(to, meant, ways);
    for (const std::string& way : ways) to.add(&Intent::cables, "t.path = :path", {way});
    add_ends(to, devices);
    for (const std::string& id : meant) devices.erase(id);
    add_unit(to, text);
    to.add_ids(&Intent::devices, devices);
    for (const Address& address : intent.addresses) prefixes.insert(address.prefix.value);
    to.add_ids(&Intent::prefixes, prefixes);
    return to.finish();
}

Result<Allocations> allocations_about(database::Session& session, const Moment& moment,
                                      const Intent& intent) {
    Ids identities;
    for_each_table(intent, [&]<class O>(const char*, const std::vector<O>& objects) {
        if constexpr (!requires(const O& port) { port.device, port.cable; })
            for (const O& object : objects) identities.insert(object.id.value);
    });
    for (const Cable& cable : intent.cables) note(identities, cable.path);
    for (const Asn& asn : intent.asns)
        for (const Device& device : intent.devices)
            if (device.pair) identities.insert(asn.rule + "/" + *device.pair);
    Ids groups;
    for (const Rack& rack : intent.racks) groups.insert(rack.id.value);
    return read_allocations_of(session, moment, identities, groups);
}

}  // namespace colo::store
