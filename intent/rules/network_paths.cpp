#include "intent/rules/network_paths.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace colo::rules {

namespace {

constexpr std::uint32_t nothing = UINT32_MAX;

/// Follows cables and notes who passes what on.
class Tracing {
public:
    Tracing(const Intent& intent, const Constraints& constraints, const CabledPorts& ports,
            std::vector<Network>& networks)
        : intent_(intent), constraints_(constraints), ports_(ports), networks_(networks) {}

    void trace() {
        find_networks();
        if (networks_.empty()) return;
        number_devices();
        find_ends();
        for (std::size_t i = 0; i < intent_.cables.size(); ++i)
            if (const auto& way = intent_.cables[i].path)
                ways_[*way].push_back(i);
            else
                follow({&i, 1});
        for (const auto& [way, cables] : ways_) follow(cables);
        for (Network& network : networks_) {
            std::sort(network.ends.begin(), network.ends.end(),
                      [](const auto& a, const auto& b) { return a.port < b.port; });
            auto& gateways = network.gateways;
            std::sort(gateways.begin(), gateways.end());
            gateways.erase(std::unique(gateways.begin(), gateways.end()), gateways.end());
        }
    }

private:
    struct EndRef {
        std::uint32_t network, end, next;  ///< `next`: another network of the same interface
    };

    void find_networks() {
        networks_of_prefixes_.assign(intent_.prefixes.size(), nothing);
        FlatMap<std::string_view, std::uint32_t> entries;  // of those without a VLAN
        for (std::size_t i = 0; i < intent_.prefixes.size(); ++i) {
            const Prefix& prefix = intent_.prefixes[i];
            if (!prefix.gateway) continue;
            auto& of = prefix.vlan ? by_vlan_ : entries;
            const std::string_view key = prefix.vlan ? prefix.vlan->value : prefix.rule;
            const auto [found, is_new] =
                of.try_emplace(key, static_cast<std::uint32_t>(networks_.size()));
            if (is_new) networks_.push_back({key, prefix.rule, {}, {}, {}, {}});
            networks_of_prefixes_[i] = found.value();
        }
        for (const auto& [rule, carried] : constraints_.carries)
            for (const std::string& entry : carried)
                if (const auto found = entries.find(entry); found != entries.end())
                    by_rule_[rule].push_back(found.value());
    }

    void number_devices() {
        devices_.reserve(intent_.devices.size());
        for (std::size_t i = 0; i < intent_.devices.size(); ++i)
            devices_.try_emplace(intent_.devices[i].id.value, static_cast<std::uint32_t>(i));
    }

    std::uint32_t device(std::string_view id) const {
        const auto found = devices_.find(id);
        return found == devices_.end() ? nothing : found.value();
    }

    /// The device's place among those that pass the network on.
    std::uint32_t passer(std::uint32_t network, std::uint32_t device) {
        auto& passers = networks_[network].passers;
        const auto [found, is_new] =
            passers_.try_emplace((static_cast<std::uint64_t>(network) << 32) | device,
                                 static_cast<std::uint32_t>(passers.size()));
        if (is_new) passers.push_back(device);
        return found.value();
    }

    /// Gateways pass on whatever their interface is; the others end the network at their port.
    void find_ends() {
        FlatMap<std::string_view, std::uint32_t> prefixes;
        for (std::size_t i = 0; i < intent_.prefixes.size(); ++i)
            if (networks_of_prefixes_[i] != nothing)
                prefixes.try_emplace(intent_.prefixes[i].id.value, static_cast<std::uint32_t>(i));
        std::vector<std::pair<const Address*, std::uint32_t>> members;
        for (const Address& address : intent_.addresses) {
            const auto prefix = prefixes.find(address.prefix.value);
            if (prefix == prefixes.end()) continue;
            const std::uint32_t network = networks_of_prefixes_[prefix.value()];
            const std::uint32_t holder = device(address.device.value);
            if (holder == nothing) continue;
            if (address.address.address == *intent_.prefixes[prefix.value()].gateway)
                networks_[network].gateways.push_back(passer(network, holder));
            else
                members.emplace_back(&address, network);
        }
        for (const auto& [address, network] : members) add_end(*address, network);
    }

    void add_end(const Address& address, std::uint32_t network) {
        const std::uint32_t holder = device(address.device.value);
        auto& ends = networks_[network].ends;
        const auto [first, is_new] = ends_of_interface_.try_emplace(
            address.interface.value, static_cast<std::uint32_t>(refs_.size()));
        if (!is_new)
            for (std::uint32_t ref = first.value(); ref != nothing; ref = refs_[ref].next)
                if (refs_[ref].network == network) return;  // its other family
        const std::uint32_t next = is_new ? nothing : first.value();
        first.value() = static_cast<std::uint32_t>(refs_.size());
        refs_.push_back({network, static_cast<std::uint32_t>(ends.size()), next});
        ends.push_back({holder, address.interface.value, {}});
        const Interface* interface = interface_of(address);
        if (interface && interface->type == "virtual")
            ends.back().at.push_back(passer(network, holder));
    }

    const Interface* interface_of(const Address& address) const {
        const auto& table = intent_.interfaces;
        const auto found = std::lower_bound(
            table.begin(), table.end(), address.interface,
            [](const Interface& one, const PortId& wanted) { return one.id < wanted; });
        return found != table.end() && found->id == address.interface ? &*found : nullptr;
    }

