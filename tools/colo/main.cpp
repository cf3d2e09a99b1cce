// The command line: finds the command, reads its words and options, runs it.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <list>

#include "intent/base/result.h"
#include "tools/colo/command.h"

namespace colo::tool {

namespace {

/// What CLI11 fills in for one command.
struct Typed {
    const Command* command = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::string> words;
    std::list<std::pair<std::string, std::string>> options;
    std::list<std::pair<std::string, bool>> flags;
    std::list<std::pair<std::string, std::vector<std::string>>> lists;
};

void declare(Typed& typed, const OptionSpec& option) {
    if (option.value.empty()) {
        typed.flags.emplace_back(long_name(option), false);
        typed.app->add_flag(std::string(option.names), typed.flags.back().second,
                            std::string(option.help));
        return;
    }
    if (repeats(option)) {
        typed.lists.emplace_back(long_name(option), std::vector<std::string>{});
        typed.app
            ->add_option(std::string(option.names), typed.lists.back().second,
                         std::string(option.help))
            ->type_name(std::string(option.value))
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        return;
    }
    typed.options.emplace_back(long_name(option), "");
    typed.app
        ->add_option(std::string(option.names), typed.options.back().second,
                     std::string(option.help))
        ->type_name(std::string(option.value))
        ->expected(value_is_optional(option) ? 0 : 1, 1);
}

void declare(Typed& typed, const Command& command, CLI::App& program) {
    typed.command = &command;
    typed.app = program.add_subcommand(std::string(command.name), std::string(command.help));
    if (command.most > 0)
        typed.app->add_option("words", typed.words, std::string(command.words))
            ->type_name(std::string(command.words))
            ->expected(static_cast<int>(command.fewest), static_cast<int>(command.most));
    for (const OptionSpec& option : command.options) declare(typed, option);
    for (const OptionSpec& option : common_options()) declare(typed, option);
}

Arguments arguments_of(const Typed& typed) {
    Arguments arguments;
    arguments.words = typed.words;
    for (const auto& [name, value] : typed.options)
        if (typed.app->get_option("--" + name)->count() > 0) arguments.options[name] = value;
    for (const auto& [name, values] : typed.lists) arguments.lists[name] = values;
    for (const auto& [name, is_set] : typed.flags)
        if (is_set) arguments.flags.insert(name);
    return arguments;
}

Console::Colour colour_of(const std::string& when) {
    if (when == "always") return Console::Colour::always;
    if (when == "never") return Console::Colour::never;
    return Console::Colour::automatic;
}

std::optional<std::string> wrong_value(const OptionSpec& option, const Arguments& arguments) {
    const std::string name = long_name(option);
    std::vector<std::string> choices = choices_of(option);
    const auto said = arguments.options.find(name);
    const bool is_text = name == "message" || name == "ticket";
    if (said != arguments.options.end() && said->second.empty() && !is_text &&
        !value_is_optional(option))
        return fmt::format("--{} was given nothing", name);
    if (choices.empty() || said == arguments.options.end() ||
        std::find(choices.begin(), choices.end(), said->second) != choices.end())
        return std::nullopt;
    const std::string last = choices.back();
    choices.pop_back();
    return fmt::format("--{} is {} or {}", name, fmt::join(choices, ", "), last);
}

/// What is wrong with how the command was called, or nothing.
std::optional<std::string> wrong_usage(const Command& command, const Arguments& arguments) {
    const std::size_t words = arguments.words.size();
    if (words < command.fewest || words > command.most)
        return fmt::format("{} takes {}", command.name,
                           command.words.empty() ? "no words" : command.words);
    for (const auto* options : {&command.options, &common_options()})
        for (const OptionSpec& option : *options)
            if (auto wrong = wrong_value(option, arguments)) return wrong;
    return std::nullopt;
}

Exit run(const Typed& typed) {
    const Arguments arguments = arguments_of(typed);
    Console console(colour_of(arguments.option("color")), arguments.has("quiet"),
                    arguments.has("verbose"));
    if (const auto wrong = wrong_usage(*typed.command, arguments)) {
        console.fail({"bad-usage",
                      *wrong,
                      {},
                      fmt::format("see colo {} --help", typed.command->name),
                      false});
        return Exit::error;
    }
    const Exit exit = typed.command->run(arguments, console);
    if (console.all_written()) return exit;
    console.fail(
        {"output-lost", "the output could not be written", {}, "is the disk full?", false});
    return Exit::error;
}

/// A hidden command takes its words as they stand, those that look like options too.
Exit run_hidden(const Command& command, std::vector<std::string> words) {
    Console console(Console::Colour::never, false, false);
    const Exit exit = command.run({std::move(words), {}, {}}, console);
    return console.all_written() ? exit : Exit::error;
}

}  // namespace

}  // namespace colo::tool

int main(int count, char** words) {
    using namespace colo::tool;
    CLI::App program{"colo: two YAML files become a complete, checked colocation", "colo"};
    program.require_subcommand(1);
    program.get_formatter()->column_width(34);
    std::list<Typed> typed;
    for (const Command& command : all_commands())
        if (!command.hidden) declare(typed.emplace_back(), command, program);
    try {
        const Command* named = count > 1 ? find_command(words[1]) : nullptr;
        if (named && named->hidden)
            return static_cast<int>(run_hidden(*named, {words + 2, words + count}));
        program.parse(count, words);
        for (const Typed& one : typed)
            if (one.app->parsed()) return static_cast<int>(run(one));
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(Exit::error);
    } catch (const std::exception& error) {  // a mistake of ours, or no memory: nothing was applied
        fmt::print(stderr, "colo: internal error: {}\n", error.what());
    }
    return static_cast<int>(Exit::error);
}
