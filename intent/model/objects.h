// One value type per kind of object of a site's intent. Objects refer to each other by identity.
// The fields are those of colo-intent/1 (see `intent/README.md`); what may be absent is optional.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/base/id.h"
#include "intent/base/ip.h"
#include "intent/base/units.h"

namespace colo {

enum class Face : std::uint8_t { front, rear };
/// Which part of the rack's depth a device takes; `zero`: it hangs beside the units.
enum class Depth : std::uint8_t { full, half, zero };
enum class PanelSide : std::uint8_t { front, rear };
enum class CableKind : std::uint8_t { data, management, console, power, circuit };

/// A feed's usable power and its loads. `failover` is its load when the rack's worst other feed is
/// lost; none where the rack has one feed.
struct Feed {
    Power capacity, typical, maximum;
    std::optional<Power> failover;

    bool operator==(const Feed&) const = default;
};
using Feeds = std::map<std::string, Feed>;

/// Units that the facility keeps for itself, both included.
struct ReservedUnits {
    std::int64_t first = 0, last = 0;
    std::string why;
    bool operator==(const ReservedUnits&) const = default;
};

struct Rack {
    RackId id;
    std::string name, row;
    std::int64_t position = 0, units = 0;
    Length width, depth;
    std::optional<Mass> max_weight;
    Mass weight;  ///< of what is mounted; unknown weights count 0
    Feeds feeds;
    std::vector<ReservedUnits> reserved;  ///< by their first

    bool operator==(const Rack&) const = default;
};

struct Device {
    DeviceId id;
    std::string name;
    std::int64_t number = 0;
    std::optional<std::string> role;  ///< none for panels
    std::string model, device_type;
    std::optional<std::string> platform;  ///< none: not managed
    std::optional<RackId> rack;           ///< none: a device without a place
    std::optional<DeviceId> parent;       ///< the device that it is put into; unit and rack are its
    std::optional<std::string> bay;       ///< of its parent
    std::optional<std::int64_t> unit;     ///< lowest U occupied; none for zero-U
    HalfUnits height;
    Face face = Face::front;
    Depth depth = Depth::full;
    std::optional<Mass> weight;
    std::optional<std::string> pair, serial;
    std::optional<Power> typical, maximum;
    std::string rule;

    bool operator==(const Device&) const = default;
};

struct Interface {
    PortId id;
    DeviceId device;
    std::string name, type;
    std::optional<Speed> speed;
    std::optional<std::string> mac;
    std::optional<VlanId> vlan;             ///< untagged here
    std::vector<std::string> tagged_vlans;  ///< ids of VLANs that come tagged, sorted
    std::optional<std::string> vrf;
    std::optional<PortId> lag;  ///< the bundle on the same device that this is part of
    std::optional<CableId> cable;
    bool management_only = false;

    bool operator==(const Interface&) const = default;
};

struct PowerPort {
    PortId id;
    DeviceId device;
    std::string name, type;
    std::optional<std::string> feed;
    std::optional<CableId> cable;

    bool operator==(const PowerPort&) const = default;
};

struct Outlet {
    PortId id;
    DeviceId device;
    std::string name, type;
    std::optional<std::string> feed, phase;
    std::optional<CableId> cable;

    bool operator==(const Outlet&) const = default;
};

struct ConsolePort {
    PortId id;
    DeviceId device;
    std::string name, type;
    std::optional<CableId> cable;

    bool operator==(const ConsolePort&) const = default;
};

struct ConsoleServerPort {
    PortId id;
    DeviceId device;
    std::string name, type;
    std::optional<CableId> cable;

    bool operator==(const ConsoleServerPort&) const = default;
};

struct PanelPort {
    PortId id;
    DeviceId device;
    std::string name;
    PanelSide side = PanelSide::front;
    std::optional<PortId> through;  ///< the port behind this one
    std::string type;
    std::optional<CableId> cable;

    bool operator==(const PanelPort&) const = default;
};

/// An end of a cable: a port of ours, or a text for a place that is not ours.
struct CableEnd {
    std::optional<PortId> port;
    std::optional<DeviceId> device;
    std::optional<std::string> name;  ///< the port's name on its device
    std::optional<std::string> text;

    bool operator==(const CableEnd&) const = default;
};

struct Cable {
    CableId id;
    std::string label;
    CableKind kind = CableKind::data;
    std::string media;
    Length length;
    std::optional<Length> route_length;
    std::optional<std::string> colour, assembly;
    std::optional<std::string> path;  ///< of a piece: the way through panels that it is part of
    CableEnd a, b;
    std::string rule;

    bool operator==(const Cable&) const = default;
};

struct Handoff {
    std::string place;  ///< a rack's id or the name of a place that is not ours
    std::optional<DeviceId> device;
    std::string port;  ///< the port's id; for a place that is not ours, what it is called there

    bool operator==(const Handoff&) const = default;
};

struct Circuit {
    CircuitId id;
    std::string kind;
    std::optional<std::string> provider, side;
    std::string media;
    Speed speed;
    Handoff handoff;
    std::optional<CableId> cable;

    bool operator==(const Circuit&) const = default;
};

struct Vlan {
    VlanId id;
    std::int64_t vid = 0;
    std::string name, scope, rule;

    bool operator==(const Vlan&) const = default;
};

struct Prefix {
    PrefixId id;
    IpPrefix prefix;
    std::optional<std::string> vrf;
    std::string scope;
    std::optional<VlanId> vlan;
    std::optional<IpAddress> gateway;
    std::optional<std::string> pool;  ///< none: given from outside (a circuit's)
    bool unique = true;
    std::string rule;

    bool operator==(const Prefix&) const = default;
};

struct Address {
    AddressId id;
    IpInterface address;
    std::optional<std::string> vrf;
    DeviceId device;
    PortId interface;
    PrefixId prefix;
    std::optional<std::string>
        shared_by;  ///< set on each holder of an address held on purpose by several
    std::optional<std::string> dns_name;
    std::string rule;

    bool operator==(const Address&) const = default;
};

struct Asn {
    AsnId id;
    DeviceId device;
    std::int64_t asn = 0;
    std::string rule;

    bool operator==(const Asn&) const = default;
};

/// An end of a routing session: a device of ours, or a text for the peer's.
struct SessionEnd {
    std::optional<DeviceId> device;
    std::optional<std::string> text;
    IpAddress address;
    std::int64_t asn = 0;

    bool operator==(const SessionEnd&) const = default;
};

struct Session {
    SessionId id;
    std::string kind;  ///< ebgp or ibgp
    SessionEnd a, b;
    std::string rule;

    bool operator==(const Session&) const = default;
};

/// A fact of the site that overrides the standard, as it was written.
struct Exception {
    std::string on, set, reason;
    std::optional<std::string> until;

    bool operator==(const Exception&) const = default;
};

std::string_view to_text(Face face);
std::string_view to_text(Depth depth);
std::string_view to_text(PanelSide side);
std::string_view to_text(CableKind kind);

}  // namespace colo
