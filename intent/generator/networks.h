// Networks as they exist at a site: one for each scope of each of the standard's entries.
#pragma once

#include "intent/generator/selection.h"

namespace colo::generator {

struct WorkNetwork {
    std::string id;  ///< `servers.R03`, `router-cross/wan-router.1/exchange-router.1/1`
    std::string name, scope;
    const definition::Network* entry = nullptr;
    int pair = none;
    std::vector<int> cables;  ///< of networks per cabling: one, or those of a bundle
    std::string circuit;
    std::optional<IpPrefix> prefix[2];  ///< by family
    std::optional<std::string> pool[2];
    std::optional<VlanId> vlan;
    std::int64_t vid = 0;  ///< where it has a VLAN
};

/// Everything that addressing works on.
struct Addressing {
    Workbench& bench;
    Selection selection;
    std::vector<WorkNetwork> networks;
    std::map<std::string, std::vector<int>> of_name;  ///< networks by the standard's entry
    /// By the standard's entry: the network of each rack (or none), and of each pair.
    std::map<std::string, std::vector<int>> of_rack, of_pair;
    std::map<const Selector*, std::unordered_map<int, std::vector<int>>>
        members;  ///< looked up so far
};

void make_networks(Addressing& work);   ///< which networks there are
void carve_prefixes(Addressing& work);  ///< pools, and a prefix for each network and family
void number_vlans(Addressing& work);    ///< VLANs, and which ports carry them
void emit_prefixes(Addressing& work);   ///< prefixes in the shape of the intent, gateways apart
void number_hosts(Addressing& work);    ///< an address for each member
void name_addresses(Workbench& bench);  ///< DNS

/// The network of this name in whose scope the device lies, or none.
int network_of(const Addressing& work, const std::string& name, const WorkDevice& device);

/// The selector's devices that lie in the network's scope.
const std::vector<int>& devices_in(Addressing& work, const WorkNetwork& network,
                                   const Selector& selector);

/// What terms may ask for.
struct TermSource {
    const WorkDevice* device = nullptr;
    const WorkDevice* from = nullptr;
    const WorkDevice* to = nullptr;
    const WorkCable* cable = nullptr;
    const WorkPair* pair = nullptr;
    const Workbench* bench = nullptr;
    int index_from = 0, index_to = 0;
};

/// The value of a term, or nothing when it asks for what is not there. `worked_out` is the sum in
/// figures: `(3 - 1) x 2 + 2 = 6`.
struct Worked {
    std::optional<std::int64_t> value;
    std::string worked_out;
};
Worked work_out(const definition::Term& term, const TermSource& source);

}  // namespace colo::generator
