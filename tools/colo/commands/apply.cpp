// colo apply: shows the plan, asks, and makes it the site's next revision.
#include "tools/colo/applying.h"
#include "tools/colo/commands.h"
#include "tools/colo/planning.h"
#include "tools/colo/saved_plans.h"

namespace colo::tool {

namespace {

/// The store that the plan was made from; where there was none yet, one is made.
Result<store::Store> store_of(const Arguments& arguments, const plan::Plan& plan) {
    const bool there_was_none = plan.base.lineage.empty() && plan.base.revision == 0;
    auto store =
        open_store(arguments, there_was_none ? store::Missing::make : store::Missing::empty);
    if (!store) return store;
    if (const auto same = store->check_base(plan); !same) return same.failure();
    return store;
}

/// Reads no input: what is applied is what was saved.
Exit apply_saved(const Arguments& arguments, const std::string& file, Console& console) {
    auto saved = read_saved_plan(file);
    if (!saved) return console.fail(saved.failure()), Exit::error;
    plan::Plan& plan = saved->plan;
    if (const auto good = check_expiry(*saved); !good)
        return console.fail(good.failure()), Exit::error;
    auto store = store_of(arguments, plan);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    console.result(saved_text(*saved) + plan::to_text(plan, view, console.colour_out(), file));
    if (plan.empty()) return Exit::done;

    auto base = store->base(plan.goal.intent.head.site);
    if (!base) return console.fail(base.failure()), Exit::error;
    plan.base.intent = std::move(base->intent);  // the file has only what its text needs
    return confirm_and_apply(arguments, plan, *store, "", console);
}

Exit apply_new(const Arguments& arguments, const std::string& site, Console& console) {
    auto store = open_store(arguments, store::Missing::make);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto planned = make_plan_of(site, *store, console);
    if (!planned) return console.fail(planned.failure()), Exit::error;
    if (!*planned) return Exit::error;
    const plan::Plan& plan = **planned;
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    console.result(plan::to_text(plan, view, console.colour_out()));
    if (plan.empty()) return Exit::done;
    return confirm_and_apply(arguments, plan, *store, "", console);
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& word = arguments.words.front();
    return is_saved_plan(word) ? apply_saved(arguments, word, console)
                               : apply_new(arguments, word, console);
}

}  // namespace

const Command apply_command{"apply",
                            "SITE|FILE|PLAN",
                            1,
                            1,
                            "plans, shows, asks, applies; a saved plan as it is",
                            applying_options(),
                            run};

}  // namespace colo::tool
