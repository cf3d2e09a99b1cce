#include "intent/base/xml.h"

#include "intent/base/utf8.h"

namespace colo {

namespace {

bool may_stand_in_xml(char32_t code) {
    if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
    return code != 0xFFFE && code != 0xFFFF;
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        switch (character.code) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                out += character.valid && may_stand_in_xml(character.code)
                           ? text.substr(at, character.bytes)
                           : replacement_character;
        }
        at += character.bytes;
    }
}

std::string xml_text(std::string_view text) {
    std::string out;
    append_xml(out, text);
    return out;
}

}  // namespace colo
