#include "intent/generator/wishes.h"

#include <fmt/format.h>

#include <set>

namespace colo::generator {

namespace {

using definition::CablingRule;
using definition::Connect;
using definition::Pick;

class Wishing {
public:
    Wishing(Workbench& bench, const Selection& selection) : bench_(bench), selection_(selection) {}

    std::vector<Wish> wish() {
        for (const auto& [name, rule] : bench_.inputs.standard.cabling) wish_for(name, rule);
        return std::move(wishes_);
    }

private:
    void wish_for(const std::string& name, const CablingRule& rule) {
        if (rule.from.of_circuits()) {
            for (const auto& [id, circuit] : bench_.inputs.site.circuits)
                if (*circuit.kind == *rule.from.circuit)
                    wish_for_circuit(name, *bench_.exceptions.cabling(name, rule, nullptr, id), id,
                                     circuit);
            return;
        }
        for (const int from : selection_.devices(rule.from)) {
            const DeviceFacts facts = bench_.facts(bench_.devices[at(from)]);
            wish_from(name, *bench_.exceptions.cabling(name, rule, &facts, ""), from);
        }
    }

    void wish_from(const std::string& name, const CablingRule& rule, int from) {
        const auto& ports = selection_.ports(rule.from, bench_.devices[at(from)]);
        if (ports.empty()) return;
        const auto targets = selection_.devices_beside(rule.to, from);
        if (targets.empty())
            say_nothing_selected(name, rule, from);
        else if (rule.connect == Connect::mesh)
            wish_for_mesh(name, rule, from, targets);
        else
            wish_for_all_ports(name, rule, from, ports, targets);
    }

    void wish_for_mesh(const std::string& name, const CablingRule& rule, int from,
                       const std::vector<int>& targets) {
        int index = 0;
        for (const int to : targets)
            for (std::int64_t parallel = 1; parallel <= rule.parallel; ++parallel) {
                Wish wish = make_wish(name, rule, from, index++);
                wish.id = fmt::format("{}/{}/{}/{}", name, bench_.devices[at(from)].id,
                                      bench_.devices[at(to)].id, parallel);
                wish.to = to;
                wishes_.push_back(std::move(wish));
            }
    }

    void wish_for_all_ports(const std::string& name, const CablingRule& rule, int from,
                            const std::vector<Selection::GroupPort>& ports,
                            const std::vector<int>& targets) {
        const bool one_each = rule.connect == Connect::one_each;
        const WorkDevice& device = bench_.devices[at(from)];
        if (one_each && targets.size() != ports.size()) {
            bench_.out
                .error("ports-not-equal-targets", rule.from.at,
                       fmt::format("{} has {} for {}", device.id, count_of(ports.size(), "port"),
                                   count_of(targets.size(), "device to connect to",
                                            "devices to connect to")))
                .notes = {{rule.at, fmt::format("cabling rule {} connects one-each", name)}};
            return;
        }
        if (!one_each && targets.size() > 1 && !rule.to.pick) {
            Diagnostic& problem = bench_.out.error(
                "selector-ambiguous", rule.to.at,
                fmt::format("{} devices are selected where one is taken", targets.size()));
            for (std::size_t i = 0; i < targets.size() && i < 4; ++i)
                problem.detail.push_back(bench_.devices[at(targets[i])].id);
            problem.hint = "say pick: nearest, same: rack, or connect: mesh";
            return;
        }
        for (std::size_t i = 0; i < ports.size(); ++i) {
            Wish wish = make_wish(name, rule, from, static_cast<int>(i));
            wish.id = fmt::format("{}/{}/{}", name, device.id, i + 1);
            wish.from_port = ports[i].port;
            if (one_each)
                wish.to = targets[i];
            else if (targets.size() == 1)
                wish.to = targets.front();
            else
                wish.group_key = name + "/" + device.id;
            wishes_.push_back(std::move(wish));
            if (!rule.optional)
                bench_.constraints.must_connect.emplace_back(bench_.port_id({from, ports[i].port}),
                                                             name);
        }
    }

