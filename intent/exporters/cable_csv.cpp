#include <algorithm>
#include <map>
#include <tuple>

#include "intent/base/names.h"
#include "intent/exporters/cable_ends.h"
#include "intent/exporters/csv.h"
#include "intent/exporters/exporter.h"

namespace colo::exporters {

namespace {

// A device of several units is named by its topmost one, in the columns a_u and b_u as on the
// labels. `face` is where to stand. An end that is not ours has only its port. Lengths are in
// metres: the cable's, and the route's that it was chosen for. `status` is always `planned`: what
// was installed comes back as built.
const std::vector<std::string_view> header{
    "cable_id", "label",    "kind",     "status",       "a_site",       "a_rack",   "a_u",
    "a_face",   "a_device", "a_port",   "a_port_type",  "b_site",       "b_rack",   "b_u",
    "b_face",   "b_device", "b_port",   "b_port_type",  "medium",       "length_m", "route_m",
    "colour",   "assembly", "function", "label_text_a", "label_text_b", "circuit",  "path"};

/// A cable and what it is sorted by: the rack of its A end, else of its B end; without: last.
struct Line {
    const Cable* cable;
    std::string_view rack;

    bool has_rack() const { return !rack.empty(); }
};

bool comes_before(const Line& a, const Line& b) {
    if (a.has_rack() != b.has_rack()) return a.has_rack();
    if (a.rack != b.rack) return natural_less(a.rack, b.rack);
    if (a.cable->kind != b.cable->kind) return a.cable->kind < b.cable->kind;
    if (a.cable->label != b.cable->label) return natural_less(a.cable->label, b.cable->label);
    return a.cable->id < b.cable->id;
}

std::vector<Line> sorted_lines(const Intent& intent, const CableEnds& ends) {
    std::vector<Line> out;
    out.reserve(intent.cables.size());
    for (const Cable& cable : intent.cables) {
        const Rack* rack = ends.rack(cable.a);
        if (!rack) rack = ends.rack(cable.b);
        out.push_back({&cable, rack ? std::string_view(rack->name) : std::string_view()});
    }
    std::sort(out.begin(), out.end(), comes_before);
    return out;
}

std::map<CableId, std::string> circuits_by_cable(const Intent& intent) {
    std::map<CableId, std::string> out;
    for (const Circuit& circuit : intent.circuits)
        if (circuit.cable) out.emplace(*circuit.cable, circuit.id.value);
    std::map<std::string_view, std::string> of_way;
    for (const Cable& cable : intent.cables)
        if (const auto found = cable.path ? out.find(cable.id) : out.end(); found != out.end())
            of_way.emplace(*cable.path, found->second);
    for (const Cable& cable : intent.cables)
        if (const auto found = cable.path ? of_way.find(*cable.path) : of_way.end();
            found != of_way.end())
            out.emplace(cable.id, found->second);
    return out;
}

void add_end(CsvText& csv, const CableEndPlace& end) {
    csv.cell(end.site).cell(end.rack).cell(end.unit).cell(end.face);
    csv.cell(end.device).cell(end.port).cell(end.port_type);
}

void add_line(CsvText& csv, const Cable& cable, const CableEnds& ends, const std::string& circuit) {
    const CableEndPlace a = ends.place(cable.a), b = ends.place(cable.b);
    csv.cell(cable.id.value).cell(cable.label).cell(to_text(cable.kind)).cell("planned");
    add_end(csv, a);
    add_end(csv, b);
    csv.cell(cable.media).thousandths(cable.length.value);
    csv.thousandths(cable.route_length ? std::optional(cable.route_length->value) : std::nullopt);
    csv.cell(cable.colour).cell(cable.assembly).cell(cable.rule);
    csv.cell(label_text(a, b)).cell(label_text(b, a)).cell(circuit);
    csv.cell(cable.path);
    csv.end_line();
}

}  // namespace

std::string cable_csv(const Export& what) {
    const CableEnds ends(what.intent);
    const auto circuits = circuits_by_cable(what.intent);
    CsvText csv(header);
    for (const Line& line : sorted_lines(what.intent, ends)) {
        const auto circuit = circuits.find(line.cable->id);
        add_line(csv, *line.cable, ends, circuit == circuits.end() ? "" : circuit->second);
    }
    return csv.take();
}

}  // namespace colo::exporters
