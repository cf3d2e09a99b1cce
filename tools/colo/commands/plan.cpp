// colo plan: what would change, why, and what stays. Changes nothing.
#include <fmt/format.h>

#include "tools/colo/allocations.h"
#include "tools/colo/commands.h"
#include "tools/colo/fleet_plan.h"
#include "tools/colo/planning.h"
#include "tools/colo/saved_plans.h"

namespace colo::tool {

namespace {

void print(const Arguments& arguments, const plan::Plan& plan, const std::string& applied_as,
           Console& console) {
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    console.result(arguments.option("format") == "json"
                       ? plan::to_json(plan)
                       : plan::to_text(plan, view, console.colour_out(), applied_as));
}

/// Each of these shows one plan and says whether it is empty; nothing when the inputs are wrong.
using Shown = Result<std::optional<bool>>;

/// Says so where the store at hand has gone on since the plan was made; it may be another store, or
/// none.
void say_if_stale(const Arguments& arguments, const plan::Plan& plan, Console& console) {
    console.progress("asking the store");
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return;
    const auto good = store->check_base(plan);
    if (good || (good.failure().code != "plan-stale" && good.failure().code != "plan-restored"))
        return;
    console.message(fmt::format("it can be applied no more: {} [{}]\n", good.failure().message,
                                good.failure().code));
}

Shown show_saved(const Arguments& arguments, const std::string& file, Console& console) {
    const auto saved = read_saved_plan(file);
    if (!saved) return saved.failure();
    say_if_stale(arguments, saved->plan, console);
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    const std::string now = now_utc();
    if (arguments.option("format") == "json")
        console.result(plan::to_json(*saved, now));
    else
        console.result(saved_text(*saved) +
                       plan::to_text(saved->plan, view, console.colour_out(),
                                     plan::has_expired(*saved, now) ? "" : file));
    return std::optional(saved->plan.empty());
}

Shown show_new(const Arguments& arguments, const std::string& site, Console& console) {
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    const auto plan = make_plan_of(site, *store, console);
    if (!plan) return plan.failure();
    if (!*plan) return std::optional<bool>();
    print(arguments, **plan, "", console);
    return std::optional((*plan)->empty());
}

Shown save(const Arguments& arguments, const std::string& site, Console& console) {
    const std::string file = arguments.option("out");
    const auto seconds = seconds_to_expiry(arguments);
    if (!seconds) return seconds.failure();
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    const auto saved = make_plan_to_save(site, *store, *seconds, console);
    if (!saved) return saved.failure();
    if (!*saved) return std::optional<bool>();
    const auto written = write_saved_plan(file, **saved);
    if (!written) return written.failure();
    print(arguments, (*saved)->plan, file, console);
    console.message(fmt::format("saved as {0}, expires at {1}\nshow it: colo plan {0}   apply it: "
                                "colo apply {0}\n",
                                file, (*saved)->expires_at));
    return std::optional((*saved)->plan.empty());
}

Result<Done> check_usage(const Arguments& arguments) {
    if (arguments.words.empty())
        return Failure{"bad-usage",
                       "plan takes SITE|FILE|PLAN..., or --all",
                       {},
                       "see colo plan --help",
                       false};
    const auto seconds = seconds_to_expiry(arguments);
    if (!seconds) return seconds.failure();
    if (arguments.options.count("out") == 0) return Done{};
    if (arguments.words.size() != 1 || is_saved_plan(arguments.words.front()))
        return Failure{"bad-usage",
                       "--out saves a new plan of one site",
                       {},
                       "colo plan SITE --out FILE",
                       false};
    return Done{};
}

/// What one kind of plan takes and another would pass over in silence.
Result<Done> check_pairs(const Arguments& arguments) {
    const auto said = [&](const char* option) {
        return arguments.has(option) || arguments.options.contains(option);
    };
    for (const char* kind : {"all", "standard", "allocations"})
        for (const char* other : {"out", "expires", "allocations"})
            if (said(kind) && said(other) && std::string_view(kind) != other)
                return Failure{"bad-usage",
                               fmt::format("--{} does not go with --{}", other, kind),
                               {},
                               "see colo plan --help",
                               false};
    return Done{};
}

Exit run(const Arguments& arguments, Console& console) {
    if (const auto good = check_pairs(arguments); !good)
        return console.fail(good.failure()), Exit::error;
    if (arguments.has("all") || arguments.options.contains("standard"))
        return run_fleet_plan(arguments, console);
    if (const auto good = check_usage(arguments); !good)
        return console.fail(good.failure()), Exit::error;
    if (arguments.options.contains("allocations")) return plan_on_file(arguments, console);
    bool changes = false;
    for (const std::string& word : arguments.words) {
        const auto empty = is_saved_plan(word)              ? show_saved(arguments, word, console)
                           : arguments.options.count("out") ? save(arguments, word, console)
                                                            : show_new(arguments, word, console);
        if (!empty) return console.fail(empty.failure()), Exit::error;
        if (!*empty) return Exit::error;
        changes = changes || !**empty;
    }
    return changes && arguments.has("detailed-exitcode") ? Exit::changes : Exit::done;
}

}  // namespace

const Command plan_command{
    "plan",
    "[SITE|FILE|PLAN...]",
    0,
    10'000,
    "the difference to the stored intent, or a saved plan again; changes nothing",
    {{"--format", "text|json", "for people or for programs"},
     {"--all", "", "every site, a line each"},
     {"--standard", "NAME@VERSION", "as if the definition named this version of the standard"},
     {"--out", "FILE", "save the plan, to be shown and applied as it is"},
     {"--expires", "TIME", "when a saved plan may not be applied any more: 12h, 3d (7d)"},
     allocations_option,
     {"--detailed-exitcode", "", "exit 2 when there are changes"}},
    run};

}  // namespace colo::tool
