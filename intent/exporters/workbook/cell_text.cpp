#include "intent/exporters/workbook/cell_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "intent/exporters/text.h"

namespace colo::sheets::xlsx {

namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_xml(char32_t code) {
    return code == U'\t' || code == U'\n' || (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

/// Whether a reader would take what stands here for an escaped character: `_x0041_`.
bool looks_escaped(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6,
                       [](unsigned char letter) { return std::isxdigit(letter) != 0; });
}

std::size_t units_of(char32_t code) { return code > 0xFFFF ? 2 : 1; }

/// One character as a cell holds it, and how many units that is.
struct Piece {
    std::string_view text;
    std::size_t units = 1;
};

Piece piece_at(std::string_view text, std::size_t at, const Character& character) {
    if (character.code == U'\r') return {"\n"};
    if (!character.valid || !is_xml(character.code)) return {replacement_character};
    if (looks_escaped(text.substr(at))) return {"_x005F_", 7};
    return {text.substr(at, character.bytes), units_of(character.code)};
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t end = 0; end != std::string_view::npos; text.remove_prefix(end + 1)) {
        end = text.find('\n');
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
    }
    return out;
}

char in_name(char letter) {
    return std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos ? letter : '-';
}

std::string lower(std::string text) {
    for (char& letter : text)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

}  // namespace

std::string cell_text(std::string_view text, std::size_t longest) {
    std::string out;
    std::size_t units = 0, end_of_room = 0;  // what still leaves room for an ellipsis
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (text.substr(at).starts_with("\r\n")) ++at;
        const Piece piece = piece_at(text, at, character);
        units += piece.units;
        if (units > longest) return out.substr(0, end_of_room).append(ellipsis);
        out += piece.text;
        if (units < longest) end_of_room = out.size();
        at += character.bytes;
    }
    return out;
}

std::string header_text(std::string_view text, std::size_t longest) {
    std::string out;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        Piece piece = piece_at(text, at, character);
        if (piece.units == 7) piece = {"_"};  // nothing reads escapes here
        if (piece.text == "&") piece = {"&&", 2};
        units += piece.units;
        if (units >= longest) return out.append(ellipsis);
        out += piece.text;
        at += character.bytes;
    }
    return out;
}

std::vector<std::string> worksheet_names(const std::vector<std::string>& texts) {
    constexpr std::size_t longest = 31;
    std::vector<std::string> out;
    std::set<std::string> taken{"history"};  // Excel keeps it for itself
    for (const std::string& text : texts) {
        std::string wanted = text.empty() ? "sheet" : text;
        std::transform(wanted.begin(), wanted.end(), wanted.begin(), in_name);
        std::string name = cell_text(wanted, longest);
        for (int n = 2; !taken.insert(lower(name)).second; ++n) {
            const std::string number = fmt::format("-{}", n);
            name = cell_text(wanted, longest - number.size()) + number;
        }
        out.push_back(name);
    }
    return out;
}

double width_in_characters(std::string_view text, double font_size, bool bold) {
    // A character of the default font (Calibri, 11 points) is 7 pixels wide, 96 pixels an inch.
    constexpr double pixels_in_point = 96.0 / 72, pixels_in_character = 7, precision = 1000;
    const auto size = static_cast<std::int64_t>(font_size * pixels_in_point * precision);
    const auto weight = bold ? exporters::Weight::bold : exporters::Weight::regular;
    std::int64_t widest = 0;
    for (const std::string_view line : lines_of(text))
        widest = std::max(widest, exporters::text_width(line, size, weight));
    return static_cast<double>(widest) / precision / pixels_in_character;
}

double wrapped_lines(std::string_view text, double font_size, double width) {
    constexpr double used = 0.92;  // lines end between words
    double lines = 0;
    for (const std::string_view line : lines_of(text))
        lines += std::max(1.0, std::ceil(width_in_characters(line, font_size) / (width * used)));
    return lines;
}

double height_of_lines(double lines, double font_size) {
    constexpr double highest = 409, line_height = 1.35, space = 3;
    return std::min(highest, lines * font_size * line_height + space);
}

}  // namespace colo::sheets::xlsx
