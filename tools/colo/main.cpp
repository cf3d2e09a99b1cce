// The command line: finds the command, reads its words and options, runs it.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <list>

#include "intent/base/result.h"
#include "tools/colo/command.h"

namespace colo::tool {

namespace {

const std::vector<OptionSpec> common_options{
    {"--store", "URL",
     "where intents are kept: sqlite:FILE (else COLO_STORE, .colo.yaml, colo.db)"},
    {"--color", "WHEN", "auto, always or never"},
    {"-q,--quiet", "", "no messages but errors"},
    {"-v,--verbose", "", "more of everything"},
};

/// What CLI11 fills in for one command.
struct Typed {
    const Command* command = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::string> words;
    std::list<std::pair<std::string, std::string>> options;
    std::list<std::pair<std::string, bool>> flags;
};

std::string long_name(std::string_view names) {
    const std::size_t comma = names.find(',');
    if (comma != std::string_view::npos) names.remove_prefix(comma + 1);
    names.remove_prefix(names.find_first_not_of('-'));
    return std::string(names);
}

void declare(Typed& typed, const OptionSpec& option) {
    if (option.value.empty()) {
        typed.flags.emplace_back(long_name(option.names), false);
        typed.app->add_flag(std::string(option.names), typed.flags.back().second,
                            std::string(option.help));
        return;
    }
    typed.options.emplace_back(long_name(option.names), "");
    typed.app
        ->add_option(std::string(option.names), typed.options.back().second,
                     std::string(option.help))
        ->type_name(std::string(option.value));
}

void declare(Typed& typed, const Command& command, CLI::App& program) {
    typed.command = &command;
    typed.app = program.add_subcommand(std::string(command.name), std::string(command.help));
    if (command.most > 0)
        typed.app->add_option("words", typed.words, std::string(command.words))
            ->type_name(std::string(command.words))
            ->expected(static_cast<int>(command.fewest), static_cast<int>(command.most));
    for (const OptionSpec& option : command.options) declare(typed, option);
    for (const OptionSpec& option : common_options) declare(typed, option);
}

Arguments arguments_of(const Typed& typed) {
    Arguments arguments;
    arguments.words = typed.words;
    for (const auto& [name, value] : typed.options)
        if (typed.app->get_option("--" + name)->count() > 0) arguments.options[name] = value;
    for (const auto& [name, is_set] : typed.flags)
        if (is_set) arguments.flags.insert(name);
    return arguments;
}

std::optional<Console::Colour> colour_of(const std::string& when) {
    if (when == "auto") return Console::Colour::automatic;
    if (when == "always") return Console::Colour::always;
    if (when == "never") return Console::Colour::never;
    return std::nullopt;
}

Exit run(const Typed& typed) {
    const Arguments arguments = arguments_of(typed);
    const auto colour = colour_of(arguments.option("color", "auto"));
    Console console(colour.value_or(Console::Colour::automatic), arguments.has("quiet"),
                    arguments.has("verbose"));
    const std::size_t words = arguments.words.size();
    if (!colour || words < typed.command->fewest || words > typed.command->most) {
        console.fail(
            {"bad-usage",
             colour ? fmt::format("{} takes {}", typed.command->name,
                                  typed.command->words.empty() ? "no words" : typed.command->words)
                    : "--color is auto, always or never",
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

}  // namespace

}  // namespace colo::tool

int main(int count, char** words) {
    using namespace colo::tool;
    CLI::App program{"colo: two YAML files become a complete, checked colocation", "colo"};
    program.require_subcommand(1);
    program.get_formatter()->column_width(34);
    std::list<Typed> typed;
    for (const Command& command : all_commands()) declare(typed.emplace_back(), command, program);
    try {
        program.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(Exit::error);
    }
    try {
        for (const Typed& one : typed)
            if (one.app->parsed()) return static_cast<int>(run(one));
    } catch (const std::exception& error) {  // a mistake of ours, or no memory: nothing was applied
        fmt::print(stderr, "colo: internal error: {}\n", error.what());
    }
    return static_cast<int>(Exit::error);
}
