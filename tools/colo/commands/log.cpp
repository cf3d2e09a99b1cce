// colo log: the revisions of a site, the newest first.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ranges>

#include "tools/colo/commands.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::json;

std::string line_of(const store::RevisionEntry& entry) {
    std::string line = fmt::format("{:>4}  {}  {}  {} {}  +{} ~{} -{}", entry.number, entry.at,
                                   entry.author, entry.standard, entry.standard_version,
                                   entry.added, entry.changed, entry.removed);
    if (!entry.ticket.empty()) line += fmt::format("  {}", entry.ticket);
    if (!entry.reason.empty()) line += fmt::format("\n      {}", entry.reason);
    return line + "\n";
}

json to_json(const store::RevisionEntry& entry) {
    return {{"revision", entry.number},
            {"at", entry.at},
            {"author", entry.author},
            {"reason", entry.reason},
            {"ticket", entry.ticket},
            {"standard", entry.standard},
            {"version", entry.standard_version},
            {"added", entry.added},
            {"changed", entry.changed},
            {"removed", entry.removed},
            {"record_digest", entry.record_digest}};
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words.front();
    const auto known = stored_site(arguments, site);
    if (!known) return console.fail(known.failure()), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto entries = store->log(site);
    if (!entries) return console.fail(entries.failure()), Exit::error;
    json all = json::array();
    std::string text;
    for (const store::RevisionEntry& entry : std::views::reverse(*entries)) {
        all.push_back(to_json(entry));
        text += line_of(entry);
    }
    const bool as_json = arguments.option("format") == "json";
    console.result(as_json ? all.dump(2, ' ', false, json::error_handler_t::replace) + "\n" : text);
    return Exit::done;
}

}  // namespace

const Command log_command{"log",
                          "SITE",
                          1,
                          1,
                          "the revisions of a site, the newest first",
                          {{"--format", "text|json", "for people or for programs"}},
                          run};

}  // namespace colo::tool
