#include "intent/exporters/sheet/circuits.h"

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/sheet/connectors.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

using exporters::find_by_id;

namespace {

Cell text(const std::string& said) { return cell_of(std::optional(said)); }

const PanelPort* find_port(const Intent& intent, const Handoff& handoff) {
    return handoff.device ? find_by_id(intent.panel_ports, PortId{handoff.port}) : nullptr;
}

CircuitWork work_of(const Desk& desk, const Circuit& circuit, const Layout& layout, bool goes) {
    CircuitWork out;
    out.circuit = &circuit, out.goes = goes, out.layout = &layout;
    out.place = circuit.handoff.place, out.medium = circuit.media;
    if (const Rack* rack = find_by_id(layout.intent->racks, RackId{circuit.handoff.place}))
        out.place = rack->name;
    if (const auto& id = circuit.handoff.device)
        if (const Device* const panel = layout.places.device(*id)) {
            out.panel = panel->name;
            const std::string units = layout.places.units(*panel);
            if (!units.empty()) out.place += " " + units;
        }
    const PanelPort* const port = find_port(*layout.intent, circuit.handoff);
    out.port = port ? port->name : circuit.handoff.port;
    if (circuit.cable)
        if (const Cable* cable = find_by_id(layout.intent->cables, *circuit.cable)) {
            out.label = cable->label;
            if (out.medium.empty()) out.medium = cable->media;
        }
    out.plug = connector_at(port ? port->type : "", out.medium, desk.job().supplies).plug;
    return out;
}

}  // namespace

std::vector<CircuitWork> circuits_of_work(const Desk& desk) {
    std::set<std::string> meant, installed, gone;
    if (desk.is_change())
        for (const plan::Change& change : desk.job().changes->changes) {
            if (change.table != "circuits") continue;
            const bool moves =
                std::any_of(change.fields.begin(), change.fields.end(),
                            [](const auto& field) { return field.field == "handoff"; });
            if (change.action != plan::Action::remove) meant.insert(change.id);
            if (change.action == plan::Action::add || moves) installed.insert(change.id);
            if (change.action == plan::Action::remove || moves) gone.insert(change.id);
        }
    std::vector<CircuitWork> out;
    if (desk.is_change())
        for (const Circuit& circuit : desk.before().intent->circuits)
            if (gone.contains(circuit.id.value))
                out.push_back(work_of(desk, circuit, desk.before(), true));
    for (const Circuit& circuit : desk.intent().circuits) {
        const bool is_new = !desk.is_change() || installed.contains(circuit.id.value);
        if (!is_new && !meant.contains(circuit.id.value) &&
            !(circuit.cable && desk.cable_work(*circuit.cable)))
            continue;
        out.push_back(work_of(desk, circuit, desk.now(), false));
        out.back().is_new = is_new;
    }
    std::stable_sort(out.begin(), out.end(), [](const CircuitWork& a, const CircuitWork& b) {
        return natural_less(a.circuit->id.value, b.circuit->id.value);
    });
    return out;
}

Table circuits_table(const Desk& desk) {
    Table table{"circuits",
                "Circuits and cross-connects",
                "The facility patches its side with the letter of authorisation of the same name. "
                "Write down how far each one is.",
                {printed("circuit", "Circuit"), printed("kind", "Kind"),
                 printed("provider", "Provider"), printed("side", "Side"),
                 printed("speed_mbps", "Speed (Mb/s)"), printed("medium", "Medium"),
                 printed("plug", "Plug"), printed("place", "Handed over at"),
                 printed("panel", "Panel"), printed("port", "Port"), printed("label", "Cord"),
                 printed("planned_status", "So far"),
                 to_fill("status", "Now", Fill::choice, 9, circuit_life()),
                 to_fill("order_no", "Order", Fill::text, 10),
                 to_fill("landed_on", "Landed on", Fill::date, 10),
                 to_fill("landed_panel", "At panel, port", Fill::text, 12),
                 to_fill("tested_on", "Tested on", Fill::date, 10),
                 to_fill("loss_db", "Loss (dB)", Fill::number, 7),
                 to_fill("tested_by", "By", Fill::text, 6)},
                {},
                false};
    for (const CircuitWork& work : circuits_of_work(desk)) {
        const Circuit& circuit = *work.circuit;
        table.rows.push_back(
            {{circuit.id.value, circuit.kind, cell_of(circuit.provider), cell_of(circuit.side),
              circuit.speed.value == 0 ? Cell() : Cell(circuit.speed.value), text(work.medium),
              text(work.plug), text(work.place), text(work.panel), text(work.port),
              text(work.label),
              work.goes     ? Cell("cancelled")
              : work.is_new ? Cell("planned")
                            : Cell(),
              Cell(), Cell(), Cell(), Cell(), Cell(), Cell(), Cell()},
             "",
             ""});
    }
    return table;
}

}  // namespace colo::sheets
