// Blanks: what `colo new` leaves for a person to fill in, such as `<how many>`.
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

/// Whether a text is a blank: in angle brackets from its first to its last character.
bool is_blank(std::string_view text);

/// Reports every blank in the tree, keys and values, and takes it out, so that nothing else is
/// said about it. Whether there were any.
bool refuse_blanks(Node& tree, Diagnostics& out);

}  // namespace colo::definition
