#include "intent/definition/yaml/text_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace {

/// A row of the table of well-formed UTF-8 (Unicode 15, table 3-7): what the first byte may be,
/// what the second, and how many bytes there are. All further bytes are 80 to BF.
struct WellFormed {
    unsigned first_low, first_high, second_low, second_high;
    std::size_t length;
};
constexpr std::array well_formed{
    WellFormed{0x00, 0x7F, 0, 0, 1},       WellFormed{0xC2, 0xDF, 0x80, 0xBF, 2},
    WellFormed{0xE0, 0xE0, 0xA0, 0xBF, 3}, WellFormed{0xE1, 0xEC, 0x80, 0xBF, 3},
    WellFormed{0xED, 0xED, 0x80, 0x9F, 3}, WellFormed{0xEE, 0xEF, 0x80, 0xBF, 3},
    WellFormed{0xF0, 0xF0, 0x90, 0xBF, 4}, WellFormed{0xF1, 0xF3, 0x80, 0xBF, 4},
    WellFormed{0xF4, 0xF4, 0x80, 0x8F, 4}};

/// Bytes of the UTF-8 character at `at`, 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto row = std::find_if(well_formed.begin(), well_formed.end(), [&](const auto& r) {
        return byte(0) >= r.first_low && byte(0) <= r.first_high;
    });
    if (row == well_formed.end()) return 0;
    if (row->length > 1 && (byte(1) < row->second_low || byte(1) > row->second_high)) return 0;
    for (std::size_t i = 2; i < row->length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return row->length;
}

bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\n' && c != '\r' && c != '\t') || code == 0x7F;
}

}  // namespace

bool has_unsafe_character(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_control)) return true;
    for (const std::string_view turns :
         {"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
          "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xC2\x9B"})
        if (text.find(turns) != std::string_view::npos) return true;
    return false;
}

bool is_readable_text(const Sources& sources, int file, Diagnostics& out, std::size_t most) {
    const std::string& text = sources.file(file).text;
    if (text.size() > most) {
        out.error("too-large", {file, 0, 0, 0},
                  fmt::format("the file is larger than {} MiB", most / (1024 * 1024)));
        return false;
    }
    int line = 1;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const SourceRange here{file, line, static_cast<int>(at - begin) + 1, 1};
        const std::size_t length = character_length(text, at);
        if (length == 0) {
            out.error("not-utf8", here, "this byte is not UTF-8 text");
            return false;
        }
        if (at == begin && text[at] == '%') {
            out.error("yaml-directive", here, "a directive (`%...`) is not allowed here");
            return false;
        }
        const bool lone_return =
            text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (is_control(text[at]) || lone_return) {
            out.error("control-character", here,
                      fmt::format("control character 0x{:02x} in the file",
                                  static_cast<unsigned char>(text[at])));
            return false;
        }
        at += length;
        if (text[at - 1] == '\n') {
            ++line;
            begin = at;
        } else if (at - begin > most_bytes_of_a_line) {
            out.error("too-large", {file, line, 1, 0}, "the line is longer than 64 KiB");
            return false;
        }
    }
    return true;
}

}  // namespace colo::definition
