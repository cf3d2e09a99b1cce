// colo blame: who brought, changed and removed an object, and when.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "intent/base/suggestion.h"
#include "intent/model/describe.h"
#include "tools/colo/commands.h"
#include "tools/colo/explain/explanation.h"
#include "tools/colo/revisions.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::json;

bool is_object_table(const std::string& name) {
    bool is_one = false;
    const Intent none;
    for_each_table(none, [&](const char* table, const auto&) { is_one = is_one || name == table; });
    return is_one;
}

using Versions = std::vector<store::Version>;

/// An object and all that it has been.
struct History {
    Found found;
    Versions versions;
};

/// One thing that a revision did to an object.
struct Deed {
    const store::RevisionEntry* entry;
    std::string what;  ///< added, changed, removed
    std::vector<plan::FieldChange> fields;
};

std::vector<Deed> deeds_of(const Versions& versions) {
    std::vector<Deed> deeds;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const store::Version& version = versions[i];
        const bool follows =
            i > 0 && versions[i - 1].until && versions[i - 1].until->number == version.since.number;
        Deed deed{&version.since, follows ? "changed" : "added", {}};
        if (follows)
            for (const plan::Change& change :
                 changes_between({"", 1, 1, "", versions[i - 1].object, {}, {}},
                                 {"", 1, 2, "", version.object, {}, {}}))
                deed.fields = change.fields;
        deeds.push_back(std::move(deed));
        const bool goes_on = i + 1 < versions.size() && version.until &&
                             versions[i + 1].since.number == version.until->number;
        if (version.until && !goes_on) deeds.push_back({&*version.until, "removed", {}});
    }
    return deeds;
}

/// The objects of any time that have this identity.
Result<std::vector<History>> by_identity(const store::Store& store, const std::string& site,
                                         const std::string& id) {
    std::vector<History> all;
    std::optional<Failure> failure;
    const Intent none;
    for_each_table(none, [&](const char* table, const auto&) {
        auto versions = store.versions(site, table, id);
        if (!versions)
            failure = versions.failure();
        else if (!versions->empty())
            all.push_back({{table, id}, *std::move(versions)});
    });
    if (failure) return *std::move(failure);
    return all;
}

/// The objects that are meant: by identity, of any time, or by a name that they have today.
Result<std::vector<History>> find(const store::Store& store, const Arguments& arguments) {
    const std::string &site = arguments.words[0], &object = arguments.words[1];
    auto all = by_identity(store, site, object);
    if (!all || !all->empty()) return all;
    const auto base = stored_around(store, site, object);
    if (!base) return base.failure();
    for (const Found& found : find_objects(base->intent, object)) {
        if (!is_object_table(found.table)) continue;
        auto versions = store.versions(site, found.table, found.id);
        if (!versions) return versions.failure();
        all->push_back({found, *std::move(versions)});
    }
    if (!all->empty()) return all;
    const auto whole = store.base(site);
    if (!whole) return whole.failure();
    const auto near = nearest_name(object, all_names(whole->intent));
    return Failure{"unknown-object",
                   fmt::format("{} has, and had, nothing called {}", site, object),
                   {},
                   near ? fmt::format("did you mean {}?", *near) : "",
                   false};
}

std::string text_of(const History& history) {
    std::string text = fmt::format("{}  {}\n", history.found.table, history.found.id);
    for (const Deed& deed : deeds_of(history.versions)) {
        text += fmt::format("  {:<8}  {}\n", deed.what, line_of(*deed.entry));
        if (!deed.fields.empty()) text += fmt::format("            {}\n", fields_text(deed.fields));
    }
    return text;
}

json json_of(const History& history) {
    json deeds = json::array();
    for (const Deed& deed : deeds_of(history.versions)) {
        json fields = json::array();
        for (const plan::FieldChange& field : deed.fields)
            fields.push_back(
                {{"field", field.field}, {"before", field.before}, {"after", field.after}});
        deeds.push_back({{"what", deed.what},
                         {"revision", deed.entry->number},
                         {"at", deed.entry->at},
                         {"author", deed.entry->author},
                         {"reason", deed.entry->reason},
                         {"ticket", deed.entry->ticket},
                         {"fields", std::move(fields)}});
    }
    return {
        {"table", history.found.table}, {"id", history.found.id}, {"history", std::move(deeds)}};
}

Exit run(const Arguments& arguments, Console& console) {
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto histories = find(*store, arguments);
    if (!histories) return console.fail(histories.failure()), Exit::error;
    json all = json::array();
    std::string text;
    for (const History& history : *histories) {
        all.push_back(json_of(history));
        text += text_of(history);
    }
    const bool as_json = arguments.option("format") == "json";
    console.result(as_json ? all.dump(2, ' ', false, json::error_handler_t::replace) + "\n" : text);
    return Exit::done;
}

}  // namespace

const Command blame_command{"blame",
                            "SITE OBJECT",
                            2,
                            2,
                            "who brought, changed and removed an object",
                            {{"--format", "text|json", "for people or for programs"}},
                            run};

}  // namespace colo::tool
