// A command of the program: its name, what it takes, and what it does. One file each in commands/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/colo/console.h"

namespace colo::tool {

/// Exit status of every command (commands.md): what a script can rely on.
enum class Exit : int { done = 0, error = 1, changes = 2, unknowns = 3, interrupted = 130 };

/// What was typed after the command's name.
struct Arguments {
    std::vector<std::string> words;                         ///< in order: SITE, FILE, OBJECT
    std::map<std::string, std::string> options;             ///< by name without dashes: `store`
    std::set<std::string> flags;                            ///< by name without dashes: `yes`
    std::map<std::string, std::vector<std::string>> lists;  ///< of options that may be repeated

    bool has(const std::string& flag) const { return flags.contains(flag); }
    std::string option(const std::string& name, const std::string& otherwise = "") const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }
    std::vector<std::string> all(const std::string& name) const {
        const auto found = lists.find(name);
        return found == lists.end() ? std::vector<std::string>{} : found->second;
    }
};

/// A value that is one of a few words is written `text|json`: other values are refused.
///
/// One `--name VALUE` or, with an empty `value`, one `--name`. A short form stands before it:
/// `-m,--message`. A value that ends with `...` may be given several times.
struct OptionSpec {
    std::string_view names, value, help;
};

struct Command {
    std::string_view name;
    std::string_view words;  ///< as the help shows them: `SITE [OBJECT]`
    std::size_t fewest, most;
    std::string_view help;
    std::vector<OptionSpec> options;  ///< beside those that every command takes
    Exit (*run)(const Arguments& arguments, Console& console);
    bool hidden = false;  ///< for scripts: not in the help, and its words are taken as they stand
};

/// All commands, sorted by name.
const std::vector<Command>& all_commands();
const Command* find_command(std::string_view name);

/// The options that every command takes.
const std::vector<OptionSpec>& common_options();

/// `-o,--output` as `output`.
std::string long_name(const OptionSpec& option);

/// The words that an option's value may be; none when it is free.
std::vector<std::string> choices_of(const OptionSpec& option);

/// Whether its name may stand alone: `[PLAN]`.
inline bool value_is_optional(const OptionSpec& option) { return option.value.starts_with("["); }

/// Whether it may be given several times.
inline bool repeats(const OptionSpec& option) { return option.value.ends_with("..."); }

}  // namespace colo::tool
