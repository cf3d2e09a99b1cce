#include "tools/colo/commands.h"

namespace colo::tool {

const std::vector<Command>& all_commands() {
    static const std::vector<Command> all{
        apply_command, device_types_command, explain_command, export_command,   list_command,
        log_command,   plan_command,         show_command,    validate_command, version_command};
    return all;
}

}  // namespace colo::tool
