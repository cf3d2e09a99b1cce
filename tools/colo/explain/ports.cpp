// Ports of every sort, cables and circuits.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "intent/model/cable_ways.h"
#include "intent/plan/field_text.h"
#include "tools/colo/explain/explaining.h"

namespace colo::tool {

namespace {

/// The cable in a port, its rule, and who decided that it is this port.
void explain_cabled(Explaining& to, const std::optional<CableId>& id, const DeviceId& device,
                    const std::string& port) {
    const Cable* cable = to.cable(id);
    to.cable_facts(cable);
    if (!cable) {
        if (const Device* found = to.device(device); found && found->role)
            to.rule("roles", *found->role);
        to.because_of(device);
        return to.derive("port", port, "the device type has it; no rule of cables uses it here");
    }
    to.lay_over_cable(*cable);
    to.rule("cabling", cable->rule);
    const auto whole = way_of(to.intent().cables, *cable);
    const CableEnd &from = whole.front()->a, &last = whole.back()->b;
    if (from.device) to.because_of(*from.device);
    const std::string& way = cable->path ? *cable->path : cable->id.value;
    if (from.port && from.port->value == port)
        to.decide_end(*cable, true);
    else if (last.port && last.port->value == port)
        to.decide_end(*cable, false);
    else
        to.decide("port of the way", port, {"via"}, std::pair(AllocationKind::via, way),
                  "a newcomer takes the lowest that is free", "from the order of the port group");
    to.drop_idle_exceptions();
}

/// What made an interface that nobody bought: the cables of its bundle, or its network.
void rule_of_made(Explaining& to, const Interface& port) {
    for (const Interface& member : to.intent().interfaces)
        if (member.lag == port.id)
            if (const Cable* cable = to.cable(member.cable)) return to.rule("cabling", cable->rule);
    for (const Address& address : to.intent().addresses)
        if (address.interface == port.id) return to.rule("networks", address.rule);
}

template <class Port>
void explain_port(Explaining& to, const Port& port) {
    to.title(fmt::format("port {} of {}", port.name, to.device_name(port.device)));
    explain_cabled(to, port.cable, port.device, port.id.value);
}

}  // namespace

void explain(Explaining& to, const Interface& port) {
    to.title(fmt::format("interface {} of {}", port.name, to.device_name(port.device)));
    if (port.type == "virtual" || port.type == "lag") {
        to.fact("made, not bought: " + port.type);
        rule_of_made(to, port);
        to.because_of(port.device);
        to.derive("interface", port.name,
                  port.type == "lag" ? "from the cables of its bundle" : "from its network");
    } else {
        explain_cabled(to, port.cable, port.device, port.id.value);
    }
    if (port.vlan)
        to.derive("VLAN", port.vlan->value, "untagged: its network's, carried by the cable's rule");
    if (!port.tagged_vlans.empty())
        to.derive("tagged VLANs", fmt::format("{}", fmt::join(port.tagged_vlans, ", ")),
                  "what the rules of its cables carry");
    if (port.speed && port.cable)
        to.derive("speed", colo::to_text(*port.speed), "the slower end's, or the medium's");
    for (const Address& address : to.intent().addresses)
        if (address.interface == port.id)
            to.fact(fmt::format("address {} in {}", colo::to_text(address.address),
                                address.prefix.value));
}

void explain(Explaining& to, const PowerPort& port) { explain_port(to, port); }
void explain(Explaining& to, const Outlet& port) { explain_port(to, port); }
void explain(Explaining& to, const ConsolePort& port) { explain_port(to, port); }
void explain(Explaining& to, const ConsoleServerPort& port) { explain_port(to, port); }
void explain(Explaining& to, const PanelPort& port) { explain_port(to, port); }

void explain(Explaining& to, const Cable& cable) {
    to.title(fmt::format("cable {} ({})", cable.label, cable.id.value));
    to.cable_facts(&cable);
    to.lay_over_cable(cable);
    to.rule("cabling", cable.rule);
    const auto whole = way_of(to.intent().cables, cable);
    if (whole.front()->a.device) to.because_of(*whole.front()->a.device);
    const std::string& way = cable.path ? *cable.path : cable.id.value;
    if (cable.kind == CableKind::circuit && way.starts_with(cable.rule + "/"))
        to.because("circuits" + way.substr(cable.rule.size()));
    to.decide("label", cable.label, {}, std::pair(AllocationKind::label, cable.id.value),
              "a newcomer takes the lowest that is free", "");
    to.decide_end(cable, true);
    to.decide_end(cable, false);
    if (const Allocation* via = to.allocated(AllocationKind::via, way))
        to.decide("way", via->value, {"via"}, std::pair(AllocationKind::via, way),
                  "a newcomer takes the lowest places that are free", "");
    to.decide("length and medium", fmt::format("{} {}", colo::to_text(cable.length), cable.media),
              {"length", "media"}, std::pair(AllocationKind::length, cable.id.value),
              "a newcomer takes the first medium that fits and the next stocked length", "");
    if (cable.colour) to.derive("colour", *cable.colour, "the medium's");
}

void explain(Explaining& to, const Circuit& circuit) {
    to.title(fmt::format("circuit {} ({})", circuit.id.value, circuit.kind));
    to.fact(fmt::format("handed over at {}", plan::field_text(circuit.handoff)));
    const Cable* cable = to.cable(circuit.cable);
    if (!cable) to.fact("not cabled");
    if (cable)
        for (const Cable* piece : way_of(to.intent().cables, *cable)) to.cable_facts(piece);
    if (cable) {
        to.lay_over_cable(*cable);
        to.rule("cabling", cable->rule);
    }
    to.because("circuits/" + circuit.id.value);
    to.derive("hand-off", plan::field_text(circuit.handoff), "as the site says");
    to.derive("speed", colo::to_text(circuit.speed), "as the site says");
    if (cable) to.decide_end(*cable, false);
}

}  // namespace colo::tool
