#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "intent/base/names.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

class Check {
public:
    Check(const Subject& subject, Diagnostics& out) : subject_(subject), out_(out) {
        for (const Cable& cable : subject.intent.cables)
            if (cable.kind == CableKind::circuit) cables_.try_emplace(cable.id.value, &cable);
    }

    void run() {
        std::map<std::string_view, std::vector<const Circuit*>> sided;  // by kind
        for (const Circuit& circuit : subject_.intent.circuits) {
            landing(circuit);
            if (circuit.side) sided[circuit.kind].push_back(&circuit);
        }
        for (const auto& [kind, circuits] : sided) sides(circuits);
    }

private:
    Diagnostic& error(const char* code, const Circuit& circuit, const char* summary) {
        Diagnostic& one =
            out_.error(code, subject_.constraints.place("circuits/" + circuit.id.value), summary);
        one.object = circuit.id.value;
        return one;
    }

    void landing(const Circuit& circuit) {
        const std::string fault = fault_of(circuit);
        if (fault.empty()) return;
        Diagnostic& one = error("circuit-without-end", circuit, "a circuit ends nowhere");
        one.detail = {fmt::format("{} ({}, handed over at {}) {}", circuit.id.value, circuit.kind,
                                  circuit.handoff.port, fault)};
        one.hint = fmt::format("a cabling rule `from: {{circuit: {}}}` takes it to a device",
                               circuit.kind);
    }

    std::string fault_of(const Circuit& circuit) const {
        const auto found = circuit.cable ? cables_.find(circuit.cable->value) : cables_.end();
        if (found == cables_.end()) return "has no cable to a device of ours";
        const Cable& cable = *found.value();
        const auto& panel = circuit.handoff.device;
        bool begins = !panel, lands = false;
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            if (panel && end->device == panel)
                begins = begins || end->port->value == circuit.handoff.port;
            else if (end->device)
                lands = true;
        }
        if (!lands) return fmt::format("has {}, which leads to no device of ours", cable.id.value);
        if (!begins)
            return fmt::format("has {}, which does not begin at that port", cable.id.value);
        return {};
    }

    void sides(const std::vector<const Circuit*>& circuits) {
        const Circuit& first = *circuits.front();
        std::set<std::string_view> said;
        for (const Circuit* circuit : circuits) said.insert(*circuit->side);
        if (circuits.size() < 2 || said.size() > 1) return;
        Diagnostic& one = error("circuits-on-one-side", *circuits.back(),
                                "all circuits of a kind come in on one side");
        std::vector<std::string_view> ids;
        for (const Circuit* circuit : circuits) ids.push_back(circuit->id.value);
        one.detail = {fmt::format("{} circuits {} all come in on side {}", first.kind,
                                  fmt::join(ids, ", "), *first.side)};
        one.hint = fmt::format("order one of them on side {}, or set its `side` right",
                               *first.side == "A" ? "B" : "A");
    }

    const Subject& subject_;
    FlatMap<std::string_view, const Cable*> cables_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) { Check(subject, out).run(); }

}  // namespace

Rule circuits_land() {
    return {"circuits-land",
            "a circuit is cabled from its hand-off to a device of ours, and those of a kind that "
            "come in sides are not all on one",
            {"circuit-without-end", "circuits-on-one-side"},
            check};
}

}  // namespace colo::rules
