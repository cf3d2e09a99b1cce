#include "intent/generator/members.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/generator/emit.h"

namespace colo::generator {

namespace {

using definition::GatewayKind;
using definition::Lower;

class Members {
public:
    explicit Members(Addressing& work) : work_(work), bench_(work.bench) {}

    std::vector<Member> of(const WorkNetwork& network) {
        if (!network.circuit.empty()) return landing(network);
        if (!network.cables.empty() || network.pair != none) return both_ends(network);
        std::vector<Member> members = gateways_of(network);
        if (network.entry->members) add_members(network, members);
        return members;
    }

private:
    /// The gateway's shared or virtual address first, then each router's own.
    std::vector<Member> gateways_of(const WorkNetwork& network) {
        std::vector<Member> members;
        const auto& gateway = network.entry->gateway;
        if (gateway.kind == GatewayKind::none || !gateway.on) return members;
        const std::vector<int> routers = gateway.on->same.given()
                                             ? devices_in(work_, network, *gateway.on)
                                             : work_.selection.devices(*gateway.on);
        if (routers.empty()) {
            bench_.out.error("gateway-missing", gateway.at,
                             fmt::format("no device is there to be the gateway of {}", network.id));
            return members;
        }
        const std::string interface = interface_name(network);
        for (const int router : routers) {
            Member member{fmt::format("{}/{}/gateway", network.id, bench_.devices[at(router)].id),
                          router,
                          virtual_interface(router, interface, network),
                          true,
                          std::nullopt,
                          {}};
            if (routers.size() > 1) member.shared_by = group_id(network, routers);
            members.push_back(member);
        }
        if (gateway.kind == GatewayKind::vrrp)
            for (const int router : routers)
                members.push_back(
                    {fmt::format("{}/{}/gateway-own", network.id, bench_.devices[at(router)].id),
                     router,
                     virtual_interface(router, interface, network),
                     false,
                     std::nullopt,
                     {}});
        return members;
    }

    /// What holds a shared address: the redundancy pair when it is one, else the gateway itself.
    std::string group_id(const WorkNetwork& network, const std::vector<int>& routers) const {
        const int pair = bench_.devices[at(routers.front())].pair;
        const bool is_pair =
            pair != none && std::all_of(routers.begin(), routers.end(), [&](int router) {
                return bench_.devices[at(router)].pair == pair;
            });
        return is_pair ? bench_.pairs[at(pair)].id : network.id + "/gateway";
    }

    std::string interface_name(const WorkNetwork& network) const {
        if (network.entry->interface.given()) return *network.entry->interface;
        if (network.vlan) return fmt::format("Vlan{}", network.vid);
        return "gateway-" + network.name;
    }

    int virtual_interface(int device, const std::string& name, const WorkNetwork& network) {
        const int index = add_interface(bench_, device, name, "virtual");
        Interface& interface = bench_.intent.interfaces[at(index)];
        interface.vrf = network.entry->vrf;
        if (network.vlan) interface.vlan = network.vlan;
        return index;
    }

    void add_members(const WorkNetwork& network, std::vector<Member>& members) {
        const definition::Selector& selector = *network.entry->members;
        for (const int device : devices_in(work_, network, selector)) {
            if (selector.interface.given()) {
                Member member = make_member(network, device, "");
                member.interface = virtual_interface(device, *selector.interface, network);
                if (selector.shared_by.given() && bench_.devices[at(device)].pair != none)
                    member.shared_by = bench_.pairs[at(bench_.devices[at(device)].pair)].id;
                members.push_back(std::move(member));
            } else {
                add_ports(network, selector, device, members);
            }
        }
    }

    Member make_member(const WorkNetwork& network, int device, const std::string& part) const {
        Member member;
        member.identity = network.id + "/" + bench_.devices[at(device)].id;
        if (!part.empty()) member.identity += "/" + part;
        member.device = device;
        return member;
    }

