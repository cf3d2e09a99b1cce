// colo standards: the versions that there are, what one says, what differs between two, and whether
// a version's number is as large as what it does.
#include "tools/colo/standards.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/base/suggestion.h"
#include "tools/colo/commands.h"

namespace colo::tool {

namespace {

struct Action {
    std::string_view name, words;
    std::size_t fewest, most;  ///< words after its name
    Exit (*run)(const Arguments&, Console&);
    bool flat = false, json = true;  ///< which options it takes
};

constexpr Action actions[] = {
    {"check", "[NAME@VERSION]", 0, 1, check_standards},
    {"diff", "NAME@VERSION NAME@VERSION", 2, 2, diff_standards},
    {"list", "", 0, 0, list_standards},
    {"show", "NAME@VERSION [--flat]", 1, 1, show_standard, true, false},
};

Failure bad_usage(std::string what, std::string hint) {
    return {"bad-usage", std::move(what), {}, std::move(hint), false};
}

std::string usage_of(const Action& action) {
    return fmt::format("colo standards {} {}", action.name, action.words);
}

/// Why these words are no question to answer, or nothing.
std::optional<Failure> refused(const Action& action, const Arguments& arguments) {
    const std::size_t words = arguments.words.size() - 1;
    if (words < action.fewest || words > action.most)
        return bad_usage(fmt::format("standards {} takes {}", action.name,
                                     action.words.empty() ? "no words" : action.words),
                         "say " + usage_of(action));
    if (arguments.has("flat") && !action.flat)
        return bad_usage("--flat is for standards show",
                         "say colo standards show NAME@VERSION --flat");
    if (arguments.option("format") == "json" && !action.json)
        return bad_usage("standards show prints YAML, for people and for programs",
                         "leave out --format");
    return std::nullopt;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& word = arguments.words.front();
    const auto* const action = std::find_if(std::begin(actions), std::end(actions),
                                            [&](const Action& one) { return one.name == word; });
    if (action == std::end(actions)) {
        std::vector<std::string> names;
        for (const Action& one : actions) names.emplace_back(one.name);
        console.fail(
            bad_usage(fmt::format("standards has no action {}", word), suggestion(word, names)));
        return Exit::error;
    }
    if (const auto why = refused(*action, arguments)) return console.fail(*why), Exit::error;
    return action->run(arguments, console);
}

}  // namespace

const Command standards_command{
    "standards",
    "list|show|check|diff [NAME@VERSION] [NAME@VERSION]",
    1,
    3,
    "the standards here: which there are, what one says, what differs, whether its number is right",
    {{"--flat", "", "show: with all that it extends, as one document"},
     {"--format", "text|json", "for people or for programs"}},
    run};

}  // namespace colo::tool
