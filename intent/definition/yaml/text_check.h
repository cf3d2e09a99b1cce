// What is refused before any YAML is looked at.
#pragma once

#include <string_view>

#include "intent/base/diagnostic.h"

namespace colo::definition {

/// False, with a diagnostic, when the text is too large, is not UTF-8, has control characters, or
/// a line so long that reading it would cost too much.
bool is_readable_text(const Sources& sources, int file, Diagnostics& out, std::size_t most);

/// Whether a text holds what must never reach a terminal, a label or a file name: control
/// characters but line ends and tabs, and characters that turn the direction of writing (Unicode
/// 15, 9.2). Escapes in quotes can write both.
bool has_unsafe_character(std::string_view text);

}  // namespace colo::definition
