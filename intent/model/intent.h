// The complete generated model of a site, and what goes with it: allocations and provenance.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/model/objects.h"

namespace colo {

/// Which draw is summed: `typical` or `maximum`, for normal work and with a feed lost.
struct PowerBasis {
    std::string budget = "maximum", feed_loss = "maximum";

    bool operator==(const PowerBasis&) const = default;
};

/// The head of an intent.
struct SiteHead {
    std::string site;
    std::string standard, standard_version, standard_digest;
    std::string facility, city, timezone;
    PowerBasis power_basis;
    std::vector<IpPrefix> address_space;  ///< the site's alone, in the order of the definition
    std::optional<std::int64_t> asn;      ///< the site's own AS number
    /// What the standard offers other teams with the site's parameters; sorted, each once.
    std::vector<std::string> capabilities;

    bool operator==(const SiteHead&) const = default;
};

/// Every table is sorted by the bytes of its ids and holds no id twice.
struct Intent {
    SiteHead head;
    std::vector<Rack> racks;
    std::vector<Device> devices;
    std::vector<Interface> interfaces;
    std::vector<PowerPort> power_ports;
    std::vector<Outlet> outlets;
    std::vector<ConsolePort> console_ports;
    std::vector<ConsoleServerPort> console_server_ports;
    std::vector<PanelPort> panel_ports;
    std::vector<Cable> cables;
    std::vector<Circuit> circuits;
    std::vector<Vlan> vlans;
    std::vector<Prefix> prefixes;
    std::vector<Address> addresses;
    std::vector<Asn> asns;
    std::vector<Session> sessions;
    std::vector<Exception> exceptions;  ///< in the order of the site definition

    bool operator==(const Intent&) const = default;

    std::size_t object_count() const;
    /// Sorts every table, as the contract above asks.
    void sort();
};

/// Which decision an allocation keeps.
enum class AllocationKind : std::uint8_t {
    group,    ///< `leaf-group/R03` -> the founder's rack
    number,   ///< device or pair -> its number
    place,    ///< device -> `R03 U23 1U front full` (U23: its lowest), `R03 zero`, or
              ///< `in: chassis.1 Slot 2`
    feed,     ///< single-corded device -> feed
    from,     ///< cable -> `group/place` at its from-end
    to,       ///< cable -> `device:group/place` at its to-end
    length,   ///< cable -> its length and medium, `5000 mm mm-25g`
    label,    ///< cable -> the number on its label
    prefix,   ///< prefix (or pool) -> the prefix
    host,     ///< address -> its offset in its prefix
    vlan,     ///< network -> VLAN id
    asn,      ///< device or pair -> ASN
    retired,  ///< an ordinal that is not used again
    via,  ///< cable -> what it runs through: `tap.1:line/3 tap.1:out/3`, or the front ports of two
          ///< panels
};
inline constexpr int allocation_kinds = 14;
std::string_view to_text(AllocationKind kind);

/// A decision that must not change by itself.
struct Allocation {
    AllocationKind kind;
    std::string identity;
    std::string value;

    auto operator<=>(const Allocation&) const = default;
};
/// Sorted by kind and identity; no pair of these twice.
using Allocations = std::vector<Allocation>;

/// Why objects of a rule exist: the rule in the standard and the line of the site definition that
/// asked for them. `subject` is a rule's name, or an identity where each has a line of its own.
struct Origin {
    std::string subject;
    std::string rule_place;     ///< `standards/trading-colo/1.0.0/standard.yaml:88`
    std::string because_place;  ///< `site-definitions/ams1.yaml:41`
    std::string because_text;   ///< `trading-servers 240`

    auto operator<=>(const Origin&) const = default;
};
/// Sorted by subject; no subject twice.
using Origins = std::vector<Origin>;

/// What generation gives: the intent, the decisions to keep, and where each thing comes from.
struct Generated {
    Intent intent;
    Allocations allocations;
    Origins origins;
};

}  // namespace colo
