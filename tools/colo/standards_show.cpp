// colo standards list, show and diff.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <map>

#include "intent/base/names.h"
#include "intent/definition/difference.h"
#include "intent/definition/files.h"
#include "intent/definition/flat.h"
#include "intent/definition/published.h"
#include "intent/definition/version_files.h"
#include "tools/colo/standards.h"
#include "tools/colo/table.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using definition::EntryChange;
using definition::EntryDifference;
using definition::Project;
using definition::StandardRef;
using nlohmann::ordered_json;

std::string text_of(const StandardRef& ref) { return ref.name + "@" + ref.version; }

/// The sites whose definitions name each version.
std::map<std::string, std::vector<std::string>> sites_by_version(const Project& project) {
    std::map<std::string, std::vector<std::string>> sites;
    for (const std::string& site : project.sites())
        if (const auto named = definition::version_named_by(project.definition(site)))
            sites[text_of(*named)].push_back(site);
    return sites;
}

struct Listed {
    StandardRef version;
    std::string extends, description;
    std::vector<std::string> sites;
};

std::string scalar(const std::optional<definition::Node>& document, std::string_view key) {
    const definition::Node* const found = document ? document->find(key) : nullptr;
    return found && found->is_scalar() ? found->text : "";
}

std::vector<Listed> all_versions(const Project& project) {
    const auto sites = sites_by_version(project);
    std::vector<Listed> all;
    for (const StandardRef& one : definition::published_standards(project)) {
        Sources sources;
        Diagnostics quiet;  // said by check
        const auto document = definition::read_document(
            project.standards() / one.name / one.version / "standard.yaml", sources, quiet);
        const auto used = sites.find(text_of(one));
        all.push_back({one, scalar(document, "extends"), scalar(document, "description"),
                       used == sites.end() ? std::vector<std::string>{} : used->second});
    }
    return all;
}

std::string list_json(const std::vector<Listed>& all) {
    ordered_json out{{"format", "colo-standards/1"}, {"standards", ordered_json::array()}};
    for (const Listed& one : all)
        out["standards"].push_back(
            {{"name", one.version.name},
             {"version", one.version.version},
             {"extends", one.extends.empty() ? ordered_json() : ordered_json(one.extends)},
             {"description", one.description},
             {"sites", one.sites}});
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string list_text(const std::vector<Listed>& all) {
    std::vector<std::vector<std::string>> rows;
    for (const Listed& one : all)
        rows.push_back({one.version.name, one.version.version,
                        one.extends.empty() ? "-" : one.extends,
                        one.sites.empty() ? "-" : fmt::format("{}", fmt::join(one.sites, ", ")),
                        one.description});
    return aligned({"standard", "version", "extends", "sites", "description"}, rows);
}

}  // namespace

std::optional<definition::Layers> read_version_of(const Project& project,
                                                  const StandardRef& version, Sources& sources,
                                                  Console& console) {
    Diagnostics problems;
    auto layers = definition::read_layers(project, {version, {}, {}, {}}, sources, problems);
    problems.sort(sources);
    console.show(problems, sources);
    if (problems.has_errors()) return std::nullopt;
    return layers;
}

Exit list_standards(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto all = all_versions(*project);
    if (arguments.option("format") == "json") return console.result(list_json(all)), Exit::done;
    if (all.empty()) return console.message("there are no standards here\n"), Exit::done;
    console.result(list_text(all));
    return Exit::done;
}

Exit show_standard(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto version = definition::find_published(*project, arguments.words[1]);
    if (!version) return console.fail(version.failure()), Exit::error;
    if (!arguments.has("flat")) {
        const auto text = definition::read_text(project->standards() / version->name /
                                                version->version / "standard.yaml");
        if (!text) return console.fail(text.failure()), Exit::error;
        return console.result(*text), Exit::done;
    }
    Sources sources;
    const auto layers = read_version_of(*project, *version, sources, console);
    if (!layers) return Exit::error;
    console.result(definition::flat_text(*layers, sources));
    return Exit::done;
}

namespace {

const char* word(EntryChange change) {
    switch (change) {
        case EntryChange::added: return "added";
        case EntryChange::removed: return "removed";
        case EntryChange::changed: break;
    }
    return "changed";
}

ordered_json or_null(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json json_of(const EntryDifference& one, const Sources& sources) {
    ordered_json keys = ordered_json::array();
    for (const definition::ChangedKey& key : one.keys)
        keys.push_back({{"key", or_null(key.key)},
                        {"before", or_null(key.before)},
                        {"after", or_null(key.after)}});
    return {{"section", or_null(one.section)}, {"name", one.name},
            {"was", or_null(one.was)},         {"change", word(one.change)},
            {"keys", std::move(keys)},         {"at", or_null(sources.where(one.at, false))},
            {"text", definition::to_text(one)}};
}

std::string diff_json(const StandardRef& from, const StandardRef& to,
                      const std::vector<EntryDifference>& all, const Sources& sources) {
    ordered_json out{{"format", "colo-standards-diff/1"},
                     {"from", text_of(from)},
                     {"to", text_of(to)},
                     {"differences", ordered_json::array()}};
    for (const EntryDifference& one : all) out["differences"].push_back(json_of(one, sources));
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string diff_text(const StandardRef& from, const StandardRef& to,
                      const std::vector<EntryDifference>& all) {
    std::string text = fmt::format("{} -> {}\n", text_of(from), text_of(to));
    std::map<EntryChange, std::size_t> counts;
    std::size_t renamed = 0;
    for (const EntryDifference& one : all) {
        text += "  " + definition::to_text(one) + "\n";
        ++counts[one.change];
        renamed += !one.was.empty();
    }
    if (all.empty()) return text + "no differences\n";
    text += fmt::format("{} new, {} removed, {} changed", counts[EntryChange::added],
                        counts[EntryChange::removed], counts[EntryChange::changed]);
    return text + (renamed > 0 ? fmt::format(", {} of them renamed\n", renamed) : "\n");
}

/// `B` may be a version alone: it is then of the same standard as `A`.
std::string with_name(const std::string& version, const StandardRef& like) {
    const bool is_version =
        !version.empty() && std::isdigit(static_cast<unsigned char>(version[0]));
    return is_version && version.find('@') == std::string::npos ? like.name + "@" + version
                                                                : version;
}

}  // namespace

Exit diff_standards(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto from = definition::find_published(*project, arguments.words[1]);
    if (!from) return console.fail(from.failure()), Exit::error;
    const auto to = definition::find_published(*project, with_name(arguments.words[2], *from));
    if (!to) return console.fail(to.failure()), Exit::error;
    Sources sources;
    const auto before = read_version_of(*project, *from, sources, console);
    const auto after = read_version_of(*project, *to, sources, console);
    if (!before || !after) return Exit::error;
    const auto all = definition::differences(before->document, after->document);
    console.result(arguments.option("format") == "json" ? diff_json(*from, *to, all, sources)
                                                        : diff_text(*from, *to, all));
    return Exit::done;
}

}  // namespace colo::tool
