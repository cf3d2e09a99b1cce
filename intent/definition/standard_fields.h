// The fields of a standard's entries, with what each means: the reader and the schema use these.
#pragma once

#include "intent/definition/standard.h"

namespace colo::definition {

template <class F>
void describe_fields(F& field, Parameter& p) {
    field.required("type", p.type, "what kind of value a site may set");
    field.optional("default", p.default_value, "used where the site says nothing");
    field.optional("minimum", p.minimum, "the smallest value allowed");
    field.optional("maximum", p.maximum, "the largest value allowed");
    field.optional("one-of", p.one_of, "the only values allowed");
    field.optional("family", p.family, "of a prefix: ipv4 or ipv6");
    field.optional("description", p.description, "what the site chooses with it");
}

template <class F>
void describe_fields(F& field, Group& g) {
    field.required("racks", g.racks, "the most racks that one group holds");
    field.optional("within", g.within, "row or site: which racks may share a group");
    field.optional("where", g.where, "only racks that carry these labels");
}

template <class F>
void describe_fields(F& field, ModuleUse& m) {
    field.required("bay", m.bay, "module bays, as a port list");
    field.required("type", m.type, "Vendor/Model of a module type");
}

template <class F>
void describe_fields(F& field, Draw& d) {
    field.optional("typical", d.typical, "of the whole device in normal work");
    field.optional("maximum", d.maximum, "of the whole device at worst");
}

template <class F>
void describe_fields(F& field, Rails& r) {
    field.required("from", r.from, "the shortest distance between the posts");
    field.required("to", r.to, "the longest distance between the posts");
}

template <class F>
void describe_fields(F& field, Breakout& b) {
    field.required("ports", b.ports, "the ports that are broken out");
    field.required("lanes", b.lanes, "of each port", lanes_of_port);
    field.required("speed", b.speed, "of a lane");
    field.optional("suffix", b.suffix, "names a lane: /{lane}, in place of the port's last /1");
}

template <class F>
void describe_fields(F& field, SameSpeed& s) {
    field.required("ports", s.ports, "ports, of which neighbours belong together");
    field.required("each", s.each, "how many run at one speed", lanes_of_port);
}

template <class F>
void describe_fields(F& field, ModelEntry& m) {
    field.required("device-type", m.device_type, "Vendor/Model of a device type");
    field.optional("modules", m.modules, "what fills the module bays");
    field.optional("ports", m.ports, "port groups: lists of the vendor's port names");
    field.optional("power", m.power, "draw of the whole device");
    field.optional("weight", m.weight, "fills a gap of the device type");
    field.optional("depth", m.depth, "fills a gap of the device type");
    field.optional("airflow", m.airflow, "fills a gap of the device type");
    field.optional("rails", m.rails, "the distances between the posts that its rails reach");
    field.optional("port-side", m.port_side, "the side of the device that its ports are on");
    field.optional("firmware", m.firmware, "wanted versions by component");
    field.optional("supplies", m.supplies, "summed: the draw is that of all inlets", summed);
    field.optional("breakout", m.breakout, "port groups of lanes, into which ports are broken out");
    field.optional("same-speed", m.same_speed, "neighbours that must run at one speed");
}

template <class F>
void describe_fields(F& field, Chassis& c) {
    field.required("role", c.of.role, "devices of these roles", NotEmpty{});
    field.optional("where", c.of.where, "only those in racks that carry these labels");
    field.optional("pick", c.of.pick, "least-used; left out: the first with a free bay");
}

template <class F>
void describe_fields(F& field, Place& p) {
    field.optional("units", p.units, "top, bottom, or zero for zero-U");
    field.optional("order", p.order, "lower is placed earlier");
    field.optional("face", p.face, "the face of the rack it is mounted on");
    field.optional("near", p.near, "what its rack should be near to");
    field.optional("apart", p.apart, "rack, row or none: where members may not be together");
    field.optional("rack", p.rack, "this rack; only in an exception");
    field.optional("unit", p.unit, "its lowest unit; only in an exception");
    field.optional("in", p.in, "the devices into whose bays it is put");
    field.optional("bay", p.bay, "the device bays that it may be put into");
    field.needs("bay", "in");
}

template <class F>
void describe_fields(F& field, Role& r) {
    field.required("model", r.model, "the model that is bought for it");
    field.optional("per", r.per, "site, row, rack, feed or a group");
    field.optional("count", r.count, "how many in each scope", count_of_role);
    field.optional("where", r.where, "only scopes whose rack has these labels");
    field.optional("when", r.when, "the role exists if this is true");
    field.optional("redundancy", r.redundancy, "pair or one-at-a-time");
    field.optional("place", r.place, "where it is mounted");
    field.optional("number-space", r.number_space, "roles that share one draw numbers from one");
    field.optional("feeds", r.feeds, "all, balance, or the feeds it is corded to");
    field.required("name", r.name, "template of its name");
    field.optional("platform", r.platform, "what it is driven by; none: not managed");
    field.optional("pipeline", r.pipeline, "how it is provisioned");
    field.optional("os", r.os, "the system image it should run");
}

template <class F>
void describe_fields(F& field, PowerRule& p) {
    field.required("from", p.from, "the strips that outlets are taken from");
    field.optional("budget", p.budget, "maximum or typical: summed against a feed");
    field.optional("feed-loss", p.feed_loss, "the same with the other feed lost");
    field.optional("phase-imbalance", p.phase_imbalance, "warned about beyond this");
}

template <class F>
void describe_fields(F& field, CircuitKind& c) {
    field.optional("requires", c.requires_, "what each circuit of this kind must say");
    field.optional("at-least", c.at_least, "how many a site must have", not_negative);
}

template <class F>
void describe_fields(F& field, Via& v) {
    field.required("role", v.through.role, "devices that the cables run through", NotEmpty{});
    field.optional("same", v.through.same, "those that share this with the from-device");
    field.optional("where", v.through.where, "only those in racks that carry these labels");
    field.optional("pick", v.through.pick, "narrows to one; left out: nearest");
    field.required("in", v.in, "port group on the side of from");
    field.required("out", v.out, "port group on the side of to, of as many ports");
}

template <class F>
void describe_fields(F& field, Patching& p) {
    field.required("role", p.role, "panels: one in the rack of each end");
    field.optional("ports", p.ports, "their front ports; left out: the model's only group");
    field.optional("trunk", p.trunk, "the medium between their rear ports; left out: as the cords");
}

template <class F>
void describe_fields(F& field, MediumEntry& m) {
    field.required("fits", m.fits, "port types at both ends");
    field.optional("speed", m.speed, "none: as slow as its slower end");
    field.optional("lengths", m.lengths, "stocked lengths");
    field.optional("longest", m.longest, "the longest that works");
    field.optional("transceiver", m.transceiver, "for each end that is a cage");
    field.optional("fibre", m.fibre, "the medium between the transceivers");
    field.optional("cord", m.cord, "the medium between the transceivers");
    field.optional("colour", m.colour, "of the cable");
    field.optional("colours", m.colours, "of the cable, by feed");
    field.optional("branches", m.branches, "of one assembly that fans out", lanes_of_port);
    field.optional("via", m.via, "patched over panels in the racks of both ends");
}

template <class F>
void describe_fields(F& field, Routes& r) {
    field.optional("rack-width", r.rack_width, "pitch of the racks in a row");
    field.optional("row-spacing", r.row_spacing, "from row to row");
    field.optional("tray-above-rack", r.tray_above_rack, "from the top unit to the tray");
    field.optional("slack", r.slack, "added at each end");
}

template <class F>
void describe_fields(F& field, CablingRule& c) {
    field.required("from", c.from, "the devices or circuits that ask for cables", EndsOfCables{});
    field.required("to", c.to, "where the cables go", EndsOfCables{});
    field.optional("connect", c.connect, "single, one-each or mesh");
    field.optional("parallel", c.parallel, "cables to each, in a mesh", parallel_cables);
    field.required("media", c.media, "the first that fits is taken; or from-circuit");
    field.optional("length", c.length, "equal, or a fixed length");
    field.optional("lag", c.lag, "the cables of one device form one bundle");
    field.optional("carries", c.carries, "networks whose VLAN runs over these cables");
    field.optional("optional", c.optional, "nothing to connect to is no error");
    field.optional("to-order", c.to_order, "by-number: the place follows from the number",
                   by_number);
    field.optional("kind", c.kind, "data or management, where the ends do not tell", cable_kinds);
    field.optional("via", c.via, "a device that each cable runs through");
}

template <class F>
void describe_fields(F& field, PoolEntry& p) {
    field.optional("within", p.within, "ipv4, ipv6 or another pool");
    field.optional("size", p.size, "prefix length");
    field.optional("prefix", p.prefix, "said outright");
}

template <class F>
void describe_fields(F& field, TermPart& t) {
    field.optional("number", t.number, "device, from, to, pair, lowest-of-pair, rack or cable");
    field.optional("index", t.index, "from or to: the cable's place at that end");
    field.optional("value", t.value, "a plain number");
    field.optional("minus", t.minus, "taken off first");
    field.optional("times", t.times, "then multiplied");
}

}  // namespace colo::definition