    void wish_for_circuit(const std::string& name, const CablingRule& rule, const std::string& id,
                          const definition::CircuitEntry& circuit) {
        Wish wish = make_wish(name, rule, none, 0);
        wish.id = name + "/" + id;
        wish.circuit = id;
        if (circuit.handoff && circuit.handoff->rack.given()) {
            const auto landing = panel_port(id, *circuit.handoff);
            if (!landing) return;
            wish.from = landing->device;
            wish.from_port = landing->port;
        }
        auto targets = selection_.devices_beside(rule.to, none);
        if (rule.to.pick == Pick::same_side && circuit.side) {
            const int member = *circuit.side == "A" ? 1 : *circuit.side == "B" ? 2 : 0;
            std::erase_if(targets, [&](int d) { return bench_.devices[at(d)].member != member; });
        }
        if (targets.empty()) {
            say_nothing_selected(name, rule, none);
            return;
        }
        wish.to = targets.front();
        wishes_.push_back(std::move(wish));
    }

    std::optional<PortRef> panel_port(const std::string& circuit,
                                      const definition::HandoffEntry& handoff) {
        const auto found =
            bench_.device_index.find("panel." + *handoff.rack + "." + *handoff.panel);
        if (found == bench_.device_index.end()) return std::nullopt;
        const WorkDevice& panel = bench_.devices[at(found->second)];
        if (panel.hardware->groups.empty()) {
            bench_.out.error(
                "circuit-without-end", handoff.panel.at,
                fmt::format("model {} of panel {} has no port group for circuit {} to land on",
                            panel.hardware->model, *handoff.panel, circuit));
            return std::nullopt;
        }
        const auto& ports = panel.hardware->groups.begin()->second;
        Diagnostics quiet;
        definition::Node node;
        node.kind = definition::Node::Kind::scalar;
        node.text = *handoff.port;
        const auto place = definition::read_integer(node, quiet);
        if (!place || *place < 1 || *place > static_cast<std::int64_t>(ports.size())) {
            bench_.out
                .error("unknown-port", handoff.port.at,
                       fmt::format("panel {} has no port {}", *handoff.panel, *handoff.port))
                .hint = fmt::format("its ports are 1 to {}", ports.size());
            return std::nullopt;
        }
        const PortRef ref{found->second, ports[static_cast<std::size_t>(*place) - 1]};
        const auto [first, is_new] = landings_.emplace(bench_.port_id(ref).value, circuit);
        if (!is_new)
            bench_.out.error("port-used-twice", handoff.port.at,
                             fmt::format("circuits {} and {} both land on port {} of {}",
                                         first->second, circuit, *handoff.port, *handoff.panel));
        return is_new ? std::optional(ref) : std::nullopt;
    }

    static Wish make_wish(const std::string& name, const CablingRule& rule, int from, int index) {
        Wish wish;
        wish.rule_name = &name;
        wish.rule = &rule;
        wish.from = from;
        wish.index_from = index;
        return wish;
    }

    void say_nothing_selected(const std::string& name, const CablingRule& rule, int from) {
        if (rule.optional || !told_.insert(name).second) return;
        Diagnostic& problem =
            bench_.out.error("selector-empty", rule.to.at,
                             fmt::format("cabling rule {} selects nothing to connect to", name));
        if (from != none) problem.detail = {fmt::format("for {}", bench_.devices[at(from)].id)};
        problem.hint = "widen the selector, or say optional: true";
    }

    Workbench& bench_;
    const Selection& selection_;
    std::vector<Wish> wishes_;
    std::map<std::string, std::string> landings_;  ///< panel port -> the circuit that lands there
    std::set<std::string> told_;
};

}  // namespace

std::vector<Wish> wishes_of(Workbench& bench, const Selection& selection) {
    return Wishing(bench, selection).wish();
}

}  // namespace colo::generator
