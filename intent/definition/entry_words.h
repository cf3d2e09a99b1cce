// The words in which entries of a standard are spoken of.
#pragma once

#include <string>

#include "intent/definition/difference.h"

namespace colo::definition {

/// `role spine`, `network storage`, `cabling uplink`; `dns` for what has no section.
std::string entry_name(const std::string& section, const std::string& name);

/// What a new entry is, in a few words: `4 of model spine-32x100`; may be empty.
std::string about_entry(const std::string& section, const Node& entry, const Node& document);

/// What holds where a key of an entry is not written; empty where nothing does.
std::string default_of(const std::string& section, const std::string& key);

/// `parallel 1 -> 2`; of lists what came and went: `carries: storage added`.
std::string change_text(const ChangedKey& changed);

}  // namespace colo::definition
