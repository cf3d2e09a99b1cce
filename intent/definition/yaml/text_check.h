// What is refused before any YAML is looked at.
#pragma once

#include "intent/base/diagnostic.h"

namespace colo::definition {

/// False, with a diagnostic, when the text is too large, is not UTF-8, has control characters, or
/// a line so long that reading it would cost too much.
bool is_readable_text(const Sources& sources, int file, Diagnostics& out);

}  // namespace colo::definition
