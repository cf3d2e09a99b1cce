#include "tools/colo/applying.h"

#include <fmt/format.h>

#include <chrono>

#include "intent/base/names.h"
#include "intent/base/utf8.h"

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
    std::string valid;
    append_valid(valid, text);
    return valid;
}

std::string next_steps(const std::string& site, std::int64_t revision) {
    return fmt::format("next: colo show {0} --at {1}   colo export {0} --format elevation-svg -o "
                       "{0}-elevations/\n",
                       site, revision);
}

}  // namespace

const std::vector<OptionSpec>& applying_options() {
    static const std::vector<OptionSpec> options{
        {"-y,--yes", "", "do not ask"},
        {"-m,--message", "REASON", "why, for the log"},
        {"--ticket", "ID", "what asked for it, for the log"}};
    return options;
}

Exit confirm_and_apply(const Arguments& arguments, const plan::Plan& plan, store::Store& store,
                       const std::string& reason, Console& console) {
    const auto yes = agreed(arguments, plan, console);
    if (!yes) return console.fail(yes.failure()), Exit::error;
    if (!*yes) return console.message("not applied: nothing was changed\n"), Exit::error;

    const store::Author author{printable(author_name()),
                               printable(arguments.option("message", reason)),
                               printable(arguments.option("ticket"))};
    const std::string now = now_utc();
    console.progress(fmt::format("applying to {}", plan.goal.intent.head.site));
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

}  // namespace colo::tool
