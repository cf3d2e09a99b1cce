// Every kind of object describes its fields once. JSON, the plan's differences, digests and the
// store's columns are all read from these descriptions.
//
// `describe(visitor, object)` calls `visitor("name", object.field)` for each field, `id` first, in
// the order of the store's columns. `for_each_table(intent, visitor)` calls
// `visitor("racks", intent.racks)` for each table, in the order of colo-intent/1. The object or the
// intent may be const.
#pragma once

#include <concepts>
#include <type_traits>

#include "intent/model/intent.h"

namespace colo {

template <class O, class T>
concept Is = std::same_as<std::remove_const_t<O>, T>;

template <class V, Is<Rack> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("name", o.name), field("row", o.row), field("position", o.position);
    field("units", o.units), field("width_mm", o.width), field("depth_mm", o.depth);
    field("max_weight_kg", o.max_weight), field("weight_kg", o.weight), field("feeds", o.feeds);
    field("reserved", o.reserved);
}

template <class V, Is<Device> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("name", o.name), field("number", o.number), field("role", o.role);
    field("model", o.model), field("device_type", o.device_type), field("platform", o.platform);
    field("rack", o.rack), field("unit", o.unit), field("height_u", o.height);
    field("face", o.face), field("depth", o.depth), field("weight_kg", o.weight);
    field("pair", o.pair), field("serial", o.serial), field("typical_w", o.typical);
    field("maximum_w", o.maximum), field("rule", o.rule), field("parent", o.parent);
    field("bay", o.bay);
}

template <class V, Is<Interface> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("name", o.name), field("type", o.type);
    field("speed_mbps", o.speed), field("mac", o.mac), field("vlan", o.vlan);
    field("tagged_vlans", o.tagged_vlans), field("vrf", o.vrf), field("lag", o.lag);
    field("cable", o.cable), field("management_only", o.management_only);
}

template <class V, Is<PowerPort> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("name", o.name), field("type", o.type);
    field("feed", o.feed), field("cable", o.cable);
}

template <class V, Is<Outlet> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("name", o.name), field("type", o.type);
    field("feed", o.feed), field("phase", o.phase), field("cable", o.cable);
}

template <class V, class O>
    requires Is<O, ConsolePort> || Is<O, ConsoleServerPort>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("name", o.name), field("type", o.type);
    field("cable", o.cable);
}

template <class V, Is<PanelPort> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("name", o.name), field("side", o.side);
    field("through", o.through), field("type", o.type), field("cable", o.cable);
}

template <class V, Is<Cable> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("label", o.label), field("kind", o.kind), field("media", o.media);
    field("length_m", o.length), field("route_length_m", o.route_length);
    field("colour", o.colour), field("assembly", o.assembly), field("a", o.a), field("b", o.b);
    field("rule", o.rule), field("path", o.path);
}

template <class V, Is<Circuit> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("kind", o.kind), field("provider", o.provider);
    field("side", o.side), field("media", o.media), field("speed_mbps", o.speed);
    field("handoff", o.handoff), field("cable", o.cable);
}

template <class V, Is<Vlan> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("vid", o.vid), field("name", o.name), field("scope", o.scope);
    field("rule", o.rule);
}

template <class V, Is<Prefix> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("prefix", o.prefix), field("vrf", o.vrf), field("scope", o.scope);
    field("vlan", o.vlan), field("gateway", o.gateway), field("pool", o.pool);
    field("unique", o.unique), field("rule", o.rule);
}

template <class V, Is<Address> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("address", o.address), field("vrf", o.vrf);
    field("device", o.device), field("interface", o.interface), field("prefix", o.prefix);
    field("shared_by", o.shared_by), field("dns_name", o.dns_name), field("rule", o.rule);
}

template <class V, Is<Asn> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("device", o.device), field("asn", o.asn), field("rule", o.rule);
}

template <class V, Is<Session> O>
void describe(V&& field, O& o) {
    field("id", o.id), field("kind", o.kind), field("a", o.a), field("b", o.b);
    field("rule", o.rule);
}

/// Calls the visitor with each table and its name. `prefix` has one field more in JSON (`family`),
/// which follows from the prefix itself.
template <class V, Is<Intent> I>
void for_each_table(I& intent, V&& table) {
    table("racks", intent.racks), table("devices", intent.devices);
    table("interfaces", intent.interfaces), table("power_ports", intent.power_ports);
    table("outlets", intent.outlets), table("console_ports", intent.console_ports);
    table("console_server_ports", intent.console_server_ports);
    table("panel_ports", intent.panel_ports), table("cables", intent.cables);
    table("circuits", intent.circuits), table("vlans", intent.vlans);
    table("prefixes", intent.prefixes), table("addresses", intent.addresses);
    table("asns", intent.asns), table("sessions", intent.sessions);
}

/// The shapes a described field may have, for visitors to tell apart.
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <class T>
inline constexpr bool is_quantity = false;
template <class Tag>
inline constexpr bool is_quantity<Quantity<Tag>> = true;

}  // namespace colo
