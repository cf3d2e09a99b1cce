// colo explain: why an object is there, or what a diagnostic means.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sstream>

#include "intent/base/names.h"
#include "intent/base/suggestion.h"
#include "intent/definition/diagnostics_page.h"
#include "intent/exporters/exporter.h"
#include "tools/colo/commands.h"
#include "tools/colo/explanation.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

/// What the page of diagnostics says of a code.
Exit explain_code(const std::string& code, Console& console) {
    if (const auto section = definition::section_of(code)) {
        console.result(std::string(*section) + (section->ends_with('\n') ? "" : "\n"));
        return Exit::done;
    }
    const auto near = nearest_name(code, names_of(definition::code_texts()));
    console.fail(
        {"unknown-code",
         fmt::format("there is no diagnostic {}", code),
         {},
         near ? fmt::format("did you mean {}?", *near) : "for an object: colo explain SITE OBJECT",
         false});
    return Exit::error;
}

using nlohmann::json;

/// The object as it is in colo-intent/1, and why it is there.
json to_json(const json& whole, const Found& found,
             const std::optional<store::RevisionEntry>& brought, const std::string& text) {
    json answer{{"table", found.table}, {"id", found.id}};
    for (const json& object : whole.at(found.table))
        if (object.at("id") == found.id) answer["object"] = object;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) answer["explanation"].push_back(line);
    if (brought)
        answer["since"] = {{"revision", brought->number},
                           {"at", brought->at},
                           {"author", brought->author},
                           {"reason", brought->reason}};
    return answer;
}

Failure unknown_object(const plan::Base& base, const std::string& object) {
    const std::string& site = base.intent.head.site;
    const auto near = nearest_name(object, all_names(base.intent));
    return {"unknown-object",
            fmt::format("{} has no {}", site, object),
            {},
            near ? fmt::format("did you mean {}?", *near)
                 : fmt::format("see colo list {} devices", site),
            false};
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    if (arguments.words.size() == 1) return explain_code(site, console);
    const auto base = stored_site(arguments, site);
    if (!base) return console.fail(base.failure()), Exit::error;
    const auto all = find_objects(base->intent, arguments.words[1]);
    if (all.empty()) return console.fail(unknown_object(*base, arguments.words[1])), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const bool as_json = arguments.option("format") == "json";
    const json whole =
        as_json ? json::parse(exporters::intent_json({base->intent, base->revision})) : json();
    json answers = json::array();
    for (const Found& found : all) {
        const auto brought = store->brought(site, found.table, found.id);
        if (!brought) return console.fail(brought.failure()), Exit::error;
        const std::string text = explain(*base, found, *brought);
        if (as_json)
            answers.push_back(to_json(whole, found, *brought, text));
        else
            console.result(text);
    }
    if (as_json) console.result(answers.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
    return Exit::done;
}

}  // namespace

const Command explain_command{
    "explain",
    "SITE OBJECT | CODE",
    1,
    2,
    "why a device, port, cable, address, ... is there; or what a diagnostic means",
    {{"--format", "text|json", "for people or for programs"}},
    run};

}  // namespace colo::tool
