// VLAN ids, and which ports carry which VLAN, with a tag or without.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/generator/freed.h"
#include "intent/generator/networks.h"

namespace colo::generator {

namespace {

class Vlans {
public:
    explicit Vlans(Addressing& work) : work_(work), bench_(work.bench) {}

    void number() {
        for (const WorkNetwork& network : work_.networks)
            if (network.entry->vlan && network.entry->vlan->id)
                said_.insert(*network.entry->vlan->id);
        for (const auto& [name, indices] : work_.of_name) number(indices);
        carry();
    }

private:
    static constexpr std::int64_t highest = 4094;  // IEEE 802.1Q, 9.6: 4095 is reserved

    const std::optional<definition::VlanChoice>& choice_of(int index) const {
        return work_.networks[at(index)].entry->vlan;
    }

    /// Each of a name's networks by its own entry: an exception may say the id of one of them. Ids
    /// that are said come first, then kept ones, then newcomers.
    void number(const std::vector<int>& indices) {
        std::set<std::int64_t> said;
        for (const int index : indices)
            if (const auto& choice = choice_of(index); choice && choice->id) {
                said.insert(*choice->id);
                add(index, *choice->id);
            }
        std::vector<int> newcomers;
        for (const int index : indices)
            if (const auto& choice = choice_of(index);
                choice && choice->range && !keep(index, said))
                newcomers.push_back(index);
        for (const int index : newcomers) {
            const auto& choice = choice_of(index);
            std::int64_t next = choice->range->first;
            while (taken().contains(next) || said_.contains(next)) ++next;
            if (next > choice->range->last) return say_exhausted(*choice, indices);
            allot(index, next);
        }
    }

    /// Ids that earlier plans gave out, to whomever, and this one to newcomers.
    std::set<std::int64_t>& taken() {
        if (!taken_) {
            taken_.emplace();
            for (const auto& [network, id] : bench_.ledger.all_earlier(AllocationKind::vlan))
                taken_->insert(as_number(*id));
        }
        return *taken_;
    }

    bool keep(int index, const std::set<std::int64_t>& said) {
        const WorkNetwork& network = work_.networks[at(index)];
        const std::string* text = bench_.ledger.earlier(AllocationKind::vlan, network.id);
        if (!text) return false;
        const std::int64_t id = as_number(*text);
        const auto& range = *network.entry->vlan->range;
        if (id < range.first || id > range.last || said.contains(id)) return false;
        allot(index, id);
        return true;
    }

    void allot(int index, std::int64_t id) {
        taken().insert(id);
        bench_.ledger.keep(AllocationKind::vlan, work_.networks[at(index)].id, std::to_string(id));
        add(index, id);
    }

    void add(int index, std::int64_t id) {
        WorkNetwork& network = work_.networks[at(index)];
        if (id < 1 || id > highest)
            bench_.out.error("out-of-range", network.entry->vlan->at,
                             fmt::format("{} is not a VLAN id; they are 1 to {}", id, highest));
        network.vlan = VlanId(network.id);
        network.vid = id;
        bench_.intent.vlans.push_back(
            {*network.vlan, id, network.name, network.scope, network.name});
    }

    void say_exhausted(const definition::VlanChoice& choice, const std::vector<int>& indices) {
        const auto& [first, last] = std::pair(choice.range->first, choice.range->last);
        std::set<std::string> wanting, others;
        for (const int index : indices) wanting.insert(work_.networks[at(index)].id);
        std::set<std::string> living;
        for (const WorkNetwork& network : work_.networks) living.insert(network.id);
        std::size_t freed = 0;
        for (const auto& [network, id] : bench_.ledger.all_earlier(AllocationKind::vlan)) {
            const std::string owner(network);
            if (as_number(*id) < first || as_number(*id) > last || wanting.contains(owner))
                continue;
            if (living.contains(owner))
                others.insert(owner.substr(0, owner.find('.')));
            else
                ++freed;
        }
        Diagnostic& problem =
            bench_.out.error("pool-exhausted", choice.at,
                             fmt::format("{} networks need a VLAN id, the range {}-{} has too few",
                                         indices.size(), first, last));
        problem.detail = {fmt::format("it has {}", count_of(at_size(last - first + 1), "id"))};
        for (const std::string& other : others)
            problem.detail.push_back(fmt::format("some of them are {}'s", other));
        if (freed > 0) problem.detail.push_back(freed_text(freed, "id"));
        problem.hint = fmt::format(
            "{}make the range wider, by {} at least", freed > 0 ? apply_first : "",
            std::max<std::int64_t>(
                static_cast<std::int64_t>(indices.size() + freed) - (last - first + 1), 1));
    }

    static std::size_t at_size(std::int64_t count) { return static_cast<std::size_t>(count); }

    /// Every cable of a rule that carries networks takes their VLANs along.
    void carry() {
        for (const WorkCable& cable : bench_.cables) {
            if (!cable.rule || cable.rule->carries.empty() || !cable.a.known()) continue;
            std::vector<const WorkNetwork*> carried;
            for (const auto& name : cable.rule->carries)
                if (const WorkNetwork* network = network_at(*name, cable); network && network->vlan)
                    carried.push_back(network);
            const bool untagged = carried.size() == 1 && is_member(*carried.front(), cable.a);
            for (const PortRef& end : {cable.a, cable.b})
                for (const WorkNetwork* network : carried) put(end, *network->vlan, untagged);
        }
        for (Interface& interface : bench_.intent.interfaces) {
            auto& tagged = interface.tagged_vlans;
            std::sort(tagged.begin(), tagged.end());
            tagged.erase(std::unique(tagged.begin(), tagged.end()), tagged.end());
        }
    }

    /// The one of the name's networks in whose scope one of the cable's ends is.
    const WorkNetwork* network_at(const std::string& name, const WorkCable& cable) const {
        for (const PortRef& end : {cable.a, cable.b})
            if (const int index = network_of(work_, name, bench_.devices[at(end.device)]);
                index != none)
                return &work_.networks[at(index)];
        return nullptr;
    }

    /// Whether the port is an end device's: one that has its address in the network itself.
    bool is_member(const WorkNetwork& network, const PortRef& end) const {
        const auto& members = network.entry->members;
        if (!members) return false;
        const WorkDevice& device = bench_.devices[at(end.device)];
        const bool of_role =
            members->any_role() ||
            std::any_of(members->role.begin(), members->role.end(),
                        [&](const auto& role) { return *role == device.role_name; });
        if (!of_role) return false;
        const auto& ports = work_.selection.ports(*members, device);
        return std::any_of(ports.begin(), ports.end(),
                           [&](const auto& port) { return port.port == end.port; });
    }

    void put(const PortRef& end, const VlanId& vlan, bool untagged) {
        const int interface = bench_.interface_at(end);
        if (interface == none) return;
        auto& interfaces = bench_.intent.interfaces;
        put(interfaces[at(interface)], vlan, untagged);
        if (const int lag = bench_.lag_of_interface[at(interface)]; lag != none)
            put(interfaces[at(lag)], vlan, untagged);
    }

    static void put(Interface& interface, const VlanId& vlan, bool untagged) {
        if (untagged)
            interface.vlan = vlan;
        else
            interface.tagged_vlans.push_back(vlan.value);
    }

    Addressing& work_;
    Workbench& bench_;
    std::optional<std::set<std::int64_t>> taken_;
    std::set<std::int64_t> said_;  ///< of whatever network
};

}  // namespace

void number_vlans(Addressing& work) { Vlans(work).number(); }

}  // namespace colo::generator
