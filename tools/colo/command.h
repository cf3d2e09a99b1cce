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
    std::vector<std::string> words;              ///< in order: SITE, FILE, OBJECT
    std::map<std::string, std::string> options;  ///< by name without dashes: `store`
    std::set<std::string> flags;                 ///< by name without dashes: `yes`

    bool has(const std::string& flag) const { return flags.contains(flag); }
    std::string option(const std::string& name, const std::string& otherwise = "") const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }
};

/// One `--name VALUE` or, with an empty `value`, one `--name`. A short form stands before it:
/// `-m,--message`.
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
};

/// All commands, sorted by name.
const std::vector<Command>& all_commands();

}  // namespace colo::tool
