// The fields of a standard's addressing: networks, AS numbers, sessions, names.
#pragma once

#include "intent/definition/standard_fields.h"

namespace colo::definition {

template <>
struct Reads<Term> {
    static Term read(const Node& node, Diagnostics& out) {
        Term term{node.at, {}};
        const Node* sum = node.is_map() && node.entries.size() == 1 ? node.find("sum") : nullptr;
        term.sum = read_value<std::vector<TermPart>>(sum ? *sum : node, out);
        return term;
    }
};

template <class F>
void describe_fields(F& field, FamilyUse& f) {
    field.optional("within", f.within, "the pool that a prefix is carved from");
    field.optional("whole", f.whole, "the pool that is used as one prefix");
    field.optional("size", f.size, "prefix length");
    field.optional("prefix", f.prefix, "said outright; only in an exception");
    field.optional("nth", f.nth, "which block of the pool, counted from 0");
    field.needs("within", "size");
}

template <class F>
void describe_fields(F& field, Gateway& g) {
    field.optional("on", g.on, "the devices that are the gateway");
    field.optional("kind", g.kind, "none, anycast, vrrp or single");
    field.optional("address", g.address, "first or last of the prefix");
}

template <class F>
void describe_fields(F& field, Reserve& r) {
    field.optional("first", r.first, "this many first addresses are never handed out",
                   not_negative);
    field.optional("last", r.last, "this many last addresses are never handed out", not_negative);
    field.optional("for", r.for_, "what they are kept for");
}

template <class F>
void describe_fields(F& field, NetworkScope& s) {
    field.optional("pair", s.pair, "one for each redundancy pair of this role");
    field.optional("cabling", s.cabling, "one for each cable, or bundle, of this rule");
    field.optional("circuit", s.circuit, "one for each circuit of this kind");
}

template <class F>
void describe_fields(F& field, VlanChoice& v) {
    field.optional("range", v.range, "the lowest free VLAN id of these");
}

template <class F>
void describe_fields(F& field, Network& n) {
    field.optional("per", n.per, "what there is one network for");
    field.optional("ipv4", n.ipv4, "its IPv4 prefix; none: no IPv4");
    field.optional("ipv6", n.ipv6, "its IPv6 prefix; none: no IPv6");
    field.optional("members", n.members, "the ports that have an address in it");
    field.optional("interface", n.interface, "a virtual interface, made on each device");
    field.optional("host", n.host, "the host's offset in the prefix");
    field.optional("unique", n.unique, "false: the prefix may recur");
    field.optional("host-routes", n.host_routes, "addresses are /32 and /128");
    field.optional("lower", n.lower, "which end takes the lower address");
    field.optional("gateway", n.gateway, "who routes for it");
    field.optional("reserve", n.reserve, "addresses that are never handed out");
    field.optional("vlan", n.vlan, "its VLAN id, or a range to take one from");
    field.optional("vrf", n.vrf, "its routing table; none: the default one");
    field.optional("from-circuit", n.from_circuit, "prefix and peer come from the circuit");
    field.optional("optional", n.optional, "a circuit without an address makes no network");
    field.asks("from-circuit", "per", "circuit");
}

template <class F>
void describe_fields(F& field, AsnRule& a) {
    field.optional("members", a.members, "devices that have this AS number");
    field.optional("per", a.per, "one for each");
    field.optional("value", a.value, "the number itself", as_numbers);
    field.optional("range", a.range, "numbers to take from");
    field.optional("nth", a.nth, "which of the range, counted from 0");
}

template <class F>
void describe_fields(F& field, SessionOver& s) {
    field.optional("cabling", s.cabling, "between the ends of each cable of a rule");
    field.optional("network", s.network, "between the members of each network");
    field.optional("circuit", s.circuit, "with the peer of each circuit");
}

template <class F>
void describe_fields(F& field, SessionOn& s) {
    field.required("network", s.network, "networks whose addresses are used");
}

template <class F>
void describe_fields(F& field, SessionRule& s) {
    field.required("kind", s.kind, "ebgp or ibgp");
    field.optional("over", s.over, "the cables, networks or circuits it runs over");
    field.optional("between", s.between, "every pair of these devices");
    field.optional("and", s.and_, "with each of these");
    field.optional("on", s.on, "whose addresses are used");
    field.optional("families", s.families, "default: both stacks");
    field.optional("remote-asn", s.remote_asn, "from-circuit");
}

template <class F>
void describe_fields(F& field, Dns& d) {
    field.optional("zone", d.zone, "template of the zone");
    field.optional("record", d.record, "template of a device's own name");
    field.others(d.of_groups);
}

template <class F>
void describe_fields(F& field, Spare& s) {
    field.optional("percent", s.percent, "share of what is built in", not_negative);
    field.optional("each-length", s.each_length, "of each length at least", not_negative);
}

template <class F>
void describe_fields(F& field, Capability& c) {
    field.required("name", c.name, "what can be asked for");
    field.optional("when", c.when, "offered if this is true");
}

template <class F>
void describe_fields(F& field, Standard& s) {
    field.required("format", s.format, "colo-standard/1", standard_format);
    field.required("standard", s.name, "its name");
    field.required("version", s.version, "its version: published ones never change");
    field.optional("extends", s.extends, "NAME VERSION that this one states the difference to",
                   NameAndVersion{});
    field.optional("remove", s.remove, "entries of that version which are dropped: roles.leaf");
    field.optional("description", s.description, "what it builds, in a line");
    field.optional("capabilities", s.capabilities, "what other teams may ask for");
    field.optional("survives", s.survives, "feed, rack or roles: any one of them may be lost");
    field.optional("parameters", s.parameters, "what a site may set");
    field.optional("groups", s.groups, "racks that share something");
    field.required("models", s.models, "hardware, and where vendors' port names stand");
    field.required("roles", s.roles, "the devices of a site");
    field.optional("power", s.power, "how inlets get outlets");
    field.optional("circuits", s.circuits, "kinds of circuit a site may have");
    field.optional("media", s.media, "cables and transceivers");
    field.optional("routes", s.routes, "geometry that rack types do not give");
    field.optional("cabling", s.cabling, "which ports are cabled to which");
    field.optional("pools", s.pools, "address space, carved once");
    field.optional("networks", s.networks, "prefixes, addresses, VLANs, gateways");
    field.optional("asns", s.asns, "AS numbers");
    field.optional("sessions", s.sessions, "routing sessions");
    field.optional("dns", s.dns, "names of addresses");
    field.optional("spares", s.spares, "kept in stock");
    field.optional("sheets", s.sheets, "how build sheets are made");
    field.needs("remove", "extends");
    field.optional("moved", s.moved, "what this version calls otherwise than those below it");
}

}  // namespace colo::definition
