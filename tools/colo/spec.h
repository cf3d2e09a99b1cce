// How a command's words and values are written in its help: `site|standard [NAME@VERSION]`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace colo::tool {

/// What may stand at one place, and whether that place repeats (`SITE|FILE...`).
struct WordSpec {
    std::vector<std::string> alternatives;
    bool repeats = false;
};

/// The places of a command's words, in order; brackets, which mean optional, are left out.
std::vector<WordSpec> read_words(std::string_view spec);

/// `text|json` taken apart.
std::vector<std::string> alternatives(std::string_view spec);

/// Whether a word of a spec stands for itself (`json`) and not for a kind of value (`SITE`).
bool is_literal(std::string_view word);

}  // namespace colo::tool
