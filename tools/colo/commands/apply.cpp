// colo apply: shows the plan, asks, and makes it the site's next revision.
#include "tools/colo/applying.h"
#include "tools/colo/commands.h"
#include "tools/colo/planning.h"

namespace colo::tool {

namespace {

Exit run(const Arguments& arguments, Console& console) {
    auto store = open_store(arguments, store::Missing::make);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto planned = make_plan_of(arguments.words.front(), *store, console);
    if (!planned) return console.fail(planned.failure()), Exit::error;
    if (!*planned) return Exit::error;
    const plan::Plan& plan = **planned;
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    console.result(plan::to_text(plan, view, console.colour_out()));
    if (plan.empty()) return Exit::done;
    return ask_and_apply(plan, *store, arguments, console);
}

}  // namespace

const Command apply_command{"apply",
                            "SITE|FILE",
                            1,
                            1,
                            "plans, shows, asks, applies",
                            {{"-y,--yes", "", "do not ask"},
                             {"-m,--message", "REASON", "why, for the log"},
                             {"--ticket", "ID", "what asked for it, for the log"}},
                            run};

}  // namespace colo::tool
