// colo list: one table of a site's intent, a line an object.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/exporter.h"
#include "intent/model/describe.h"
#include "intent/plan/field_text.h"
#include "tools/colo/commands.h"
#include "tools/colo/table.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

/// Fields shown of each table; the rest is in JSON.
const std::map<std::string, std::vector<std::string>> shown_fields{
    {"racks",
     {"id", "name", "row", "position", "units", "width_mm", "depth_mm", "weight_kg",
      "max_weight_kg"}},
    {"devices", {"id", "name", "model", "rack", "unit", "face", "serial"}},
    {"interfaces", {"id", "type", "speed_mbps", "vlan", "lag", "cable"}},
    {"power_ports", {"id", "type", "feed", "cable"}},
    {"outlets", {"id", "type", "feed", "phase", "cable"}},
    {"console_ports", {"id", "type", "cable"}},
    {"console_server_ports", {"id", "type", "cable"}},
    {"panel_ports", {"id", "side", "type", "through", "cable"}},
    {"cables", {"label", "id", "media", "length_m", "colour", "a", "b"}},
    {"circuits", {"id", "kind", "provider", "side", "speed_mbps", "handoff", "cable"}},
    {"vlans", {"id", "vid", "name", "scope"}},
    {"prefixes", {"id", "prefix", "vrf", "gateway", "pool"}},
    {"addresses", {"address", "device", "interface", "dns_name", "id"}},
    {"asns", {"id", "device", "asn"}},
    {"sessions", {"id", "kind", "a", "b"}}};

/// `power-ports` and `power_ports` are one kind.
std::string table_name(std::string kind) {
    std::replace(kind.begin(), kind.end(), '-', '_');
    return kind;
}

Failure unknown_kind(const std::string& kind) {
    std::vector<std::string> names;
    for (const auto& [name, fields] : shown_fields) names.push_back(name);
    const auto near = nearest_name(kind, names);
    return {"unknown-kind",
            fmt::format("unknown kind {}", kind),
            {},
            near ? fmt::format("did you mean {}?", *near)
                 : fmt::format("there is {}", fmt::join(names, ", ")),
            false};
}

std::string text_of(const Intent& intent, const std::string& kind) {
    const std::vector<std::string>& fields = shown_fields.at(kind);
    std::vector<std::vector<std::string>> rows;
    for_each_table(intent, [&](const char* name, const auto& table) {
        if (name != kind) return;
        for (const auto& object : table) {
            plan::FieldTexts texts;
            describe(texts, object);
            std::vector<std::string> row;
            for (const std::string& field : fields)
                for (const auto& [described, text] : texts.all())
                    if (described == field) row.push_back(text.empty() ? "-" : text);
            rows.push_back(std::move(row));
        }
    });
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return natural_less(a.front(), b.front());
    });
    return aligned(fields, rows);
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string kind = table_name(arguments.words[1]);
    if (!shown_fields.contains(kind))
        return console.fail(unknown_kind(arguments.words[1])), Exit::error;
    const auto base = stored_site(arguments, arguments.words.front());
    if (!base) return console.fail(base.failure()), Exit::error;
    if (arguments.option("format") == "json") {
        const auto whole =
            nlohmann::json::parse(exporters::intent_json({base->intent, base->revision}));
        console.result(whole.at(kind).dump(2) + "\n");
    } else {
        console.result(text_of(base->intent, kind));
    }
    return Exit::done;
}

}  // namespace

const Command list_command{"list",
                           "SITE KIND",
                           2,
                           2,
                           "one kind of object: racks, devices, cables, addresses, ...",
                           {{"--format", "FORMAT", "text or json"}},
                           run};

}  // namespace colo::tool
