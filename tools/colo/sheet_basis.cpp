#include "tools/colo/sheet_basis.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/model/describe.h"
#include "tools/colo/planning.h"
#include "tools/colo/revisions.h"
#include "tools/colo/saved_plans.h"

namespace colo::tool {

namespace {

/// A saved plan keeps of its base only what it changes, called as the goal calls it; all else is in
/// the store.
void fill_in(plan::Plan& plan, Intent stored) {
    std::set<std::pair<std::string, std::string>> old_names;
    for (const plan::Change& change : plan.changes)
        if (!change.was.empty()) old_names.emplace(change.table, change.was);
    Intent& kept = plan.base.intent;
    for_each_table(stored, [&](const char* name, auto& from) {
        for_each_table(kept, [&](const char* other, auto& into) {
            if constexpr (std::same_as<decltype(from), decltype(into)>) {
                if (std::string_view(name) != other) return;
                std::set<std::string> known;
                for (const auto& one : into) known.insert(one.id.value);
                for (auto& one : from)
                    if (!known.contains(one.id.value) && !old_names.contains({name, one.id.value}))
                        into.push_back(std::move(one));
            }
        });
    });
    kept.head = std::move(stored.head);
    kept.sort();
}

Failure usage(std::string message) {
    return {"bad-usage", std::move(message), {}, "see colo sheet --help", false};
}

Result<SheetBasis> of_site(const store::Store& store, const std::string& site) {
    auto base = store.base(site);
    if (!base) return base.failure();
    if (base->revision == 0)
        return Failure{
            "unknown-site",
            fmt::format("the store holds no site {}", site),
            {},
            fmt::format("apply it first: colo apply {}, or colo sheet {} --plan", site, site),
            false};
    SheetBasis out;
    out.revision = base->revision;
    out.scope = "the whole site";
    const auto log = store.log(site);
    if (!log) return log.failure();
    for (const auto& entry : *log)
        if (entry.number == out.revision)
            out.applied = fmt::format("{} by {}", entry.at, entry.author);
    out.plan.goal = {std::move(base->intent), std::move(base->allocations),
                     std::move(base->origins)};
    return out;
}

Result<SheetBasis> since(const store::Store& store, const std::string& site,
                         const Arguments& arguments) {
    const auto from = read_revision(arguments.option("since"), site);
    if (!from) return from.failure();
    auto out = of_site(store, site);
    if (!out) return out;
    if (*from >= out->revision)
        return usage(fmt::format("{} is at revision {}: there is no work since {}", site,
                                 out->revision, *from));
    auto then = store.at(site, *from);
    if (!then) return then.failure();
    out->scope = fmt::format("the work from revision {} to revision {}", *from, out->revision);
    out->plan = plan::make_plan(std::move(*then), std::move(out->plan.goal));
    out->is_change = true;
    return out;
}

Result<std::optional<SheetBasis>> of_plan(const store::Store& store, const std::string& site,
                                          const Arguments& arguments, Console& console) {
    const std::string file = arguments.option("plan");
    SheetBasis out;
    out.is_change = true;
    if (!file.empty()) {
        auto saved = read_saved_plan(file);
        if (!saved) return saved.failure();
        if (saved->plan.goal.intent.head.site != site)
            return usage(fmt::format("{} is a plan of {}, not of {}", file,
                                     saved->plan.goal.intent.head.site, site));
        if (const auto fresh = store.check_base(saved->plan); !fresh) return fresh.failure();
        auto stored = store.base(site);
        if (!stored) return stored.failure();
        out.plan = std::move(saved->plan);
        fill_in(out.plan, std::move(stored->intent));
    } else {
        auto plan = make_plan_of(site, store, console);
        if (!plan) return plan.failure();
        if (!*plan) return std::optional<SheetBasis>{};
        out.plan = std::move(**plan);
    }
    out.scope = out.plan.base.revision == 0
                    ? "all that is planned; nothing is applied yet"
                    : fmt::format("the work of a plan on top of revision {}, not applied yet",
                                  out.plan.base.revision);
    return std::optional(std::move(out));
}

}  // namespace

Result<std::optional<SheetBasis>> sheet_basis(const store::Store& store, const Arguments& arguments,
                                              Console& console) {
    const std::string& site = arguments.words[0];
    const bool is_planned = arguments.options.contains("plan");
    const bool is_since = arguments.options.contains("since");
    if (is_planned && is_since) return usage("--since and --plan are two different works: say one");
    if (is_planned) return of_plan(store, site, arguments, console);
    auto stored = is_since ? since(store, site, arguments) : of_site(store, site);
    if (!stored) return stored.failure();
    return std::optional(std::move(*stored));
}

}  // namespace colo::tool
