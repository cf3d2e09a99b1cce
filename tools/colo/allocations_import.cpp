// colo allocations import: the plan of a site's definition on top of what a file says, applied.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/plan/taken_over.h"
#include "tools/colo/allocations.h"
#include "tools/colo/applying.h"
#include "tools/colo/planning.h"

namespace colo::tool {

namespace {

using definition::AllocationsFile;

/// A plan on top of a file, and what of the file it does not keep.
struct Import {
    plan::Plan plan;
    std::size_t given = 0, lost = 0;
};

void say_lost(const AllocationsFile& file, const std::vector<plan::NotKept>& lost,
              Diagnostics& out) {
    for (const plan::NotKept& one : lost) {
        const auto& entry = file.entries[one.index];
        Diagnostic& said =
            out.warning("allocation-not-kept", entry.at,
                        one.instead.empty()
                            ? fmt::format("the {} of {} is not taken over", to_text(entry->kind),
                                          entry->identity)
                            : fmt::format("the {} of {} would be {}, not {}", to_text(entry->kind),
                                          entry->identity, one.instead, entry->value));
        said.object = entry->identity;
        said.detail = {one.why};
        said.hint = one.hint;
    }
}

/// The entries of a file that the goal can keep, and those of things that the definition does not
/// make: they may stand there, so what they take is left free. Of the others what is stored counts.
Allocations kept_of(const Allocations& given, const std::vector<plan::NotKept>& lost) {
    std::vector<bool> is_lost(given.size());
    for (const plan::NotKept& one : lost) is_lost[one.index] = !one.instead.empty();
    Allocations kept;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!is_lost[i]) kept.push_back(given[i]);
    return kept;
}

/// What an allocation of this kind shows up in.
std::string_view table_of(AllocationKind kind) {
    switch (kind) {
        case AllocationKind::number:
        case AllocationKind::place:
        case AllocationKind::feed: return "devices";
        case AllocationKind::prefix: return "prefixes";
        case AllocationKind::host: return "addresses";
        case AllocationKind::vlan: return "vlans";
        case AllocationKind::asn: return "asns";
        default: return "cables";
    }
}

/// What of a plan's proof shows up in which table.
std::string_view table_of(const plan::Moved& moved) {
    if (moved.what == "rack position" || moved.what == "name" || moved.what == "number")
        return "devices";
    if (moved.what == "address") return "addresses";
    if (moved.what == "prefix") return "prefixes";
    if (moved.what == "ASN") return "asns";
    return moved.what == "VLAN" ? "vlans" : "cables";
}

/// By table and identity, the lines of a file that say something else than what is stored.
using Lines = std::map<std::pair<std::string_view, std::string_view>, std::string>;

Lines new_lines(const Allocations& stored, const AllocationsFile& file, const Sources& sources) {
    Lines lines;
    for (const auto& entry : file.entries)
        if (!std::binary_search(stored.begin(), stored.end(), *entry))
            lines.emplace(std::pair(table_of(entry->kind), std::string_view(entry->identity)),
                          sources.where(entry.at, false));
    return lines;
}

/// What the file brings about is because of the file.
void give_reasons(plan::Plan& plan, const AllocationsFile& file, const Sources& sources) {
    const Lines lines = new_lines(plan.base.allocations, file, sources);
    for (plan::Change& change : plan.changes)
        if (const auto found = lines.find({change.table, change.id});
            found != lines.end() && change.action == plan::Action::change)
            change.because = found->second;
    for (plan::Moved& moved : plan.moved)
        if (const auto found = lines.find({table_of(moved), moved.id}); found != lines.end())
            moved.because = found->second;
}

/// The site on top of what is stored and of these; its problems are said in `out`.
Result<std::optional<Prepared>> prepare_over(const definition::Project& project,
                                             const std::string& site, const AllocationsFile& file,
                                             const Allocations& given, const store::Store& store,
                                             Sources& sources, Diagnostics& out) {
    return prepare(project, site, store, sources, out, {},
                   [&](const std::string& name, const Allocations& stored) {
                       check_site(file, name, out);
                       return plan::laid_over(stored, given);
                   });
}

Result<std::optional<Import>> make_import(const definition::Project& project,
                                          const std::string& site, const AllocationsFile& file,
                                          const store::Store& store, Sources& sources,
                                          Diagnostics& out) {
    const Allocations given = file.allocations();
    const auto lost_by = [&](const Prepared& ready) {
        return plan::not_kept(given, ready.outcome.generated, ready.outcome.renames);
    };
    Diagnostics problems;
    auto prepared = prepare_over(project, site, file, given, store, sources, problems);
    if (prepared && *prepared)
        if (const auto lost = lost_by(**prepared); !lost.empty()) {
            problems = {};
            prepared =
                prepare_over(project, site, file, kept_of(given, lost), store, sources, problems);
        }
    out.append(problems);
    if (!prepared) return prepared.failure();
    if (!*prepared) return std::optional<Import>{};
    Prepared& ready = **prepared;
    const auto lost = lost_by(ready);
    say_lost(file, lost, out);
    Import made{plan::make_plan(std::move(ready.base), std::move(ready.outcome.generated),
                                ready.outcome.renames),
                given.size(), lost.size()};
    give_reasons(made.plan, file, sources);
    return std::optional(std::move(made));
}

/// The same from the file's path, with everything said.
Result<std::optional<Import>> read_import(const std::string& site, const std::string& path,
                                          const store::Store& store, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return project.failure();
    console.progress(fmt::format("reading {}", path));
    Sources sources;
    Diagnostics problems;
    Result<std::optional<Import>> made = std::optional<Import>{};
    if (const auto file = definition::read_allocations(path, sources, problems))
        made = make_import(*project, site, *file, store, sources, problems);
    problems.sort(sources);
    console.show(problems, sources);
    return made;
}

/// The plan as text, without the advice how to apply it: that would leave the file out.
std::string plan_text(const plan::Plan& plan, Console& console) {
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    const std::string text = plan::to_text(plan, view, console.colour_out());
    return text.substr(0, std::min(text.rfind("Apply with: "), text.size()));
}

Failure would_lose(const Import& import, const std::string& path) {
    return {"allocations-not-kept",
            fmt::format("{} of {} cannot be kept", count_of(import.lost, "allocation"), path),
            {},
            "each is named above: mend the file or the definition, or say --partial",
            false};
}

}  // namespace

Exit import_allocations(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[1];
    const std::string& path = arguments.words[2];
    if (arguments.option("message").empty())
        return console.fail({"bad-usage",
                             "an import says why",
                             {},
                             "add -m 'as found on site on ...'; it stays in the log",
                             false}),
               Exit::error;
    auto store = open_store(arguments, store::Missing::make);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto made = read_import(site, path, *store, console);
    if (!made) return console.fail(made.failure()), Exit::error;
    if (!*made) return Exit::error;
    const Import& import = **made;
    console.result(plan_text(import.plan, console));
    console.result(fmt::format("{}: {} of {} kept\n", path,
                               with_thousands(import.given - import.lost),
                               count_of(import.given, "allocation")));
    if (import.lost > 0 && !arguments.has("partial"))
        return console.fail(would_lose(import, path)), Exit::error;
    if (import.plan.empty()) return Exit::done;
    return confirm_and_apply(arguments, import.plan, *store, "", console);
}

}  // namespace colo::tool
