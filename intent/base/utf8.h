// Texts character by character: what is written is always valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colo {

/// One character of a text. Bytes that are no UTF-8 (RFC 3629) are U+FFFD, one by one.
struct Character {
    char32_t code = 0xFFFD;
    std::size_t bytes = 1;  ///< how many of the text's bytes it stands for
    bool valid = false;
};

/// The character that begins at `at`, which must lie inside the text.
Character character_at(std::string_view text, std::size_t at);

/// U+FFFD as UTF-8.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Appends the text with everything that is not UTF-8 replaced.
void append_valid(std::string& out, std::string_view text);

}  // namespace colo
