// The fields of a site definition, with what each means: the reader and the schema use these.
#pragma once

#include "intent/definition/site.h"

namespace colo::definition {

template <class F>
void describe_fields(F& field, Facility& f) {
    field.required("name", f.name, "what the operator of the building calls it");
    field.optional("city", f.city, "where it is");
    field.optional("timezone", f.timezone, "IANA name, for maintenance windows");
    field.optional("address", f.address, "street and town, for those who have to find it");
    field.optional("cage", f.cage, "where in the building our racks stand");
    field.optional("contact", f.contact, "whom hands on site ask and report to");
    field.optional("sheets", f.sheets, "build sheets, where other than the standard says");
}

template <class F>
void describe_fields(F& field, AddressSpace& a) {
    field.optional("ipv4", a.ipv4, "prefixes that networks are carved from, used in order",
                   OfFamily{Family::ipv4});
    field.optional("ipv6", a.ipv6, "prefixes that networks are carved from, used in order",
                   OfFamily{Family::ipv6});
    field.optional("asn", a.asn, "the site's own AS number", as_numbers);
}

template <class F>
void describe_fields(F& field, FeedEntry& f) {
    field.required("power", f.power, "usable power, or rated power with derate");
    field.optional("derate", f.derate, "the share of the power that may be used");
    field.optional("phases", f.phases, "1 or 3", feed_phases);
    field.optional("source", f.source, "what it hangs on upstream");
}

template <class F>
void describe_fields(F& field, RackEntry& r) {
    field.optional("name", r.name, "what it is called, if not by its key");
    field.optional("row", r.row, "default A");
    field.optional("position", r.position, "its place in the row; default: in order of name");
    field.optional("units", r.units, "rack units that can be used", rack_units);
    field.optional("depth", r.depth, "usable depth");
    field.optional("width", r.width, "outer width");
    field.optional("posts", r.posts, "from the front posts to the rear ones, for rails");
    field.optional("max-weight", r.max_weight, "what it may carry");
    field.optional("feeds", r.feeds, "power feeds by name", feeds_of_rack);
    field.optional("labels", r.labels, "for the standard's `where`");
    field.optional("reserved", r.reserved, "units the facility keeps, and why");
    field.optional("single-feed", r.single_feed, "accepted: one feed is known and meant", accepted);
    field.optional("type", r.type, "Vendor/Model of a rack type, which fills the others");
    field.optional("groups", r.groups, "group memberships, stated");
    field.either("units", "type");
}

template <class F>
void describe_fields(F& field, PanelEntry& p) {
    field.required("model", p.model, "a model of the standard");
    field.required("unit", p.unit, "its lowest rack unit");
}

template <class F>
void describe_fields(F& field, PlaceEntry& p) {
    field.required("distance", p.distance, "length of the route to it");
}

template <class F>
void describe_fields(F& field, HandoffEntry& h) {
    field.optional("rack", h.rack, "one of our racks");
    field.optional("place", h.place, "a place that is not ours");
    field.required("panel", h.panel, "the panel there");
    field.required("port", h.port, "its port, by place in the panel's first group");
    field.only_one("rack", "place");
}

template <class F>
void describe_fields(F& field, CircuitEntry& c) {
    field.required("kind", c.kind, "a kind of circuit of the standard");
    field.optional("side", c.side, "A or B");
    field.optional("speed", c.speed, "what is ordered");
    field.optional("media", c.media, "a medium of the standard");
    field.optional("address", c.address, "ours; the peer has the other of the /31",
                   OfFamily{Family::ipv4});
    field.optional("address6", c.address6, "ours in IPv6; the peer has the other of the /127",
                   OfFamily{Family::ipv6});
    field.optional("peer-asn", c.peer_asn, "the peer's AS number", as_numbers);
    field.required("handoff", c.handoff, "where the facility hands it over");
    field.others(c.other);
}

template <class F>
void describe_fields(F& field, LinkEntry& l) {
    field.required("a", l.a, "one end: DEVICE:PORT");
    field.required("b", l.b, "the other end: DEVICE:PORT");
    field.required("media", l.media, "the first that fits is taken");
    field.optional("carries", l.carries, "networks whose VLAN runs over it");
    field.optional("number", l.number, "for numbering: {number: cable}", not_negative);
}

/// The keys at the top of a site definition whose names are plain.
template <class F>
void describe_fields(F& field, Site& s) {
    field.required("format", s.format, "colo-site/1", site_format);
    field.required("site", s.name, "its name", Identity{});
    field.required("standard", s.standard, "the standard it is built to, and the version");
    field.required("facility", s.facility, "whose building");
    field.optional("address-space", s.address_space, "addresses and AS number given to it");
    field.expanded("racks", s.racks, "what the facility gave us", NotEmpty{}, racks_of_site);
    field.expanded("panels", s.panels, "panels in our racks, put there by the facility", InRacks{});
    field.optional("places", s.places, "places that are not ours, and how far away");
    field.optional("circuits", s.circuits, "what comes in from outside");
    field.optional("links", s.links, "single cables that follow no rule of the standard");
    field.optional("parameters", s.parameters, "what the standard lets a site choose");
    field.optional("exceptions", s.exceptions, "what differs from the standard, and why");
    field.optional("moved", s.moved, "objects of this site that are called otherwise now");
}

}  // namespace colo::definition
