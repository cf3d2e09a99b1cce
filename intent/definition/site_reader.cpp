#include "intent/definition/site_reader.h"

#include <algorithm>
#include <set>

#include "intent/base/suggestion.h"
#include "intent/definition/blanks.h"
#include "intent/definition/site_fields.h"

namespace colo::definition {

namespace {

void note_parameter_keys(const Node& document, Site& site) {
    if (const Node* parameters = document.find("parameters"))
        for (const Entry& entry : parameters->entries)
            site.parameter_keys.emplace(entry.key, entry.key_at);
}

/// Racks without a position take the next after the one before them in their row, in the order of
/// their names.
void number_positions(Site& site) {
    std::map<std::string, std::int64_t> last;
    for (auto& [id, rack] : site.racks) {
        if (!rack.position) rack.position = last[rack.row] + 1;
        last[rack.row] = *rack.position;
        if (rack.name.empty()) rack.name = id;
    }
}

/// Checks a key of `racks`, which may be a range: `R[01-06]`.
void check_rack(const RackEntry& rack, Diagnostics& out) {
    const std::string& id = rack.written;
    if (!rack.type && !rack.units)
        out.error("missing-key", rack.at, fmt::format("rack {} says no units", id)).hint =
            "write units: 42, or a type: that has them";
    if (rack.units && !rack_units.holds(*rack.units))
        out.error("out-of-range", rack.at,
                  fmt::format("rack {} cannot have {} units", id, *rack.units));
    if (rack.feeds.size() > feeds_of_rack.most)
        out.error("out-of-range", rack.at,
                  fmt::format("rack {} has {} feeds; the most is {}", id, rack.feeds.size(),
                              feeds_of_rack.most));
    for (const auto& [name, feed] : rack.feeds)
        if (!feed_phases.holds(feed.phases))
            out.error("out-of-range", feed.at,
                      fmt::format("feed {} has 1 or 3 phases, not {}", name, feed.phases));
    if (rack.feeds.empty())
        out.warning("no-feeds", rack.at, fmt::format("rack {} has no power feed", id));
    if (rack.single_feed && !accepted.holds(*rack.single_feed))
        out.error("wrong-type", rack.at, "single-feed can only be accepted");
}

/// All racks of a key are alike, so what is wrong with them is said once.
void check_racks(const Site& site, Diagnostics& out) {
    std::set<SourceRange> seen;
    for (const auto& [id, rack] : site.racks)
        if (seen.insert(rack.at).second) check_rack(rack, out);
}

/// Feeds that hang on one thing upstream are lost together.
void check_sources(const std::string& id, const RackEntry& rack, Diagnostics& out) {
    std::map<std::string, std::string> feeds;  // by source, the first feed on it
    for (const auto& [name, feed] : rack.feeds) {
        if (!feed.source) continue;
        const auto [first, is_new] = feeds.emplace(*feed.source, name);
        if (!is_new)
            out.error("feeds-not-independent", feed.at,
                      fmt::format("feeds {} and {} of rack {} both hang on {}", first->second, name,
                                  id, *feed.source))
                .hint = "ask the facility for a second source; one feed alone is said by "
                        "single-feed: accepted";
    }
}

void check_positions(const Site& site, Diagnostics& out) {
    std::map<std::pair<std::string, std::int64_t>, const RackEntry*> taken;
    for (const auto& [id, rack] : site.racks) {
        const auto [first, is_new] = taken.emplace(std::pair(rack.row, *rack.position), &rack);
        if (!is_new)
            out.error("position-taken", rack.at,
                      fmt::format("rack {} stands where {} stands: row {} position {}", id,
                                  first->second->name, rack.row, *rack.position))
                .notes = {{first->second->at, "it stands here"}};
    }
}

void check_panels(const Site& site, Diagnostics& out) {
    for (const auto& [id, panel] : site.panels) {
        const std::size_t slash = id.find('/');
        const std::string rack = id.substr(0, slash);
        if (slash == std::string::npos || id.find('/', slash + 1) != std::string::npos) {
            out.error("bad-name", panel.at, fmt::format("{} is not RACK/NAME", id));
        } else if (!site.racks.contains(rack)) {
            out.error("unknown-rack", panel.at, fmt::format("unknown rack {}", rack)).hint =
                suggestion(rack, names_of(site.racks));
        }
    }
}

/// Our end of a line has a peer, so its prefix has room for two.
void check_address(const std::string& id, const std::optional<At<IpInterface>>& address,
                   Family family, Diagnostics& out) {
    if (!address) return;
    if ((*address)->address.family != family)
        out.error(
            "wrong-type", address->at,
            fmt::format("{} of circuit {} is not {}", to_text(**address), id, to_text(family)));
    else if ((*address)->prefix().host_bits() == 0)
        out.error("wrong-type", address->at,
                  fmt::format("{} of circuit {} leaves no address for the peer", to_text(**address),
                              id))
            .hint = "write it with the length of the link's prefix, such as /31";
}

/// The rack's panel that is spelt most alike, else where to write one.
std::string panel_hint(const std::string& rack, const std::string& panel, const Site& site) {
    std::vector<std::string> panels;
    for (const auto& [id, entry] : site.panels)
        if (id.starts_with(rack + "/")) panels.push_back(id.substr(rack.size() + 1));
    const std::string add = fmt::format("add {}/{} under panels", rack, panel);
    const std::string known = suggestion(panel, panels);
    return known.empty() ? add : known + (known.ends_with('?') ? " else " : "; ") + add;
}

std::string place_hint(const std::string& place, const Site& site) {
    const std::string known = suggestion(place, names_of(site.places));
    return known.empty() ? fmt::format("add {} and its distance under places", place) : known;
}

void check_handoff(const std::string& id, const CircuitEntry& circuit, const Site& site,
                   Diagnostics& out) {
    if (!circuit.handoff) return;
    const HandoffEntry& handoff = *circuit.handoff;
    if (handoff.rack.given() == handoff.place.given()) {
        out.error("wrong-type", handoff.at,
                  fmt::format("the hand-off of {} needs a rack or a place, and only one", id));
        return;
    }
    if (handoff.place.given()) {
        if (!site.places.contains(*handoff.place))
            out.error("unknown-place", handoff.place.at,
                      fmt::format("unknown place {}", *handoff.place))
                .hint = place_hint(*handoff.place, site);
        return;
    }
    if (!site.racks.contains(*handoff.rack)) {
        out.error("unknown-rack", handoff.rack.at, fmt::format("unknown rack {}", *handoff.rack))
            .hint = suggestion(*handoff.rack, names_of(site.racks));
    } else if (!site.panels.contains(*handoff.rack + "/" + *handoff.panel)) {
        out.error("unknown-panel", handoff.panel.at,
                  fmt::format("rack {} has no panel {}", *handoff.rack, *handoff.panel))
            .hint = panel_hint(*handoff.rack, *handoff.panel, site);
    }
}

void check_family(const std::vector<At<IpPrefix>>& prefixes, Family family, Diagnostics& out) {
    for (const auto& prefix : prefixes)
        if (prefix->length > 0 && prefix->family() != family)
            out.error("wrong-type", prefix.at,
                      fmt::format("{} is not {}", to_text(*prefix), to_text(family)));
}

void check_head(const Site& site, Diagnostics& out) {
    if (!site.format.empty() && !site_format.holds(site.format))
        out.error("unknown-format", site.at, fmt::format("{} is not colo-site/1", site.format))
            .hint = "this version of colo reads format: colo-site/1";
    if (site.name.given() && !is_identity(*site.name))
        out.error("bad-name", site.name.at, fmt::format("{} is not a name", *site.name)).hint =
            std::string(name_grammar);
    if (site.racks.empty()) out.error("missing-key", site.at, "the site has no racks");
    if (site.racks.size() > racks_of_site.most)
        out.error("too-large", site.at,
                  fmt::format("the site has more than {} racks", racks_of_site.most));
    check_family(site.address_space.ipv4, Family::ipv4, out);
    check_family(site.address_space.ipv6, Family::ipv6, out);
}

}  // namespace

std::optional<StandardRef> Scalar<StandardRef>::read(const Node& node, Diagnostics& out) {
    const std::size_t space = node.text.find(' ');
    StandardRef ref{node.text.substr(0, space),
                    space == std::string::npos ? "" : node.text.substr(space + 1)};
    if (is_identity(ref.name) && is_identity(ref.version)) return ref;
    say_bad_scalar(node, "wrong-type",
                   fmt::format("{} is not a standard's name and version", node.text),
                   "write it like trading-colo 1.0.0", out);
    return std::nullopt;
}

Site read_site(const Node& document, Diagnostics& out) {
    const SourceRange start{document.at.file, 1, 1, 0};
    Site site;
    if (!document.is_map()) {
        out.error("wrong-type", document.at, "a site definition must be a map");
        return site;
    }
    Node filled = document;
    site.has_blanks = refuse_blanks(filled, out);
    FieldReader reader(filled, out);
    describe_fields(reader, site);
    reader.finish();
    site.at = start;
    if (site.has_blanks) return site;  // what is not written yet cannot be judged
    note_parameter_keys(document, site);
    check_head(site, out);
    check_racks(site, out);
    for (const auto& [id, rack] : site.racks) check_sources(id, rack, out);
    number_positions(site);
    check_positions(site, out);
    check_panels(site, out);
    check_exceptions(document, site.exceptions, out);
    for (const auto& [id, circuit] : site.circuits) {
        check_handoff(id, circuit, site, out);
        check_address(id, circuit.address, Family::ipv4, out);
        check_address(id, circuit.address6, Family::ipv6, out);
    }
    return site;
}

}  // namespace colo::definition
