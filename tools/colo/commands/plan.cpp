// colo plan: what would change, why, and what stays. Changes nothing.
#include "tools/colo/allocations.h"
#include "tools/colo/commands.h"
#include "tools/colo/fleet_plan.h"
#include "tools/colo/planning.h"

namespace colo::tool {

namespace {

Exit run(const Arguments& arguments, Console& console) {
    if (arguments.has("all") || arguments.options.contains("standard"))
        return run_fleet_plan(arguments, console);
    if (arguments.words.empty())
        return console.fail({"bad-usage",
                             "plan takes SITE|FILE..., or --all",
                             {},
                             "see colo plan --help",
                             false}),
               Exit::error;
    if (arguments.options.contains("allocations")) return plan_on_file(arguments, console);
    const std::string format = arguments.option("format", "text");
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    bool changes = false;
    for (const std::string& site : arguments.words) {
        const auto plan = make_plan_of(site, *store, console);
        if (!plan) return console.fail(plan.failure()), Exit::error;
        if (!*plan) return Exit::error;
        const auto view = console.verbose() ? plan::View::full : plan::View::terse;
        console.result(format == "json" ? plan::to_json(**plan)
                                        : plan::to_text(**plan, view, console.colour_out()));
        changes = changes || !(*plan)->empty();
    }
    return changes && arguments.has("detailed-exitcode") ? Exit::changes : Exit::done;
}

}  // namespace

const Command plan_command{
    "plan",
    "[SITE|FILE...]",
    0,
    10'000,
    "the difference to the stored intent; changes nothing",
    {{"--format", "text|json", "for people or for programs"},
     {"--all", "", "every site, a line each"},
     {"--standard", "NAME@VERSION", "as if the definition named this version of the standard"},
     allocations_option,
     {"--detailed-exitcode", "", "exit 2 when there are changes"}},
    run};

}  // namespace colo::tool
