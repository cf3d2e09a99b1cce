// colo explain: why an object is there, or what a diagnostic means.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sstream>

#include "intent/base/names.h"
#include "intent/base/suggestion.h"
#include "intent/definition/diagnostics_page.h"
#include "intent/exporters/exporter.h"
#include "tools/colo/commands.h"
#include "tools/colo/explain/explanation.h"
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
json answer_of(const json& whole, const Found& found, const Explanation& explanation,
               const std::optional<store::RevisionEntry>& brought) {
    json answer = to_json(explanation);
    answer["table"] = found.table;
    answer["id"] = found.id;
    if (whole.contains(found.table))
        for (const json& object : whole.at(found.table))
            if (object.at("id") == found.id) answer["object"] = object;
    std::istringstream lines(to_text(explanation, brought));
    for (std::string line; std::getline(lines, line);) answer["explanation"].push_back(line);
    if (brought) answer["since"] = to_json(*brought);
    return answer;
}

/// An address that nobody has lies in a prefix, perhaps.
std::string prefix_around(const Intent& intent, const std::string& text) {
    const auto address = read_address(text.substr(0, text.find('/')));
    const Prefix* around = nullptr;
    for (const Prefix& prefix : intent.prefixes)
        if (address && prefix.prefix.contains(*address) &&
            (!around || prefix.prefix.length > around->prefix.length))
            around = &prefix;
    return around ? fmt::format("nobody has it; it lies in {} ({})", to_text(around->prefix),
                                around->id.value)
                  : "";
}

/// A unit above a rack's top.
std::string units_of_rack(const Intent& intent, const std::string& text) {
    const std::string rack = text.substr(0, text.rfind(":U"));
    for (const Rack& one : intent.racks)
        if (rack != text && (one.id.value == rack || one.name == rack))
            return fmt::format("rack {} has U1 to U{}", one.name, one.units);
    return "";
}

Failure unknown_object(const plan::Base& base, const std::string& object) {
    const std::string& site = base.intent.head.site;
    std::string hint = prefix_around(base.intent, object);
    if (hint.empty()) hint = units_of_rack(base.intent, object);
    if (hint.empty())
        if (const auto near = nearest_name(object, all_names(base.intent)))
            hint = fmt::format("did you mean {}?", *near);
    if (hint.empty()) hint = fmt::format("see colo list {} devices", site);
    return {"unknown-object", fmt::format("{} has no {}", site, object), {}, hint, false};
}

/// `vlans servers.R03`, one a line; of many the first.
Failure ambiguous(const plan::Base& base, const std::string& object,
                  const std::vector<Found>& found) {
    constexpr std::size_t most = 20;
    Failure failure{
        "ambiguous-object",
        fmt::format("{} in {} is one of {} things", object, base.intent.head.site, found.size()),
        {},
        "say which by its identity",
        false};
    for (const Found& one : found) {
        if (failure.causes.size() == most) {
            failure.causes.push_back(fmt::format("{} more", found.size() - most));
            break;
        }
        const std::string name = name_of(base.intent, one);
        failure.causes.push_back(
            fmt::format("{} {}{}", one.table, one.id, name.empty() ? "" : " " + name));
    }
    return failure;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    if (arguments.words.size() == 1) return explain_code(site, console);
    const std::string& object = arguments.words[1];
    const auto base = stored_site(arguments, site);
    if (!base) return console.fail(base.failure()), Exit::error;
    const auto all = find_objects(base->intent, object);
    if (all.empty()) return console.fail(unknown_object(*base, object)), Exit::error;
    if (!are_one(base->intent, all, object))
        return console.fail(ambiguous(*base, object, all)), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const bool as_json = arguments.option("format") == "json";
    const json whole =
        as_json ? json::parse(exporters::intent_json({base->intent, base->revision})) : json();
    std::optional<Failure> failed;
    const Since since = [&](AllocationKind kind, const std::string& identity) {
        auto decided = store->decided(site, kind, identity);
        if (!decided) failed = decided.failure();
        return decided ? *decided : std::nullopt;
    };
    json answers = json::array();
    for (const Found& found : all) {
        const auto brought = store->brought(site, found.table, found.id);
        if (!brought) return console.fail(brought.failure()), Exit::error;
        const Explanation explanation = explain(*base, found, since);
        if (failed) return console.fail(*failed), Exit::error;
        if (as_json)
            answers.push_back(answer_of(whole, found, explanation, *brought));
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
