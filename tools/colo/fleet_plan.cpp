#include "tools/colo/fleet_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "intent/base/parallel.h"
#include "intent/definition/version_files.h"

namespace colo::tool {

namespace {

using definition::Project;

/// Stores for threads to borrow: a session belongs to one thread at a time, and opening one for
/// each site would cost more than reading it.
class Stores {
public:
    explicit Stores(const Arguments& arguments) : arguments_(arguments) {}

    Result<store::Store> borrow() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) return open_store(arguments_, store::Missing::empty);
        store::Store store = std::move(free_.back());
        free_.pop_back();
        return store;
    }
    void give_back(store::Store store) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(store));
    }

private:
    const Arguments& arguments_;
    std::mutex mutex_;
    std::vector<store::Store> free_;
};

void note(const plan::Plan& plan, const FleetQuestion& question, SitePlan& out) {
    if (plan.base.revision > 0) out.from = plan.base.intent.head.standard_version;
    out.standard = plan.goal.intent.head.standard;
    out.to = plan.goal.intent.head.standard_version;
    out.changes = !plan.empty();
    out.exceptions = plan.goal.intent.exceptions.size();
    out.brief = plan::in_brief(plan);
    out.counts = plan::count_changes(plan);
    for (const plan::Moved& moved : plan.moved) ++out.moved[moved.what];
    if (question.write) out.full = question.write(plan);
}

Result<Done> plan_site(const Project& project, const store::Store& store,
                       const FleetQuestion& question, SitePlan& out) {
    out.named = definition::version_named_by(project.definition(out.site));
    if (question.only_of_it && out.named && out.named->name != question.as_if->name) {
        out.left_out = true;
        return Done{};
    }
    auto prepared = prepare(project, out.site, store, out.sources, out.problems, question.as_if);
    out.problems.sort(out.sources);
    if (!prepared) return prepared.failure();
    if (!*prepared) {
        out.does_not_fit = main_error(out.problems);
        return Done{};
    }
    Prepared& ready = **prepared;
    note(plan::make_plan(std::move(ready.base), std::move(ready.outcome.generated),
                         ready.outcome.renames),
         question, out);
    return Done{};
}

}  // namespace

std::string main_error(const Diagnostics& problems) {
    constexpr std::size_t most_details = 2;
    for (const Diagnostic& one : problems.all()) {
        if (one.severity != Severity::error) continue;
        std::string text = one.summary;
        for (std::size_t i = 0; i < std::min(one.detail.size(), most_details); ++i)
            text += (i == 0 ? ": " : "; ") + one.detail[i];
        return fmt::format("{} [{}]", text, one.code);
    }
    return {};
}

Result<std::vector<SitePlan>> plan_sites(const Arguments& arguments, const Project& project,
                                         const FleetQuestion& question) {
    // where there is an old store, one thread alone brings it up to date
    Stores stores(arguments);
    auto first = stores.borrow();
    if (!first) return first.failure();
    stores.give_back(std::move(first).value());

    std::vector<SitePlan> plans(question.sites.size());
    std::vector<std::optional<Failure>> failures(plans.size());
    in_parallel(plans.size(), [&](std::size_t i) {
        plans[i].site = question.sites[i];
        auto store = stores.borrow();
        if (!store) {
            failures[i] = store.failure();
            return;
        }
        if (const auto done = plan_site(project, *store, question, plans[i]); !done)
            failures[i] = done.failure();
        stores.give_back(std::move(store).value());
    });
    for (const auto& failure : failures)
        if (failure) return *failure;
    return plans;
}

}  // namespace colo::tool
