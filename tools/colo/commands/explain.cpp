// colo explain: why an object is there, or what a diagnostic means.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sstream>

#include "intent/base/names.h"
#include "intent/base/suggestion.h"
#include "intent/definition/diagnostics_page.h"
#include "tools/colo/commands.h"
#include "tools/colo/explain/explanation.h"
#include "tools/colo/explain/look_up.h"
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
json answer_of(const json& object, const Found& found, const Explanation& explanation,
               const std::optional<store::RevisionEntry>& brought) {
    json answer = to_json(explanation);
    answer["table"] = found.table;
    answer["id"] = found.id;
    if (!object.is_null()) answer["object"] = object;
    std::istringstream lines(to_text(explanation, brought));
    for (std::string line; std::getline(lines, line);) answer["explanation"].push_back(line);
    if (brought) answer["since"] = to_json(*brought);
    return answer;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    if (arguments.words.size() == 1) return explain_code(site, console);
    const std::string& object = arguments.words[1];
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto asked = look_up(*store, site, object);
    if (!asked) return console.fail(asked.failure()), Exit::error;
    const plan::Base& base = asked->base;
    const bool as_json = arguments.option("format") == "json";
    const std::vector<json> objects = as_json ? objects_json(*asked) : std::vector<json>{};
    std::optional<Failure> failed;
    const Since since = [&](AllocationKind kind, const std::string& identity) {
        auto decided = store->decided(site, kind, identity);
        if (!decided) failed = decided.failure();
        return decided ? *decided : std::nullopt;
    };
    json answers = json::array();
    for (std::size_t i = 0; i < asked->found.size(); ++i) {
        const Found& found = asked->found[i];
        const auto brought = store->brought(site, found.table, found.id);
        if (!brought) return console.fail(brought.failure()), Exit::error;
        const Explanation explanation = explain(base, found, since);
        if (failed) return console.fail(*failed), Exit::error;
        if (as_json)
            answers.push_back(answer_of(objects[i], found, explanation, *brought));
        else
            console.result(to_text(explanation, *brought));
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
    "why a device, unit, port, cable, address, ... is there; or what a diagnostic means",
    {{"--format", "text|json", "for people or for programs"}},
    run};

}  // namespace colo::tool
