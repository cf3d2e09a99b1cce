#include "tools/colo/commands.h"

#include <algorithm>

#include "tools/colo/spec.h"

namespace colo::tool {

const std::vector<Command>& all_commands() {
    static const std::vector<Command> all{
        allocations_command, apply_command,        blame_command,    complete_command,
        completion_command,  device_types_command, diff_command,     explain_command,
        export_command,      fleet_command,        list_command,     log_command,
        new_command,         plan_command,         record_command,   require_command,
        revert_command,      schema_command,       sheet_command,    show_command,
        standards_command,   store_command,        validate_command, version_command};
    return all;
}

const Command* find_command(std::string_view name) {
    const auto& all = all_commands();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<OptionSpec>& common_options() {
    static const std::vector<OptionSpec> all{
        {"--store", "URL",
         "where intents are kept: sqlite:FILE or postgresql://... (else COLO_STORE, .colo.yaml, "
         "colo.db)"},
        {"--color", "auto|always|never", "whether in colour"},
        {"-q,--quiet", "", "no messages but errors"},
        {"-v,--verbose", "", "more of everything"}};
    return all;
}

std::string long_name(const OptionSpec& option) {
    std::string_view names = option.names;
    if (const std::size_t comma = names.find(','); comma != std::string_view::npos)
        names.remove_prefix(comma + 1);
    names.remove_prefix(names.find_first_not_of('-'));
    return std::string(names);
}

std::vector<std::string> choices_of(const OptionSpec& option) {
    const auto all = alternatives(option.value);
    return !all.empty() && is_literal(all.front()) ? all : std::vector<std::string>{};
}

}  // namespace colo::tool
