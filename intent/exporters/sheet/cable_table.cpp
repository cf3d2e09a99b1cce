// The cable schedule: one line a cable, by the rack of its first end, kind and label.
#include <algorithm>

#include "intent/exporters/sheet/connectors.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

using exporters::CableEndPlace;
using exporters::label_text;

/// The circuit that each cable belongs to; all pieces of a way carry it.
std::map<CableId, std::string> circuits_by_cable(const Intent& intent) {
    std::map<CableId, std::string> out;
    for (const Circuit& circuit : intent.circuits)
        if (circuit.cable) out.emplace(*circuit.cable, circuit.id.value);
    std::map<std::string, std::string> of_way;
    for (const Cable& cable : intent.cables)
        if (const auto found = out.find(cable.id); cable.path && found != out.end())
            of_way.emplace(*cable.path, found->second);
    for (const Cable& cable : intent.cables)
        if (const auto found = cable.path ? of_way.find(*cable.path) : of_way.end();
            found != of_way.end())
            out.emplace(cable.id, found->second);
    return out;
}

void add_end_columns(std::vector<Column>& out, const std::string& side, const std::string& title) {
    out.push_back(printed(side + "_site", title + " site", false));
    out.push_back(printed(side + "_rack", title + " rack"));
    out.push_back(printed(side + "_u", title + " U"));
    out.push_back(printed(side + "_face", title + " side"));
    out.push_back(printed(side + "_device", title + " device"));
    out.push_back(printed(side + "_port", title + " port"));
    out.push_back(on_screen(printed(side + "_port_type", title + " port type")));
    out.push_back(printed("connector_" + side, title + " plug"));
    out.push_back(printed("transceiver_" + side, title + " optic"));
}

std::vector<Column> columns(const Desk& desk) {
    std::vector<Column> out{printed("label", "Label"),
                            printed("cable_id", "Cable", false),
                            printed("action", "Do", desk.is_change()),
                            printed("label_now", "Label now", desk.is_change()),
                            on_screen(printed("kind", "Kind")),
                            printed("status", "Status", false)};
    add_end_columns(out, "a", "A");
    add_end_columns(out, "b", "B");
    out.push_back(on_screen(printed("medium", "Medium")));
    out.push_back(printed("cord", "Cable, cord"));
    out.push_back(printed("route_m", "Route (m)"));
    out.push_back(printed("length_m", "Cable (m)"));
    out.push_back(printed("colour", "Colour"));
    out.push_back(printed("assembly", "Assembly", false));
    out.push_back(printed("function", "Function", false));
    out.push_back(printed("label_text_a", "Label text at A"));
    out.push_back(on_screen(printed("label_text_b", "Label text at B")));
    out.push_back(on_screen(printed("circuit", "Circuit")));
    out.push_back(printed("path", "Way", false));
    out.push_back(printed("ends_now", "Now in", desk.is_change()));
    out.push_back(printed("step", "Step"));
    out.push_back(to_fill("done", "Done", Fill::tick, 4));
    out.push_back(to_fill("measured_m", "Measured (m)", Fill::number, 7));
    out.push_back(on_screen(to_fill("installed_by", "By", Fill::text, 8)));
    out.push_back(on_screen(to_fill("installed_on", "Date", Fill::date, 10)));
    out.push_back(
        on_screen(to_fill("test", "Test", Fill::choice, 8, {"pass", "fail", "not tested"})));
    return out;
}

/// The side of the rack that a port is reached from; empty where it is not known (inlets).
std::string side_of(const Desk& desk, const CableWork& work, const CableEnd& end,
                    const CableEndPlace& place) {
    const Device* const device =
        end.device ? desk.layout(work).places.device(*end.device) : nullptr;
    if (!device) return {};
    if (place.port_type.starts_with("iec-") || place.port_type.starts_with("nema-"))
        return device->unit ? "" : "rear";
    const auto& models = desk.job().supplies.models;
    const auto found = models.find(device->model);
    if (found == models.end() || !found->second.ports_at_rear || !device->role) return place.face;
    return std::string(colo::to_text(device->face == Face::front ? Face::rear : Face::front));
}

/// Where a cable that moves or is exchanged is plugged in now.
Cell ends_now(const Desk& desk, const CableWork& work) {
    if (!work.before || !work.after || work.task == Task::replug) return {};
    const exporters::CableEnds& ends = desk.before().ends;
    return label_text(ends.place(work.before->a), ends.place(work.before->b));
}

void add_end(std::vector<Cell>& row, const CableEndPlace& end, const std::string& side,
             const Connector& connector) {
    const auto text = [](const std::string& said) { return cell_of(std::optional(said)); };
    row.push_back(text(end.site));
    row.push_back(text(end.rack));
    row.push_back(cell_of(end.unit));
    row.push_back(text(side));
    row.push_back(text(end.device));
    row.push_back(text(end.port));
    row.push_back(text(end.port_type));
    row.push_back(text(connector.plug));
    row.push_back(text(connector.transceiver));
}

}  // namespace

Table cables_table(const Desk& desk, const Colours& colours) {
    Table table{"cables",
                "Cable schedule",
                "One line a cable, by the rack of its A end. Read the label, plug it at A and at "
                "B, tick it, and write down its length where it is not the one of the schedule. On "
                "the label at B the two halves change places. The route is measured along the "
                "way, slack at both ends included.",
                columns(desk),
                {},
                true};
    const auto circuits = circuits_by_cable(desk.intent());
    for (const CableWork& work : desk.cables) {
        const Cable& cable = work.shown();
        const exporters::CableEnds& ends = desk.layout(work).ends;
        const CableEndPlace a = ends.place(cable.a), b = ends.place(cable.b);
        const Supplies& supplies = desk.job().supplies;
        std::vector<Cell> row{cable.label,
                              cable.id.value,
                              std::string(to_text(work.task)),
                              work.before ? Cell(work.before->label) : Cell(),
                              std::string(colo::to_text(cable.kind)),
                              "planned"};
        add_end(row, a, side_of(desk, work, cable.a, a),
                connector_at(a.port_type, cable.media, supplies));
        add_end(row, b, side_of(desk, work, cable.b, b),
                connector_at(b.port_type, cable.media, supplies));
        row.emplace_back(cable.media);
        row.emplace_back(cord_of(cable.media, supplies));
        row.push_back(cell_of(cable.route_length));
        row.emplace_back(Thousandths{cable.length.value});
        row.push_back(cell_of(cable.colour));
        row.push_back(cell_of(cable.assembly));
        row.emplace_back(cable.rule);
        row.emplace_back(label_text(a, b));
        row.emplace_back(label_text(b, a));
        const auto circuit = circuits.find(cable.id);
        row.push_back(circuit == circuits.end() ? Cell() : Cell(circuit->second));
        row.push_back(cell_of(cable.path));
        row.push_back(ends_now(desk, work));
        row.push_back(work.step > 0 ? Cell(work.step) : Cell());
        row.resize(table.columns.size());
        const auto colour = colours.find(std::string(colo::to_text(cable.kind)));
        table.rows.push_back(
            {std::move(row), desk.rack_name(work), colour == colours.end() ? "" : colour->second});
    }
    sort_sections_by_step(table);
    return table;
}

}  // namespace colo::sheets
