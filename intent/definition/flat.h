// A version of a standard with all that it extends, written out as one document.
#pragma once

#include <string>

#include "intent/definition/extends.h"

namespace colo::definition {

/// YAML that the reader accepts and that says the same as the layers: `extends` and `remove` are
/// carried out. Each entry has its file and line as a comment; so has each key of an entry that
/// comes from another file than the entry itself.
std::string flat_text(const Layers& layers, const Sources& sources);

/// A value on one line, for people: `leaf, spine`; `{parameter: ptp}` is `parameter ptp`.
std::string plain_text(const Node& node);

}  // namespace colo::definition
