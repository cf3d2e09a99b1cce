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
    std::optional<std::int64_t> branches;  ///< of an assembly that fans out
    bool operator==(const Medium&) const = default;
};

/// Addresses that networks are carved from.
struct Pool {
    std::vector<IpPrefix> prefixes;
    bool operator==(const Pool&) const = default;
};

/// Design rules that the site waives for some of its racks and devices, and why.
struct Waiver {
    std::set<std::string> codes, objects;
    SourceRange at;
    std::string reason, until;  ///< `until`: a day, or empty
    bool operator==(const Waiver&) const = default;
};

/// What is known of a model beside what its devices say themselves.
struct Body {
    std::optional<Length> depth;                 ///< none: not known
    std::string airflow;                         ///< `front-to-rear`, ...; empty: not known
    std::optional<Length> rails_from, rails_to;  ///< distances of the posts that its rails reach
    std::vector<std::vector<std::string>> same_speed;  ///< names of ports that run at one speed
    bool operator==(const Body&) const = default;
};

/// What a rack offers to rails.
struct Posts {
    bool rear = true;                ///< false: a frame of two posts
    std::optional<Length> distance;  ///< from the front posts to the rear ones; none: not known
    bool operator==(const Posts&) const = default;
};

struct Constraints {
    std::map<std::string, Medium> media;
    std::map<std::string, Pool> pools;
    std::map<RackId, std::vector<ReservedUnits>> reserved;
    std::map<std::string, Body> bodies;  ///< by model
    std::map<RackId, Posts> posts;
    /// Entries of networks: those that must have a gateway, and those that devices are managed in.
    std::set<std::string> gateway_networks, management_networks;
    /// By cabling rule, or by the cable of a site's link: the entries of networks whose frames run
    /// over it.
    std::map<std::string, std::set<std::string>> carries;
    /// What a site must survive the loss of any one of: `feed`, `rack`, or the name of a role.
    std::vector<std::string> survives;
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
    /// `models/leaf-48x25`, `pools/infra4`, `survives`, `address-space`, `site` (the definition's
    /// first line).
    std::unordered_map<std::string, SourceRange> places;

    /// The place of a subject, unknown where there is none.
    SourceRange place(const std::string& subject) const {
        const auto found = places.find(subject);
        return found == places.end() ? SourceRange{} : found->second;
    }
};

}  // namespace colo