    /// Each port is a member of its own; the ports of a bundle are one.
    void add_ports(const WorkNetwork& network, const definition::Selector& selector, int device,
                   std::vector<Member>& members) {
        struct Found {
            int interface;
            std::string part;
        };
        std::vector<Found> found;
        std::set<int> bundles;
        for (const auto& port : work_.selection.ports(selector, bench_.devices[at(device)])) {
            if (bench_.interface_at({device, port.port}) == none) continue;
            const int interface = bench_.whole_interface(bench_.interface_at({device, port.port}));
            if (!bundles.insert(interface).second) continue;
            found.push_back({interface, fmt::format("{}.{}", *port.group, port.place)});
        }
        for (const Found& one : found) {
            Member member = make_member(network, device, found.size() > 1 ? one.part : "");
            member.interface = one.interface;
            if (network.entry->vrf)
                bench_.intent.interfaces[at(one.interface)].vrf = network.entry->vrf;
            members.push_back(std::move(member));
        }
    }

    // ---- networks between two ends

    struct End {
        int device = none, interface = none;
    };

    /// The lower address goes to the end that the network says.
    std::vector<Member> both_ends(const WorkNetwork& network) {
        std::vector<End> ends =
            network.pair != none ? ends_of_pair(network) : ends_of_cables(network);
        std::vector<Member> members;
        if (ends.size() != 2) return members;
        if (network.entry->lower == Lower::to) std::swap(ends[0], ends[1]);
        for (std::size_t i = 0; i < 2; ++i) {
            Member member = make_member(network, ends[i].device, "");
            member.interface = ends[i].interface;
            for (const Family family : {Family::ipv4, Family::ipv6}) {
                const auto& prefix = network.prefix[static_cast<int>(family)];
                if (!prefix) continue;
                const std::int64_t lowest = prefix->host_bits() <= 1 ? 0 : 1;
                member.offset[static_cast<int>(family)] = lowest + static_cast<std::int64_t>(i);
            }
            members.push_back(std::move(member));
        }
        return members;
    }

    std::vector<End> ends_of_pair(const WorkNetwork& network) {
        std::vector<End> ends;
        const std::string name = interface_name(network);
        for (const int device : bench_.pairs[at(network.pair)].devices)
            ends.push_back({device, virtual_interface(device, name, network)});
        return ends;
    }

    std::vector<End> ends_of_cables(const WorkNetwork& network) {
        const WorkCable& cable = bench_.cables[at(network.cables.front())];
        std::vector<End> ends;
        for (const PortRef& end : {cable.a, cable.b}) {
            if (network.entry->interface.given()) {
                ends.push_back({end.device,
                                virtual_interface(end.device, *network.entry->interface, network)});
                continue;
            }
            if (bench_.interface_at(end) == none) return {};
            const int interface = bench_.whole_interface(bench_.interface_at(end));
            bench_.intent.interfaces[at(interface)].vrf = network.entry->vrf;
            ends.push_back({end.device, interface});
        }
        return ends;
    }

    /// Our address is the circuit's; the peer has the other of the /31.
    std::vector<Member> landing(const WorkNetwork& network) {
        const auto& circuit = bench_.inputs.site.circuits.at(network.circuit);
        const auto cable =
            std::find_if(bench_.cables.begin(), bench_.cables.end(),
                         [&](const WorkCable& c) { return c.circuit == network.circuit; });
        if (cable == bench_.cables.end()) return {};
        const int interface = bench_.interface_at(cable->b);
        if (interface == none) return {};
        bench_.intent.interfaces[at(interface)].vrf = network.entry->vrf;
        Member member = make_member(network, cable->b.device, "");
        member.interface = interface;
        for (const Family family : {Family::ipv4, Family::ipv6}) {
            const auto& prefix = network.prefix[static_cast<int>(family)];
            const auto& said = family == Family::ipv4 ? circuit.address : circuit.address6;
            if (prefix && said)
                member.offset[static_cast<int>(family)] =
                    static_cast<std::int64_t>((*said)->address.bits - prefix->network.bits);
        }
        return {member};
    }

    Addressing& work_;
    Workbench& bench_;
};

}  // namespace

std::vector<Member> members_of(Addressing& work, const WorkNetwork& network) {
    return Members(work).of(network);
}

}  // namespace colo::generator
