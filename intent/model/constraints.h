// What design rules must know beyond the intent itself: facts of the standard and of the site that
// no object of the intent carries, and where in the inputs each thing was asked for.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "intent/base/source.h"
#include "intent/model/objects.h"

namespace colo {

/// A kind of cable, and what it plugs into.
struct Medium {
    std::vector<std::string> fits;  ///< port types, as the device types name them
    std::optional<Speed> speed;     ///< none: as slow as its slower end
    std::optional<Length> longest;
    bool operator==(const Medium&) const = default;
};

/// Addresses that networks are carved from.
struct Pool {
    std::vector<IpPrefix> prefixes;
    bool operator==(const Pool&) const = default;
};

/// Units that the facility keeps for itself, both included.
struct ReservedUnits {
    std::int64_t first = 0, last = 0;
    std::string why;
    bool operator==(const ReservedUnits&) const = default;
};

/// Design rules that the site waives for some of its racks and devices, and why.
struct Waiver {
    std::set<std::string> codes, objects;
    SourceRange at;
    std::string reason, until;  ///< `until`: a day, or empty
    bool operator==(const Waiver&) const = default;
};

struct Constraints {
    std::map<std::string, Medium> media;
    std::map<std::string, Pool> pools;
    std::map<RackId, std::vector<ReservedUnits>> reserved;
    /// Racks whose devices may hang on a single feed because the site says so.
    std::set<RackId> single_feed_accepted;
    /// Redundant pairs whose members must stand in two racks.
    std::set<std::string> apart_in_racks;
    /// Roles that are redundant pairs (member ordinals 1-2, 3-4, ...).
    std::set<std::string> pair_roles;
    /// Devices that supply power: their own inlets go to the facility, not to an outlet of ours.
    std::set<DeviceId> power_sources;
    /// Ports that must not stay without a cable, with the rule that says so. Sorted by port.
    std::vector<std::pair<PortId, std::string>> must_connect;
    std::vector<Waiver> waivers;
    /// Where to point: by subject, which is a section and a name: `racks/R03`, `roles/leaf`,
    /// `cabling/uplink`, `networks/servers`, `circuits/XC-1`, `panels/R01/PP1`, `media/dac-25g`,
    /// `pools/infra4`, `site` (the definition's first line).
    std::unordered_map<std::string, SourceRange> places;

    /// The place of a subject, unknown where there is none.
    SourceRange place(const std::string& subject) const {
        const auto found = places.find(subject);
        return found == places.end() ? SourceRange{} : found->second;
    }
};

}  // namespace colo
