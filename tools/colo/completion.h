// Completing what is typed in a shell: the words are found here, the shells only show them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace colo::tool {

/// A word that may stand there, and what it is.
struct Candidate {
    std::string word, about;
};

/// What the last of the words after `colo` may become. It may be empty.
std::vector<Candidate> complete(const std::vector<std::string>& words);

/// What may stand for SITE, STANDARD, FILE, ... in a command line of which `words` were typed.
/// Nothing that cannot be found out is reported: there is then nothing to offer.
std::vector<Candidate> values_of(std::string_view kind, const std::vector<std::string>& words);

/// The script for a shell, or nothing for one that is not known.
std::optional<std::string_view> completion_script(std::string_view shell);

}  // namespace colo::tool
