// Where the frames of each network that has a gateway get to: who passes them on to whom.
//
// A device passes a network's frames on between all of its ports that carry the network, but for
// those that are for management only and those that have an address in it themselves: there the
// network ends. A cable carries a network when the VLAN is set on both of its ends. A network
// without a VLAN is carried by the rules that say so; the networks of one such entry are one.
// A way of several cables is followed from end to end; each device between is a passer for that way
// alone, so that it can be lost, but joins no two ways.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "intent/rules/subject.h"

namespace colo::rules {

/// A port with an address in a network, or a device that has one without a port.
struct NetworkEnd {
    std::uint32_t device = 0;       ///< its place in Intent::devices
    std::string_view port;          ///< the interface's id
    std::vector<std::uint32_t> at;  ///< who its cables lead to: places in Network::passers
};

struct Network {
    std::string_view id;                              ///< `servers.R03`
    std::string_view entry;                           ///< the standard's: `servers`
    std::vector<std::uint32_t> passers;               ///< places in Intent::devices
    std::vector<std::array<std::uint32_t, 2>> links;  ///< between passers
    std::vector<std::uint32_t> gateways;              ///< passers that hold the gateway's address
    std::vector<NetworkEnd> ends;                     ///< sorted by port; without the gateways'

    /// For each passer, whether frames from one of these get to it.
    std::vector<bool> reached_from(std::vector<std::uint32_t> open) const;
    std::vector<bool> led_to_gateway() const { return reached_from(gateways); }
};

class NetworkPaths {
public:
    NetworkPaths(const Intent& intent, const Constraints& constraints, const CabledPorts& ports);

    /// Those with a gateway that someone holds, in the order of their prefixes.
    const std::vector<Network>& networks() const { return networks_; }

private:
    std::vector<Network> networks_;
};

/// Whether an end's frames get to a gateway; `led` is the network's led_to_gateway().
bool gets_through(const NetworkEnd& end, const std::vector<bool>& led);

}  // namespace colo::rules
