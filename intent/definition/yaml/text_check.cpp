#include "intent/definition/yaml/text_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace {

/// Bytes of the UTF-8 character at `at` (Unicode 15, table 3-7), 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool second = continues(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        return second && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool second = continues(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        return second && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\n' && c != '\r' && c != '\t') || code == 0x7F;
}

}  // namespace

bool is_readable_text(const Sources& sources, int file, Diagnostics& out) {
    const std::string& text = sources.file(file).text;
    if (text.size() > most_bytes) {
        out.error("too-large", {file, 0, 0, 0}, "the file is larger than 4 MiB").detail = {
            fmt::format("it has {} bytes", text.size())};
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
        if (is_control(text[at])) {
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
