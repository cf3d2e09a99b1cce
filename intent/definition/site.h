// A site definition as a document: language.md section 10.
#pragma once

#include "intent/definition/exceptions.h"
#include "intent/definition/moved.h"
#include "intent/definition/sheets.h"

namespace colo::definition {

struct StandardRef {
    std::string name, version;
};
template <>
struct Scalar<StandardRef> {
    static constexpr std::string_view wanted = "a standard's name and version";
    static std::optional<StandardRef> read(const Node& node, Diagnostics& out);
};

struct Facility {
    SourceRange at;
    std::string name, city, timezone;
    std::string address, cage;          ///< for strangers who have to find it
    std::string contact;                ///< whom hands on site ask and report to
    std::optional<SheetsEntry> sheets;  ///< where this facility wants other than the standard says
};

struct AddressSpace {
    SourceRange at;
    std::vector<At<IpPrefix>> ipv4, ipv6;
    std::optional<At<std::int64_t>> asn;
};

/// `5 kW`, or the long form.
struct FeedEntry {
    using Short = Power;
    SourceRange at;
    Power power;
    std::optional<Percent> derate;
    std::int64_t phases = 1;
    std::optional<std::string> source;

    void read_short(const Node& node, Diagnostics& out) { power = read_value<Power>(node, out); }
    Power usable() const { return derate ? power * derate->value / 100 : power; }
};

struct RackEntry {
    SourceRange at;
    std::string written;  ///< its key as it was written: `R[01-06]`
    std::string name;     ///< what it is called; its key where the site gives no other name
    std::string row = "A";
    std::optional<std::int64_t> position;
    std::optional<std::int64_t> units;
    std::optional<Length> depth, width, posts;
    std::optional<Mass> max_weight;
    std::optional<std::string> type;
    Named<FeedEntry> feeds;
    std::map<std::string, std::string> labels, reserved;
    std::map<std::string, std::string> groups;
    std::optional<std::string> single_feed;
    SourceRange reserved_at;
};

struct PanelEntry {
    SourceRange at;
    At<std::string> model;
    At<std::int64_t> unit;
};

struct PlaceEntry {
    SourceRange at;
    Length distance;
};

struct HandoffEntry {
    SourceRange at;
    At<std::string> rack, place, panel, port;
};

struct CircuitEntry {
    SourceRange at;
    At<std::string> kind;
    std::optional<std::string> side;
    std::optional<At<Speed>> speed;
    At<std::string> media;
    std::optional<At<IpInterface>> address;
    std::optional<At<IpInterface>> address6;
    std::optional<std::int64_t> peer_asn;
    std::optional<HandoffEntry> handoff;
    std::map<std::string, std::string> other;  ///< what its kind asks for: provider, exchange
};

/// One cable between two ports, where no rule is: `a` and `b` are `DEVICE:PORT`.
struct LinkEntry {
    SourceRange at;
    At<std::string> a, b;
    std::vector<At<std::string>> media;
    std::vector<At<std::string>> carries;
    std::optional<std::int64_t> number;  ///< what `{number: cable}` reads
};

struct Site {
    SourceRange at;
    bool has_blanks = false;  ///< something is not filled in yet; it was reported
    std::string format;
    At<std::string> name;
    At<StandardRef> standard;
    Facility facility;
    AddressSpace address_space;
    Named<RackEntry> racks;                                 ///< ranges are expanded
    std::map<std::string, PanelEntry, NaturalLess> panels;  ///< by `RACK/NAME`, expanded
    Named<PlaceEntry> places;
    Named<CircuitEntry> circuits;
    Named<LinkEntry> links;
    std::vector<ExceptionEntry> exceptions;
    std::vector<MovedEntry> moved;
    std::map<std::string, Node> parameters;
    std::map<std::string, SourceRange> parameter_keys;
};

}  // namespace colo::definition
