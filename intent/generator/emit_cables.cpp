// Cables, circuits and the bundles that cables form.
#include <fmt/format.h>

#include "intent/generator/emit.h"

namespace colo::generator {

namespace {

CableEnd end_of(const Workbench& bench, const PortRef& ref, const std::string& text) {
    CableEnd end;
    if (!ref.known()) {
        end.text = text;
        return end;
    }
    end.port = bench.port_id(ref);
    end.device = DeviceId(bench.devices[at(ref.device)].id);
    end.name = bench.port(ref).name;
    return end;
}

/// `piece`: of a way, or the cable itself.
Cable cable_of(const Workbench& bench, const WorkCable& from, const auto& piece) {
    Cable cable;
    cable.id = CableId(piece.id);
    cable.label = fmt::format("C-{:04}", piece.label);
    cable.kind = from.kind;
    cable.media = piece.medium_name;
    cable.length = piece.length;
    cable.route_length = piece.route;
    if (!from.assembly.empty()) cable.assembly = from.assembly;
    if (!piece.colour.empty()) cable.colour = piece.colour;
    cable.a = end_of(bench, piece.a, from.a_text);
    cable.b = end_of(bench, piece.b, "");
    cable.rule = from.rule_name;
    return cable;
}

void emit_circuit(Workbench& bench, const std::string& id, const definition::CircuitEntry& entry,
                  const WorkCable* cable) {
    Circuit circuit;
    circuit.id = CircuitId(id);
    circuit.kind = *entry.kind;
    if (const auto provider = entry.other.find("provider"); provider != entry.other.end())
        circuit.provider = provider->second;
    circuit.side = entry.side;
    circuit.media = entry.media.value;
    if (entry.speed) circuit.speed = **entry.speed;
    if (entry.handoff) {
        const auto& handoff = *entry.handoff;
        circuit.handoff.place = handoff.rack.given() ? *handoff.rack : *handoff.place;
        circuit.handoff.port = fmt::format("{}/{}", *handoff.panel, *handoff.port);
        if (cable && cable->a.known()) {
            circuit.handoff.device = DeviceId(bench.devices[at(cable->a.device)].id);
            circuit.handoff.port = bench.port_id(cable->a).value;
        }
    }
    if (cable)
        circuit.cable = CableId(cable->pieces.empty() ? cable->id : cable->pieces.front().id);
    bench.intent.circuits.push_back(std::move(circuit));
}

/// Puts one end of a bundled cable into the bundle of that name on its device.
void bundle(Workbench& bench, const PortRef& end, const std::string& name,
            std::optional<Speed> speed) {
    const int member = bench.interface_at(end);
    if (member == none) return;
    const int lag = add_interface(bench, end.device, name, "lag");
    auto& interfaces = bench.intent.interfaces;
    interfaces[at(member)].lag = interfaces[at(lag)].id;
    bench.lag_of_interface[at(member)] = lag;
    if (speed) interfaces[at(lag)].speed = interfaces[at(lag)].speed.value_or(Speed{}) + *speed;
}

}  // namespace

void emit_cables(Workbench& bench) {
    std::map<std::string, const WorkCable*> of_circuit;
    bench.intent.cables.reserve(bench.cables.size());
    for (const int i : bench.cables_by_id) {
        const WorkCable& from = bench.cables[at(i)];
        if (from.pieces.empty()) bench.intent.cables.push_back(cable_of(bench, from, from));
        for (const WorkPiece& piece : from.pieces) {
            bench.intent.cables.push_back(cable_of(bench, from, piece));
            bench.intent.cables.back().path = from.id;
        }
        if (!from.circuit.empty()) of_circuit.emplace(from.circuit, &from);
    }
    for (const auto& [id, entry] : bench.inputs.site.circuits) {
        const auto cable = of_circuit.find(id);
        emit_circuit(bench, id, entry, cable == of_circuit.end() ? nullptr : cable->second);
    }
}

void emit_lags(Workbench& bench) {
    for (const WorkCable& cable : bench.cables) {
        if (!cable.rule || !cable.rule->lag || !cable.a.known()) continue;
        const std::string name = "lag-" + cable.rule_name;
        bundle(bench, cable.a, name, cable.speed);
        bundle(bench, cable.b, name + "-" + bench.devices[at(cable.a.device)].id, cable.speed);
    }
}

}  // namespace colo::generator
