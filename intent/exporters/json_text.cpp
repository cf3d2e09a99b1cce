#include "intent/exporters/json_text.h"

#include "intent/exporters/text.h"

namespace colo::exporters {

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

void append_control(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    out += "\\u00";
    out += hex[byte >> 4U];
    out += hex[byte & 0xFU];
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_plain(text[at])) ++at;
        out.append(text.substr(begin, at - begin));
        if (at == text.size()) break;
        const Character character = character_at(text, at);
        if (character.bytes == 1 && character.valid)
            append_control(out, text[at]);
        else
            out += character.valid ? text.substr(at, character.bytes) : replacement_character;
        at += character.bytes;
    }
    out += '"';
}

}  // namespace colo::exporters
