// Texts as outputs need them: always valid UTF-8, and no wider than there is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace colo::exporters {

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

enum class Weight : std::uint8_t { regular, bold };

/// How wide the text runs at a font size, in the unit of `size`: an estimate from above, by the
/// widths of DejaVu Sans, the widest of the usual sans-serif fonts.
std::int64_t text_width(std::string_view text, std::int64_t size, Weight weight = Weight::regular);

/// The text, or as much of its beginning as fits into `width` with an ellipsis; empty when not
/// even a letter and the ellipsis fit.
std::string shortened(std::string_view text, std::int64_t size, std::int64_t width,
                      Weight weight = Weight::regular);

}  // namespace colo::exporters
