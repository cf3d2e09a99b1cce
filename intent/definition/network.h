// A standard's addressing as a document: pools, networks, AS numbers, sessions, names
// (language.md section 8).
#pragma once

#include "intent/definition/selector.h"

namespace colo::definition {

enum class GatewayKind : std::uint8_t { none, anycast, vrrp, single };
template <>
struct Choice<GatewayKind> {
    static constexpr std::string_view words[] = {"none", "anycast", "vrrp", "single"};
};

enum class Edge : std::uint8_t { first, last };
template <>
struct Choice<Edge> {
    static constexpr std::string_view words[] = {"first", "last"};
};

enum class Lower : std::uint8_t { from, to, member_1 };
template <>
struct Choice<Lower> {
    static constexpr std::string_view words[] = {"from", "to", "member-1"};
};

enum class SessionKind : std::uint8_t { ebgp, ibgp };
template <>
struct Choice<SessionKind> {
    static constexpr std::string_view words[] = {"ebgp", "ibgp"};
};

struct PoolEntry {
    SourceRange at;
    At<std::string> within;
    std::optional<At<std::int64_t>> size;
    std::optional<At<IpPrefix>> prefix;
};

/// One summand of a term: `{number: device, minus: 1, times: 2}`.
struct TermPart {
    using Short = std::int64_t;
    static constexpr std::string_view schema_name = "term";
    SourceRange at;
    std::optional<std::string> number, index;
    std::optional<std::int64_t> value;
    std::int64_t minus = 0, times = 1;

    void read_short(const Node& node, Diagnostics& out) {  // a parameter that was filled in
        value = read_value<std::int64_t>(node, out);
    }
};
struct Term {
    SourceRange at;
    std::vector<TermPart> sum;
};

struct FamilyUse {
    SourceRange at;
    At<std::string> within, whole;
    std::optional<At<std::int64_t>> size;
    std::optional<Term> nth;
    std::optional<At<IpPrefix>> prefix;  ///< of an exception: said outright
};

struct Gateway {
    SourceRange at;
    std::optional<Selector> on;
    GatewayKind kind = GatewayKind::none;
    Edge address = Edge::first;
};

struct Reserve {
    SourceRange at;
    std::int64_t first = 0, last = 0;
    std::string for_;
};

/// What a network is made for: the site, each rack, each cable of a rule, ...
struct NetworkScope {
    using Short = std::string;
    SourceRange at;
    std::string each = "site";  ///< site, row, rack or a group
    At<std::string> pair, cabling, circuit;

    void read_short(const Node& node, Diagnostics& out) {
        each = read_value<std::string>(node, out);
    }
};

/// A VLAN id: a number, or a range from which a sticky one is taken.
struct VlanChoice {
    using Short = std::int64_t;
    SourceRange at;
    std::optional<std::int64_t> id;
    std::optional<Range> range;

    void read_short(const Node& node, Diagnostics& out) {
        id = read_value<std::int64_t>(node, out);
    }
};

struct Network {
    SourceRange at;
    NetworkScope per;
    std::optional<FamilyUse> ipv4, ipv6;
    std::optional<Selector> members;
    At<std::string> interface;
    std::optional<Term> host;
    bool unique = true, host_routes = false;
    std::optional<Lower> lower;
    Gateway gateway;
    Reserve reserve;
    std::optional<VlanChoice> vlan;
    std::optional<std::string> vrf;
    bool from_circuit = false, optional = false;
};

struct AsnRule {
    SourceRange at;
    std::optional<Selector> members;
    std::optional<NetworkScope> per;
    std::optional<At<std::int64_t>> value;
    std::optional<Range> range;
    std::optional<Term> nth;
};

struct SessionOver {
    SourceRange at;
    At<std::string> cabling, network, circuit;
};
struct SessionOn {
    SourceRange at;
    std::vector<At<std::string>> network;
};
struct SessionRule {
    SourceRange at;
    SessionKind kind{};
    std::optional<SessionOver> over;
    std::optional<Selector> between, and_;
    std::optional<SessionOn> on;
    std::vector<std::string> families;
    std::optional<std::string> remote_asn;
};

struct Dns {
    SourceRange at;
    std::optional<At<std::string>> zone, record;
    std::map<std::string, std::string> of_groups;  ///< templates by port group: `bmc`
};

}  // namespace colo::definition
