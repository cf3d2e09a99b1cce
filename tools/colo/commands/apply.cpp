// colo apply: shows the plan, asks, and makes it the site's next revision.
#include <fmt/format.h>

#include <chrono>

#include "intent/base/names.h"
#include "tools/colo/commands.h"
#include "tools/colo/planning.h"
#include "tools/colo/saved_plans.h"

namespace colo::tool {

namespace {

using Clock = std::chrono::steady_clock;

/// Whether the person, or `--yes`, agrees. Without a terminal nobody can.
Result<bool> agreed(const Arguments& arguments, const plan::Plan& plan, Console& console) {
    if (arguments.has("yes")) return true;
    if (!console.can_ask())
        return Failure{"not-confirmed",
                       "nobody is there to confirm this",
                       {},
                       "run it in a terminal, or say --yes",
                       false};
    const std::string answer = console.ask(fmt::format(
        "Apply these changes to {} (revision {} -> {})? Type yes: ", plan.goal.intent.head.site,
        plan.base.revision, plan.base.revision + 1));
    return answer == "yes";
}

/// What goes into the log for good shows as what it is.
std::string printable(std::string text) {
    for (char& byte : text)
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = '?';
    return text;
}

std::string next_steps(const std::string& site, std::int64_t revision) {
    return fmt::format("next: colo show {0} --at {1}   colo export {0} --format elevation-svg -o "
                       "{0}-elevations/\n",
                       site, revision);
}

/// Asks, applies, and says so. The plan was shown.
Exit confirm_and_apply(const Arguments& arguments, const plan::Plan& plan, store::Store& store,
                       Console& console) {
    const auto yes = agreed(arguments, plan, console);
    if (!yes) return console.fail(yes.failure()), Exit::error;
    if (!*yes) return console.message("not applied: nothing was changed\n"), Exit::error;

    const store::Author author{author_name(), printable(arguments.option("message")),
                               printable(arguments.option("ticket"))};
    const std::string now = now_utc();
    const auto begin = Clock::now();
    const auto revision = store.apply(plan, author, now);
    if (!revision) return console.fail(revision.failure()), Exit::error;
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    console.result(fmt::format("applied: revision {} by {} at {}, {}\n", *revision, author.name,
                               now, count_of(plan.changes.size(), "change")));
    console.message(
        fmt::format("in {:.2f} s\n{}", seconds, next_steps(plan.goal.intent.head.site, *revision)));
    return Exit::done;
}

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
    return confirm_and_apply(arguments, plan, *store, console);
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
    return confirm_and_apply(arguments, plan, *store, console);
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
                            {{"-y,--yes", "", "do not ask"},
                             {"-m,--message", "REASON", "why, for the log"},
                             {"--ticket", "ID", "what asked for it, for the log"}},
                            run};

}  // namespace colo::tool
