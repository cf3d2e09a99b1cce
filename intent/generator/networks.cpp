#include "intent/generator/networks.h"

#include <algorithm>
#include <set>

#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

class Making {
public:
    explicit Making(Addressing& work) : work_(work), bench_(work.bench) {}

    void make() {
        for (const auto& [name, entry] : bench_.inputs.standard.networks) make(name, entry);
    }

private:
    void make(const std::string& name, const definition::Network& entry) {
        const definition::NetworkScope& per = entry.per;
        if (per.pair.given()) return make_per_pair(name, entry);
        if (per.cabling.given()) return make_per_cable(name, entry);
        if (per.circuit.given()) return make_per_circuit(name, entry);
        make_per_place(name, entry, per.each);
    }

    WorkNetwork& add(const std::string& name, const definition::Network& entry, std::string id,
                     std::string scope) {
        WorkNetwork network;
        network.id = std::move(id);
        network.name = name;
        network.scope = std::move(scope);
        network.entry = work_.bench.exceptions.network(name, network.id, entry);
        work_.of_name[name].push_back(static_cast<int>(work_.networks.size()));
        work_.networks.push_back(std::move(network));
        return work_.networks.back();
    }

    void make_per_place(const std::string& name, const definition::Network& entry,
                        const std::string& each) {
        std::map<std::string, int> made;
        std::vector<int>& of_rack = work_.of_rack[name];
        of_rack.assign(bench_.racks.size(), none);
        for (const WorkRack& rack : bench_.racks) {
            const auto key = key_of(rack, each);
            if (!key) continue;
            const auto [found, is_new] =
                made.emplace(*key, static_cast<int>(work_.networks.size()));
            if (is_new)
                add(name, entry, key->empty() ? name : name + "." + *key,
                    key->empty() ? "site" : *key);
            of_rack[at(rack.order)] = found->second;
        }
    }

    /// What racks that share a network have in common; nothing for a rack outside all groups.
    static std::optional<std::string> key_of(const WorkRack& rack, const std::string& each) {
        if (each == "site") return "";
        if (each == "rack") return rack.id;
        if (each == "row") return rack.entry->row;
        const auto founder = rack.founders.find(each);
        return founder == rack.founders.end() ? std::nullopt : std::optional(founder->second);
    }

    void make_per_pair(const std::string& name, const definition::Network& entry) {
        for (int i = 0; i < static_cast<int>(bench_.pairs.size()); ++i) {
            const WorkPair& pair = bench_.pairs[at(i)];
            if (bench_.devices[at(pair.devices.front())].role_name != *entry.per.pair) continue;
            work_.of_pair[name].resize(bench_.pairs.size(), none);
            work_.of_pair[name][at(i)] = static_cast<int>(work_.networks.size());
            add(name, entry, name + "/" + pair.id, pair.id).pair = i;
        }
    }

    /// One for each cable of the rule; for each bundle where the rule makes bundles.
    void make_per_cable(const std::string& name, const definition::Network& entry) {
        const std::string& rule = *entry.per.cabling;
        std::map<std::string, std::vector<int>, NaturalLess> by_scope;
        for (int i = 0; i < static_cast<int>(bench_.cables.size()); ++i) {
            const WorkCable& cable = bench_.cables[at(i)];
            if (cable.rule_name != rule || !cable.rule || !cable.a.known()) continue;
            by_scope[cable.rule->lag ? bench_.devices[at(cable.a.device)].id
                                     : cable.id.substr(rule.size() + 1)]
                .push_back(i);
        }
        for (auto& [scope, cables] : by_scope)
            add(name, entry, name + "/" + scope, scope).cables = std::move(cables);
    }

    void make_per_circuit(const std::string& name, const definition::Network& entry) {
        for (const auto& [id, circuit] : bench_.inputs.site.circuits) {
            if (*circuit.kind != *entry.per.circuit) continue;
            if (entry.from_circuit && !circuit.address && entry.optional) continue;
            if (entry.from_circuit && !circuit.address) {
                bench_.out
                    .error("circuit-incomplete", circuit.at,
                           fmt::format("circuit {} does not say its address", id))
                    .notes = {{entry.at, fmt::format("network {} is made from it", name)}};
                continue;
            }
            add(name, entry, name + "/" + id, id).circuit = id;
        }
    }

    Addressing& work_;
    Workbench& bench_;
};

}  // namespace

void make_networks(Addressing& work) { Making(work).make(); }

int network_of(const Addressing& work, const std::string& name, const WorkDevice& device) {
    if (const auto racks = work.of_rack.find(name); racks != work.of_rack.end())
        return device.rack == none ? none : racks->second[at(device.rack)];
    const auto pairs = work.of_pair.find(name);
    return pairs == work.of_pair.end() || device.pair == none ? none
                                                              : pairs->second[at(device.pair)];
}

const std::vector<int>& devices_in(Addressing& work, const WorkNetwork& network,
                                   const Selector& selector) {
    const auto [found, is_new] = work.members.try_emplace(&selector);
    if (is_new)
        for (const int device : work.selection.devices(selector))
            found->second[network_of(work, network.name, work.bench.devices[at(device)])].push_back(
                device);
    return found->second[static_cast<int>(&network - work.networks.data())];
}

void number_networks(Workbench& bench) {
    Addressing work{bench, Selection(bench), {}, {}, {}, {}, {}};
    const int before = bench.out.errors();
    for (const auto step :
         {make_networks, carve_prefixes, number_vlans, emit_prefixes, number_hosts}) {
        step(work);
        if (bench.out.errors() != before) return;
    }
    name_addresses(bench);
}

}  // namespace colo::generator
