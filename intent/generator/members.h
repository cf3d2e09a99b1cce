// Who wants an address in a network: ports, virtual interfaces, gateways, the two ends of a link.
#pragma once

#include "intent/generator/networks.h"

namespace colo::generator {

struct Member {
    std::string identity;  ///< without the family: `servers/trading-server.12`
    int device = none;
    int interface = none;  ///< place in the intent's interfaces
    bool is_gateway = false;
    std::optional<std::string> shared_by;
    std::optional<std::int64_t> offset[2];  ///< by family, where it follows from the network itself
};

/// All members of a network; makes the virtual interfaces that they need.
std::vector<Member> members_of(Addressing& work, const WorkNetwork& network);

}  // namespace colo::generator
