// colo fleet: all sites of the store and of the definitions here, and every exception in force.
#include "intent/store/fleet.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/definition/version_files.h"
#include "tools/colo/commands.h"
#include "tools/colo/table.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using definition::StandardRef;
using nlohmann::ordered_json;

/// A site of the store, of a definition here, or of both.
struct FleetSite {
    std::optional<store::StoredSite> stored;
    bool defined = false;
    std::optional<StandardRef> named;  ///< by the definition; none where that cannot be read
};
using FleetSites = std::map<std::string, FleetSite, NaturalLess>;

FleetSites gather(const std::optional<definition::Project>& project,
                  std::vector<store::StoredSite> stored) {
    FleetSites sites;
    for (store::StoredSite& one : stored) {
        const std::string name = one.head.site;
        sites[name].stored = std::move(one);
    }
    if (!project) return sites;
    for (const std::string& name : project->sites()) {
        sites[name].defined = true;
        sites[name].named = definition::version_named_by(project->definition(name));
    }
    return sites;
}

bool is_past(const Exception& exception, const std::string& today) {
    return exception.until && *exception.until < today;
}

std::size_t past(const store::StoredSite& site, const std::string& today) {
    return static_cast<std::size_t>(
        std::count_if(site.exceptions.begin(), site.exceptions.end(),
                      [&](const Exception& one) { return is_past(one, today); }));
}

/// `trading-colo 1.0.0`; `trading-colo 1.0.0 -> 1.1.0` where the definition names another one.
std::string standard_text(const FleetSite& site) {
    const auto text = [](const StandardRef& ref) { return ref.name + " " + ref.version; };
    if (!site.stored) return site.named ? text(*site.named) : "not readable";
    const StandardRef has{site.stored->head.standard, site.stored->head.standard_version};
    if (!site.named || text(*site.named) == text(has)) return text(has);
    return text(has) + " -> " +
           (site.named->name == has.name ? site.named->version : text(*site.named));
}

std::string exceptions_text(const store::StoredSite& site, const std::string& today) {
    if (site.exceptions.empty()) return "-";
    const std::size_t late = past(site, today);
    return std::to_string(site.exceptions.size()) +
           (late > 0 ? fmt::format(", {} past", late) : "");
}

std::vector<std::string> row_of(const std::string& name, const FleetSite& site,
                                const std::string& today) {
    if (!site.stored)
        return {name, standard_text(site), "-", "-", "-", "-", "-", "-", "never applied"};
    const store::StoredSite& stored = *site.stored;
    return {name,
            standard_text(site),
            std::to_string(stored.last.number),
            stored.last.at,
            stored.last.author,
            std::to_string(stored.racks),
            std::to_string(stored.devices),
            exceptions_text(stored, today),
            site.defined ? "" : "no definition here"};
}

/// Site by site, what differs from the standard and why.
std::string exceptions_of(const FleetSites& sites, const std::string& today) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, site] : sites) {
        if (!site.stored) continue;
        for (const Exception& one : site.stored->exceptions)
            rows.push_back({name, one.on, one.set,
                            !one.until            ? "-"
                            : is_past(one, today) ? *one.until + " PAST"
                                                  : *one.until,
                            one.reason});
    }
    if (rows.empty()) return {};
    return "\n" + count_of(rows.size(), "exception") + " in force\n" +
           aligned({"site", "on", "set", "until", "because"}, rows);
}

std::string closing(const FleetSites& sites) {
    std::size_t stored = 0, unapplied = 0, undefined = 0;
    for (const auto& [name, site] : sites) {
        stored += site.stored.has_value();
        unapplied += !site.stored;
        undefined += !site.defined;
    }
    std::string text = fmt::format("{}, {} applied", count_of(sites.size(), "site"), stored);
    if (unapplied > 0) text += fmt::format(", {} never applied", unapplied);
    if (undefined > 0) text += fmt::format(", {} without a definition here", undefined);
    return text + "\n";
}

std::string text_of(const FleetSites& sites, const std::string& today) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, site] : sites) rows.push_back(row_of(name, site, today));
    return aligned({"site", "standard", "revision", "applied", "by", "racks", "devices",
                    "exceptions", ""},
                   rows) +
           closing(sites) + exceptions_of(sites, today);
}

ordered_json reference(const std::string& name, const std::string& version) {
    return {{"name", name}, {"version", version}};
}

ordered_json or_null(const std::optional<std::string>& text) {
    return text ? ordered_json(*text) : ordered_json();
}

ordered_json json_of(const store::StoredSite& site, const std::string& today) {
    ordered_json exceptions = ordered_json::array();
    for (const Exception& one : site.exceptions)
        exceptions.push_back({{"on", one.on},
                              {"set", one.set},
                              {"reason", one.reason},
                              {"until", or_null(one.until)},
                              {"past", is_past(one, today)}});
    return {{"standard", reference(site.head.standard, site.head.standard_version)},
            {"capabilities", site.head.capabilities},
            {"revision", site.last.number},
            {"applied", site.last.at},
            {"author", site.last.author},
            {"reason", site.last.reason},
            {"racks", site.racks},
            {"devices", site.devices},
            {"exceptions", std::move(exceptions)}};
}

std::string json_of(const FleetSites& sites, const std::string& today) {
    ordered_json all = ordered_json::array();
    for (const auto& [name, site] : sites)
        all.push_back({{"site", name},
                       {"defined", site.defined},
                       {"named", site.named ? reference(site.named->name, site.named->version)
                                            : ordered_json()},
                       {"stored", site.stored ? json_of(*site.stored, today) : ordered_json()}});
    const ordered_json out{{"format", "colo-fleet/1"}, {"sites", std::move(all)}};
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Exit run(const Arguments& arguments, Console& console) {
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    auto stored = store->fleet();
    if (!stored) return console.fail(stored.failure()), Exit::error;
    const auto project = definition::find_project(std::filesystem::current_path());
    const FleetSites sites =
        gather(project ? std::optional(*project) : std::nullopt, std::move(stored).value());
    const std::string today = now_utc().substr(0, 10);
    if (arguments.option("format") == "json")
        return console.result(json_of(sites, today)), Exit::done;
    if (sites.empty()) return console.message("there are no sites yet\n"), Exit::done;
    console.result(text_of(sites, today));
    return Exit::done;
}

}  // namespace

const Command fleet_command{"fleet",
                            "",
                            0,
                            0,
                            "all sites: standard, revision, size, and every exception",
                            {{"--format", "text|json", "for people or for programs"}},
                            run};

}  // namespace colo::tool
