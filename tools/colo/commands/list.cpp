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
#include "tools/colo/kinds.h"
#include "tools/colo/table.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

/// `power-ports` and `power_ports` are one kind.
std::string kind_name(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', '-');
    return kind;
}

Failure unknown_kind(const std::string& kind) {
    std::vector<std::string> names;
    for (const auto& [name, fields] : listed_kinds()) names.push_back(name);
    const auto near = nearest_name(kind, names);
    return {"unknown-kind",
            fmt::format("unknown kind {}", kind),
            {},
            near ? fmt::format("did you mean {}?", *near)
                 : fmt::format("there is {}", fmt::join(names, ", ")),
            false};
}

using Row = std::vector<std::string>;

Row row_of(const auto& object, const std::vector<std::string>& fields) {
    plan::FieldTexts texts;
    describe(texts, object);
    Row row;
    for (const std::string& field : fields)
        for (const auto& [described, text] : texts.all())
            if (described == field) row.push_back(text.empty() ? "-" : text);
    return row;
}

void leave_out_if_empty(const std::string& field, std::vector<std::string>& shown,
                        std::vector<Row>& rows) {
    const auto column = std::find(shown.begin(), shown.end(), field) - shown.begin();
    const auto is_empty = [&](const Row& row) {
        return row[static_cast<std::size_t>(column)] == "-";
    };
    if (!std::all_of(rows.begin(), rows.end(), is_empty)) return;
    shown.erase(shown.begin() + column);
    for (Row& row : rows) row.erase(row.begin() + column);
}

std::string text_of(const Intent& intent, const ListedKind& kind) {
    std::vector<Row> rows;
    for_each_table(intent, [&](const char* name, const auto& table) {
        if (std::find(kind.tables.begin(), kind.tables.end(), name) == kind.tables.end()) return;
        for (const auto& object : table) rows.push_back(row_of(object, kind.fields));
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return natural_less(a.front(), b.front()); });
    std::vector<std::string> shown = kind.fields;
    for (const std::string& field : kind.rare) leave_out_if_empty(field, shown, rows);
    return aligned(shown, rows);
}

/// The objects as they are in colo-intent/1; those of several tables say which.
std::string json_of(const plan::Base& base, const ListedKind& kind) {
    const auto whole = nlohmann::json::parse(exporters::intent_json({base.intent, base.revision}));
    nlohmann::json all = nlohmann::json::array();
    for (const std::string& table : kind.tables)
        for (nlohmann::json object : whole.at(table)) {
            if (kind.tables.size() > 1) object["table"] = table;
            all.push_back(std::move(object));
        }
    return all.dump(2) + "\n";
}

Exit run(const Arguments& arguments, Console& console) {
    const auto kind = listed_kinds().find(kind_name(arguments.words[1]));
    if (kind == listed_kinds().end())
        return console.fail(unknown_kind(arguments.words[1])), Exit::error;
    const auto base = stored_site(arguments, arguments.words.front());
    if (!base) return console.fail(base.failure()), Exit::error;
    console.result(arguments.option("format") == "json" ? json_of(*base, kind->second)
                                                        : text_of(base->intent, kind->second));
    return Exit::done;
}

}  // namespace

const Command list_command{"list",
                           "SITE KIND",
                           2,
                           2,
                           "one kind of object: racks, devices, ports, cables, addresses, ...",
                           {{"--format", "text|json", "for people or for programs"}},
                           run};

}  // namespace colo::tool
