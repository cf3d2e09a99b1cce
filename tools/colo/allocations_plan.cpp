// colo plan --allocations: what would be decided otherwise, told without a store.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/model/allocation_forms.h"
#include "tools/colo/allocations.h"
#include "tools/colo/table.h"

namespace colo::tool {

namespace {

using nlohmann::ordered_json;

/// A decision on both sides; nullptr where it is not.
struct Sides {
    const Allocation* before = nullptr;
    const Allocation* after = nullptr;

    const Allocation& one() const { return after ? *after : *before; }
    bool is_kept() const { return before && after && *before == *after; }
    const char* action() const {
        return is_kept() ? "keep" : !before ? "add" : !after ? "remove" : "change";
    }
};

/// By kind, then identity in natural order.
std::vector<Sides> sides_of(const Allocations& before, const Allocations& after) {
    std::map<std::pair<AllocationKind, std::string>, Sides> all;
    for (const Allocation& one : before) all[{one.kind, one.identity}].before = &one;
    for (const Allocation& one : after) all[{one.kind, one.identity}].after = &one;
    std::vector<Sides> list;
    for (const auto& [key, sides] : all) list.push_back(sides);
    std::stable_sort(list.begin(), list.end(), [](const Sides& a, const Sides& b) {
        return a.one().kind != b.one().kind ? a.one().kind < b.one().kind
                                            : natural_less(a.one().identity, b.one().identity);
    });
    return list;
}

/// What the file says, under the identities of today.
Allocations carried(const OnFile& made) {
    Allocations all = made.file.allocations();
    if (made.outcome.renames.empty()) return all;
    for (Allocation& one : all) one = made.outcome.renames.allocation(one);
    std::sort(all.begin(), all.end());
    return all;
}

std::string line_of(const Sides& sides) {
    const std::string what = fmt::format("{} {}", to_text(sides.one().kind), sides.one().identity);
    if (!sides.before) return fmt::format("  + {}: {}\n", what, sides.after->value);
    if (!sides.after) return fmt::format("  - {}: {}\n", what, sides.before->value);
    return fmt::format("  ~ {}: {} -> {}\n", what, sides.before->value, sides.after->value);
}

/// Moves are told one by one; of what comes and goes the first few, unless all are asked for.
std::string changes_text(const std::vector<Sides>& all, bool verbose) {
    constexpr std::size_t few = 20;
    std::string text;
    std::map<std::string, std::size_t> told;
    for (const Sides& sides : all) {
        const std::string action = sides.action();
        if (action == "keep") continue;
        if (++told[action] <= few || verbose || action == "change") text += line_of(sides);
    }
    for (const auto& [action, count] : told)
        if (count > few && !verbose && action != "change")
            text += fmt::format("  {} {} more (--verbose lists them)\n",
                                action == "add" ? '+' : '-', with_thousands(count - few));
    return text;
}

std::string table_text(const std::vector<Sides>& all) {
    std::map<AllocationKind, std::map<std::string, std::size_t>> counts;
    for (const Sides& sides : all) ++counts[sides.one().kind][sides.action()];
    std::vector<std::vector<std::string>> rows;
    for (auto& [kind, count] : counts)
        rows.push_back({std::string(to_text(kind)),
                        with_thousands(count["keep"] + count["change"] + count["remove"]),
                        with_thousands(count["keep"]), with_thousands(count["change"]),
                        with_thousands(count["remove"]), with_thousands(count["add"])});
    return aligned({"allocation", "in the file", "kept", "moved", "freed", "new"}, rows);
}

std::string text_of(const OnFile& made, const std::vector<Sides>& all, const std::string& path,
                    bool verbose) {
    const SiteHead& head = made.outcome.generated.intent.head;
    const std::string revision =
        made.file.head.revision > 0 ? fmt::format(" (revision {})", made.file.head.revision) : "";
    std::string text = fmt::format("{}: {} {} on top of {}{}\n\n", head.site, head.standard,
                                   head.standard_version, path, revision);
    text += table_text(all) + "\n";
    const std::string changes = changes_text(all, verbose);
    text += changes.empty() ? "Every allocation of the file is kept, and none is new.\n"
                            : changes + "\n";
    text += "Objects cannot be compared without a store: this tells what is decided anew, not what "
            "else\nwould change. With the store: colo plan " +
            head.site + "\n";
    return text;
}

std::string json_of(const OnFile& made, const std::vector<Sides>& all, const std::string& path) {
    const SiteHead& head = made.outcome.generated.intent.head;
    ordered_json json = {{"format", "colo-allocations-plan/1"},
                         {"site", head.site},
                         {"standard", head.standard},
                         {"standard_version", head.standard_version},
                         {"file", path},
                         {"file_revision", made.file.head.revision},
                         {"objects_compared", false},
                         {"kept", 0},
                         {"changes", ordered_json::array()}};
    std::size_t kept = 0;
    for (const Sides& sides : all) {
        if (sides.is_kept()) {
            ++kept;
            continue;
        }
        ordered_json change = {{"action", sides.action()},
                               {"kind", to_text(sides.one().kind)},
                               {"identity", sides.one().identity}};
        if (sides.before) change["before"] = sides.before->value;
        if (sides.after) change["after"] = sides.after->value;
        json["changes"].push_back(std::move(change));
    }
    json["kept"] = kept;
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

Exit plan_on_file(const Arguments& arguments, Console& console) {
    if (const auto why = refused_allocations(arguments)) return console.fail(*why), Exit::error;
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const std::string path = arguments.option("allocations");
    Sources sources;
    Diagnostics problems;
    const auto made = generate_on(*project, arguments.words.front(), path, sources, problems);
    problems.sort(sources);
    console.show(problems, sources);
    if (!made) return Exit::error;
    const Allocations before = carried(*made);
    const auto all = sides_of(before, made->outcome.generated.allocations);
    console.result(arguments.option("format") == "json"
                       ? json_of(*made, all, path)
                       : text_of(*made, all, path, console.verbose()));
    const bool changes =
        !std::all_of(all.begin(), all.end(), [](const Sides& sides) { return sides.is_kept(); });
    return changes && arguments.has("detailed-exitcode") ? Exit::changes : Exit::done;
}

}  // namespace colo::tool
