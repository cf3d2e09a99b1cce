// The commands, each defined in a file of its own.
#pragma once

#include "tools/colo/command.h"

namespace colo::tool {

extern const Command allocations_command;
extern const Command apply_command;
extern const Command blame_command;
extern const Command complete_command;
extern const Command completion_command;
extern const Command device_types_command;
extern const Command diff_command;
extern const Command explain_command;
extern const Command export_command;
extern const Command fleet_command;
extern const Command list_command;
extern const Command log_command;
extern const Command new_command;
extern const Command plan_command;
extern const Command record_command;
extern const Command require_command;
extern const Command revert_command;
extern const Command schema_command;
extern const Command sheet_command;
extern const Command show_command;
extern const Command standards_command;
extern const Command store_command;
extern const Command validate_command;
extern const Command version_command;

}  // namespace colo::tool
