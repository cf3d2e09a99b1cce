// The actions of `colo standards`, each in a file of its own.
#pragma once

#include "intent/definition/extends.h"
#include "tools/colo/command.h"

namespace colo::tool {

Exit list_standards(const Arguments& arguments, Console& console);
Exit show_standard(const Arguments& arguments, Console& console);
Exit check_standards(const Arguments& arguments, Console& console);
Exit diff_standards(const Arguments& arguments, Console& console);

/// A published version, `NAME@VERSION`, with what it extends. What is wrong was shown.
std::optional<definition::Layers> read_version_of(const definition::Project& project,
                                                  const definition::StandardRef& version,
                                                  Sources& sources, Console& console);

}  // namespace colo::tool
