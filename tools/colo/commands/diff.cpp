// colo diff: what differs between two revisions of a site.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

#include "intent/base/names.h"
#include "intent/plan/field_text.h"
#include "tools/colo/commands.h"
#include "tools/colo/revisions.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::json;

char sign_of(plan::Action action) {
    switch (action) {
        case plan::Action::add: return '+';
        case plan::Action::change: return '~';
        case plan::Action::remove: return '-';
    }
    return ' ';
}

std::string text_of(const plan::Change& change) {
    std::string line = fmt::format("{} {}  {}", sign_of(change.action), change.table, change.id);
    if (change.name != change.id) line += fmt::format(" ({})", change.name);
    if (!change.fields.empty()) line += "  " + fields_text(change.fields);
    return line + "\n";
}

/// Each change, and below those that share a reason, the reason.
std::string text_of(const std::vector<plan::Change>& changes) {
    std::string text;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::string& reason = changes[i].because;
        text += text_of(changes[i]);
        const bool last = i + 1 == changes.size() || changes[i + 1].because != reason;
        if (last && !reason.empty()) text += fmt::format("    because {}\n", reason);
    }
    return text;
}

json json_of(const plan::Change& change) {
    static constexpr std::array words{"add", "change", "remove"};
    json fields = json::array();
    for (const plan::FieldChange& field : change.fields)
        fields.push_back(
            {{"field", field.field}, {"before", field.before}, {"after", field.after}});
    return {{"table", change.table},
            {"id", change.id},
            {"name", change.name},
            {"action", words.at(static_cast<std::size_t>(change.action))},
            {"fields", std::move(fields)},
            {"because", change.because.empty() ? json() : json(change.because)}};
}

std::string counted(const std::vector<plan::Change>& changes) {
    std::array<std::size_t, 3> counts{};
    for (const plan::Change& change : changes) ++counts.at(static_cast<std::size_t>(change.action));
    return fmt::format("{} added, {} changed, {} removed\n", with_thousands(counts[0]),
                       with_thousands(counts[1]), with_thousands(counts[2]));
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    const auto from = read_revision(arguments.words[1], site);
    const auto to = read_revision(arguments.words[2], site);
    for (const auto* revision : {&from, &to})
        if (!*revision) return console.fail(revision->failure()), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    auto difference = store->difference(site, *from, *to);
    if (!difference) return console.fail(difference.failure()), Exit::error;
    const auto changes = changes_between(std::move(difference->from), std::move(difference->to));

    if (arguments.option("format") == "json") {
        json all = json::array();
        for (const plan::Change& change : changes) all.push_back(json_of(change));
        const json out{{"format", "colo-diff/1"},
                       {"site", site},
                       {"from", *from},
                       {"to", *to},
                       {"changes", std::move(all)}};
        console.result(out.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
    } else {
        const std::string text = fmt::format("{}: revision {} -> {}\n", site, *from, *to);
        console.result(text + text_of(changes) + counted(changes));
    }
    return changes.empty() || !arguments.has("detailed-exitcode") ? Exit::done : Exit::changes;
}

}  // namespace

const Command diff_command{"diff",
                           "SITE REVISION REVISION",
                           3,
                           3,
                           "what differs between two revisions of a site",
                           {{"--format", "text|json", "for people or for programs"},
                            {"--detailed-exitcode", "", "exit 2 when something differs"}},
                           run};

}  // namespace colo::tool
