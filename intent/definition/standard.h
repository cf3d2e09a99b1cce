// A standard as a document: what language.md sections 4 to 9 let it say, parameters filled in.
#pragma once

#include "intent/definition/moved.h"
#include "intent/definition/network.h"
#include "intent/definition/sheets.h"
#include "intent/model/objects.h"

namespace colo::definition {

enum class ParameterType : std::uint8_t {
    count,
    integer,
    boolean,
    text,
    model,
    prefix,
    asn,
    asn_range,
    speed,
    length,
    power
};
template <>
struct Choice<ParameterType> {
    static constexpr std::string_view words[] = {"count", "integer", "boolean", "text",
                                                 "model", "prefix",  "asn",     "asn-range",
                                                 "speed", "length",  "power"};
};

enum class Redundancy : std::uint8_t { pair, one_at_a_time };
template <>
struct Choice<Redundancy> {
    static constexpr std::string_view words[] = {"pair", "one-at-a-time"};
};

enum class Units : std::uint8_t { top, bottom, zero };
template <>
struct Choice<Units> {
    static constexpr std::string_view words[] = {"top", "bottom", "zero"};
};

template <>
struct Choice<Face> {
    static constexpr std::string_view words[] = {"front", "rear"};
};

enum class Apart : std::uint8_t { rack, row, none };
template <>
struct Choice<Apart> {
    static constexpr std::string_view words[] = {"rack", "row", "none"};
};

enum class Within : std::uint8_t { row, site };
template <>
struct Choice<Within> {
    static constexpr std::string_view words[] = {"row", "site"};
};

enum class Connect : std::uint8_t { single, one_each, mesh };
template <>
struct Choice<Connect> {
    static constexpr std::string_view words[] = {"single", "one-each", "mesh"};
};

enum class Basis : std::uint8_t { maximum, typical };
template <>
struct Choice<Basis> {
    static constexpr std::string_view words[] = {"maximum", "typical"};
};

struct Parameter {
    SourceRange at;
    ParameterType type{};
    Node default_value;  ///< null: the site must say
    std::optional<At<std::int64_t>> minimum, maximum;
    std::vector<std::string> one_of;
    std::optional<std::string> family;
    std::string description;
};

struct Group {
    SourceRange at;
    At<std::int64_t> racks;
    Within within = Within::row;
    std::map<std::string, std::string> where;
};

struct ModuleUse {
    SourceRange at;
    At<std::string> bay, type;
};

struct Draw {
    SourceRange at;
    std::optional<Power> typical, maximum;
};

/// The distances between front and rear posts that a model's rails reach.
struct Rails {
    SourceRange at;
    Length from, to;
};

/// Ports that are broken out into lanes: a port group of its own.
struct Breakout {
    SourceRange at;
    std::vector<At<std::string>> ports;
    std::int64_t lanes = 0;
    Speed speed;                     ///< of a lane
    std::string suffix = "/{lane}";  ///< in place of the port's last `/1`, else behind its name
};

/// Neighbours that must run at one speed.
struct SameSpeed {
    SourceRange at;
    std::vector<At<std::string>> ports;
    std::int64_t each = 0;  ///< so many of the list, in its order, belong together
};

struct ModelEntry {
    SourceRange at;
    At<std::string> device_type;
    std::vector<ModuleUse> modules;
    std::map<std::string, std::vector<At<std::string>>> ports;
    Draw power;
    std::optional<std::string> supplies;  ///< `summed`: not there to replace each other
    Named<Breakout> breakout;             ///< by the port group that they make
    std::vector<SameSpeed> same_speed;
    std::optional<At<Mass>> weight;
    std::optional<At<Length>> depth;
    std::optional<At<std::string>> airflow;
    std::optional<Rails> rails;
    std::optional<Face> port_side;  ///< which side of the device its ports are on
    std::map<std::string, std::string> firmware;
};

/// A device that another is put into, instead of into units of a rack.
struct Chassis {
    SourceRange at;
    Selector of;  ///< role, where, pick
};

struct Place {
    SourceRange at;
    std::optional<Chassis> in;
    std::vector<At<std::string>> bay;  ///< names of its device bays, in the order of preference
    std::optional<At<Units>> units;
    std::int64_t order = 50;
    Face face = Face::front;
    std::optional<Selector> near;
    std::optional<Apart> apart;
    std::optional<At<std::string>> rack;  ///< of an exception
    std::optional<At<std::int64_t>> unit;
};

struct Condition {  ///< `when`; parameters are filled in, so it is a plain truth
    SourceRange at;
    bool holds = true;
};

struct Role {
    SourceRange at;
    At<std::string> model;
    At<std::string> per{"site", {}, {}, {}};
    std::optional<At<std::int64_t>> count;
    std::map<std::string, std::string> where;
    At<bool> when{true, {}, {}, {}};
    std::optional<Redundancy> redundancy;
    std::optional<Place> place;
    std::optional<std::string> number_space;
    std::vector<At<std::string>> feeds;
    At<std::string> name;
    std::optional<std::string> platform, pipeline, os;
};

struct PowerRule {
    SourceRange at;
    Selector from;
    Basis budget = Basis::maximum;
    std::optional<Basis> feed_loss;
    Percent phase_imbalance{30};
};

struct CircuitKind {
    SourceRange at;
    std::vector<std::string> requires_;
    std::int64_t at_least = 0;
};

/// A device between the two ends of a cable: entered at a port of one group and left at the port
/// in the same place of the other.
struct Via {
    SourceRange at;
    Selector through;  ///< role, same, where, pick
    At<std::string> in, out;
};

/// Panels of ours, one in the rack of each end, with a trunk between their rear ports.
struct Patching {
    SourceRange at;
    At<std::string> role;
    At<std::string> ports;  ///< port group of front ports; left out: the model's only one
    At<std::string> trunk;  ///< medium; left out: what the cords are
};

struct MediumEntry {
    SourceRange at;
    std::vector<At<std::string>> fits;
    std::optional<Speed> speed;
    std::vector<Length> lengths;
    std::optional<Length> longest;
    std::optional<std::string> transceiver;
    At<std::string> fibre, cord;  ///< the medium between two transceivers
    std::optional<std::string> colour;
    std::map<std::string, std::string> colours;  ///< by feed
    std::optional<std::int64_t> branches;        ///< of one assembly, which fans out
    std::optional<Patching> via;
};

struct Routes {
    SourceRange at;
    Length rack_width{600}, row_spacing{2400}, tray_above_rack{500}, slack{500};
};

/// What cables of a site's `links` have in the place of a rule's name.
inline constexpr const char* rule_of_links = "links";

/// A cable's length said outright: one length, or `equal` to the rule's longest.
struct FixedLength {
    bool equal = false;
    std::optional<Length> length;
};
template <>
struct Scalar<FixedLength> {
    static constexpr std::string_view wanted = "a length or equal";
    static std::optional<FixedLength> read(const Node& node, Diagnostics& out) {
        if (node.text == "equal") return FixedLength{true, {}};
        const auto length = Scalar<Length>::read(node, out);
        return length ? std::optional(FixedLength{false, length}) : std::nullopt;
    }
};

struct CablingRule {
    SourceRange at;
    Selector from, to;
    Connect connect = Connect::single;
    std::int64_t parallel = 1;
    std::vector<At<std::string>> media;
    std::optional<FixedLength> length;
    bool lag = false;
    std::vector<At<std::string>> carries;
    bool optional = false;
    bool by_number = false;  ///< `to-order: by-number`
    std::optional<std::string> to_order;
    std::optional<std::string> kind;  ///< data or management, where the ends do not tell
    std::optional<Via> via;
};

struct Spare {
    using Short = std::int64_t;
    static constexpr Between short_limit = not_negative;
    SourceRange at;
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> percent, each_length;
    void read_short(const Node& node, Diagnostics& out) {
        count = read_value<std::int64_t>(node, out);
    }
};

struct Capability {
    using Short = std::string;
    SourceRange at;
    std::string name;
    bool when = true;
    void read_short(const Node& node, Diagnostics& out) {
        name = read_value<std::string>(node, out);
    }
};

struct Standard {
    SourceRange at;
    std::string format, name, version, description, digest;
    std::optional<At<std::string>> extends;  ///< carried out before this is read (extends.h)
    std::vector<At<std::string>> remove;
    /// Where this version or one below it changed an entry of an earlier one: `roles/leaf`.
    std::map<std::string, std::vector<SourceRange>> changes;
    std::vector<Capability> capabilities;
    std::vector<At<std::string>> survives;
    Named<Parameter> parameters;
    Named<Group> groups;
    Named<ModelEntry> models;
    Named<Role> roles;
    std::optional<PowerRule> power;
    Named<CircuitKind> circuits;
    Named<MediumEntry> media;
    Routes routes;
    Named<CablingRule> cabling;
    Named<PoolEntry> pools;
    Named<Network> networks;
    Named<AsnRule> asns;
    Named<SessionRule> sessions;
    Dns dns;
    Named<Spare> spares;
    std::optional<SheetsEntry> sheets;
    std::vector<MovedEntry> moved;  ///< those of the versions below first
    Node document;  ///< what it was read from, parameters filled in: exceptions are laid over it
};

}  // namespace colo::definition
