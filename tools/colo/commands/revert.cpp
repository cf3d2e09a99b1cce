// colo revert: makes a site again what it was at a revision, as its next revision.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tools/colo/applying.h"
#include "tools/colo/commands.h"
#include "tools/colo/revisions.h"

namespace colo::tool {

namespace {

/// What the site was, as a goal. An ordinal that was given up since stays given up, unless it lived
/// then.
Generated goal_of(plan::Base then, const plan::Base& now) {
    std::set<std::string> lived;
    for (const Allocation& allocation : then.allocations) lived.insert(allocation.identity);
    for (const Allocation& allocation : now.allocations)
        if (allocation.kind == AllocationKind::retired && !lived.contains(allocation.identity))
            then.allocations.push_back(allocation);
    std::sort(then.allocations.begin(), then.allocations.end());
    return {std::move(then.intent), std::move(then.allocations), std::move(then.origins)};
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    const auto revision = read_revision(arguments.words[1], site);
    if (!revision) return console.fail(revision.failure()), Exit::error;
    auto now = stored_site(arguments, site);
    if (!now) return console.fail(now.failure()), Exit::error;
    auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    auto then = store->at(site, *revision);
    if (!then) return console.fail(then.failure()), Exit::error;

    Generated goal = goal_of(*std::move(then), *now);
    const plan::Plan plan = plan::make_plan(*std::move(now), std::move(goal));
    if (plan.empty()) {
        console.result(fmt::format("{} is what it was at revision {}: there is nothing to do\n",
                                   site, *revision));
        return Exit::done;
    }
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    const std::string text = plan::to_text(plan, view, console.colour_out());
    console.result(text.substr(0, text.rfind("Apply with: ")));
    const Exit done = confirm_and_apply(arguments, plan, *store,
                                        fmt::format("as at revision {}", *revision), console);
    if (done == Exit::done)
        console.message(fmt::format("the definition was not changed: revert it too, or the next "
                                    "`colo apply {}` brings back what it says\n",
                                    site));
    return done;
}

}  // namespace

const Command revert_command{"revert",
                             "SITE REVISION",
                             2,
                             2,
                             "makes a site again what it was at a revision",
                             applying_options(),
                             run};

}  // namespace colo::tool
