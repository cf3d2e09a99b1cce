#include <algorithm>

#include "intent/base/utf8.h"
#include "intent/exporters/pages/pages_parts.h"

namespace colo::sheets {

namespace {

/// Whether the character stands on, or changes, the one before it: accents, joiners, variants.
bool joins(char32_t code) {
    return (code >= 0x0300 && code <= 0x036F) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool ends_piece(char c) { return std::string_view("-/:.,_").find(c) != std::string_view::npos; }

/// The places where a line may end, as found so far; 0: none.
struct Breaks {
    std::size_t space = 0, piece = 0, letter = 0;
    std::int64_t piece_width = 0;

    std::size_t best(std::int64_t room) const {
        if (space > 0) return space;
        return piece > 0 && piece_width * 3 >= room ? piece : letter;
    }
};

/// Where the line that begins the text ends; at least one character is in it.
std::size_t line_end(std::string_view text, std::int64_t room, Weight weight) {
    Breaks breaks;
    std::int64_t width = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (at > 0 && !joins(character.code) && before != 0x200D) breaks.letter = at;
        width += ems(text.substr(at, character.bytes), weight);
        if (width > room && text[at] != ' ') {
            const std::size_t end = breaks.best(room);
            if (end > 0) return end;
            if (at > 0) return at;
        }
        at += character.bytes;
        before = character.code;
        if (before == ' ') breaks.space = at;
        if (before < 0x80 && ends_piece(text[at - 1])) {
            breaks.piece = at;
            breaks.piece_width = width;
        }
    }
    return text.size();
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text;
}

/// Calls `see` with each part of the text between the separators.
template <class See>
void each_part(std::string_view text, char separator, See see) {
    while (true) {
        const std::size_t end = text.find(separator);
        see(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::int64_t room, Weight weight) {
    std::vector<std::string> out;
    if (text.empty()) return out;
    each_part(text, '\n', [&](std::string_view rest) {
        rest = trimmed(rest);
        do {
            const std::size_t end = line_end(rest, room, weight);
            out.emplace_back(trimmed(rest.substr(0, end)));
            rest = trimmed(rest.substr(end));
        } while (!rest.empty());
    });
    return out;
}

std::int64_t widest_word(std::string_view text, Weight weight) {
    std::int64_t out = 0;
    each_part(text, ' ', [&](std::string_view word) { out = std::max(out, ems(word, weight)); });
    return out;
}

}  // namespace colo::sheets