    /// One cable, or those of a way in their order.
    void follow(std::span<const std::size_t> cables) {
        const auto a = ports_.ends(cables.front())[0], b = ports_.ends(cables.back())[1];
        const Interface* one = a ? ports_.interface(*a) : nullptr;
        const Interface* other = b ? ports_.interface(*b) : nullptr;
        if (!one || !other) return;
        between_.clear();
        for (const std::size_t cable : cables.first(cables.size() - 1))
            if (const auto& into = intent_.cables[cable].b.device; into)
                if (const std::uint32_t passed = device(into->value); passed != nothing)
                    between_.push_back(passed);
        if (one->vlan) follow_vlan(one->vlan->value, *one, *other);
        for (const std::string& vlan : one->tagged_vlans) follow_vlan(vlan, *one, *other);
        if (by_rule_.empty()) return;
        const Cable& cable = intent_.cables[cables.front()];
        for (const std::string& key : {cable.rule, cable.path.value_or(cable.id.value)})
            if (const auto rule = by_rule_.find(key); rule != by_rule_.end())
                for (const std::uint32_t network : rule->second) link(network, *one, *other);
    }

    void follow_vlan(const std::string& vlan, const Interface& one, const Interface& other) {
        const auto network = by_vlan_.find(vlan);
        if (network == by_vlan_.end()) return;
        const bool untagged = other.vlan && other.vlan->value == vlan;
        if (untagged ||
            std::binary_search(other.tagged_vlans.begin(), other.tagged_vlans.end(), vlan))
            link(network.value(), one, other);
    }

    void link(std::uint32_t network, const Interface& one, const Interface& other) {
        const std::uint32_t end = end_at(network, one), far_end = end_at(network, other);
        const std::uint32_t from = end == nothing ? passer_at(network, one) : nothing;
        const std::uint32_t to = far_end == nothing ? passer_at(network, other) : nothing;
        if ((end == nothing && from == nothing) || (far_end == nothing && to == nothing) ||
            (from == nothing && to == nothing))
            return;
        auto& passers = networks_[network].passers;
        auto& links = networks_[network].links;
        auto& ends = networks_[network].ends;
        std::vector<std::uint32_t>& way = way_;
        way.clear();
        if (from != nothing) way.push_back(from);
        for (const std::uint32_t passed : between_) {
            way.push_back(static_cast<std::uint32_t>(passers.size()));
            passers.push_back(passed);
        }
        if (to != nothing) way.push_back(to);
        for (std::size_t i = 1; i < way.size(); ++i) links.push_back({way[i - 1], way[i]});
        if (end != nothing) ends[end].at.push_back(way.front());
        if (far_end != nothing) ends[far_end].at.push_back(way.back());
    }

    /// The end that the interface, or its bundle, is; nothing where it is none.
    std::uint32_t end_at(std::uint32_t network, const Interface& interface) const {
        for (const PortId* port : {&interface.id, interface.lag ? &*interface.lag : nullptr}) {
            if (!port) continue;
            const auto first = ends_of_interface_.find(port->value);
            if (first == ends_of_interface_.end()) continue;
            for (std::uint32_t ref = first.value(); ref != nothing; ref = refs_[ref].next)
                if (refs_[ref].network == network) return refs_[ref].end;
        }
        return nothing;
    }

    std::uint32_t passer_at(std::uint32_t network, const Interface& interface) {
        if (interface.management_only) return nothing;
        const std::uint32_t owner = device(interface.device.value);
        return owner == nothing ? nothing : passer(network, owner);
    }

    const Intent& intent_;
    const Constraints& constraints_;
    const CabledPorts& ports_;
    std::vector<Network>& networks_;
    std::vector<std::uint32_t> networks_of_prefixes_;
    FlatMap<std::string_view, std::uint32_t> by_vlan_, devices_, ends_of_interface_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_rule_;
    FlatMap<std::uint64_t, std::uint32_t> passers_;
    std::vector<EndRef> refs_;
    std::map<std::string_view, std::vector<std::size_t>> ways_;  ///< cables of each, in their order
    std::vector<std::uint32_t> between_;  ///< devices that the way followed runs through
    std::vector<std::uint32_t> way_;      ///< passers of the way followed, from end to end
};

}  // namespace

NetworkPaths::NetworkPaths(const Intent& intent, const Constraints& constraints,
                           const CabledPorts& ports) {
    Tracing(intent, constraints, ports, networks_).trace();
}

std::vector<bool> Network::reached_from(std::vector<std::uint32_t> open) const {
    std::vector<std::uint32_t> first(passers.size() + 1);  // links of each passer, side by side
    for (const auto& [a, b] : links) ++first[a + 1], ++first[b + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> neighbours(2 * links.size()), next(first.begin(), first.end());
    for (const auto& [a, b] : links) neighbours[next[a]++] = b, neighbours[next[b]++] = a;

    std::vector<bool> led(passers.size(), false);
    for (const std::uint32_t passer : open) led[passer] = true;
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (std::uint32_t i = first[at]; i < first[at + 1]; ++i)
            if (!led[neighbours[i]]) led[neighbours[i]] = true, open.push_back(neighbours[i]);
    }
    return led;
}

bool gets_through(const NetworkEnd& end, const std::vector<bool>& led) {
    return std::any_of(end.at.begin(), end.at.end(),
                       [&](std::uint32_t passer) { return led[passer]; });
}

}  // namespace colo::rules
