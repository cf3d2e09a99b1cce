// What the text of an exception sets.
#include "tools/colo/explain/explaining.h"

namespace colo::tool {

namespace {

/// Where the text that begins at `at` ends: behind its closing quote, or where it begins.
std::size_t past_quotes(std::string_view text, std::size_t at) {
    if (text[at] != '"' && text[at] != '\'') return at;
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at)
        if (quote == '"' && text[at] == '\\') ++at;
    return at < text.size() ? at + 1 : at;
}

/// The value of a key in a map written on one line, `{a: 1, b: {c: 2}}`; nothing without the key.
std::optional<std::string_view> value_of(std::string_view map, std::string_view key) {
    int depth = 0;
    for (std::size_t at = 0; at < map.size();) {
        if (const std::size_t end = past_quotes(map, at); end != at) {
            at = end;
            continue;
        }
        const char c = map[at];
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return std::nullopt;
        const bool begins = c == '{' || c == ',';
        ++at;
        if (depth != 1 || !begins) continue;
        while (at < map.size() && map[at] == ' ') ++at;
        const std::string_view rest = map.substr(at);
        if (rest.starts_with(key) && rest.substr(key.size()).starts_with(": "))
            return rest.substr(key.size() + 2);
    }
    return std::nullopt;
}

}  // namespace

bool sets(std::string_view set, std::string_view key) {
    const std::size_t dot = key.find('.');
    const auto value = value_of(set, key.substr(0, dot));
    if (!value || dot == std::string_view::npos) return value.has_value();
    return sets(*value, key.substr(dot + 1));
}

}  // namespace colo::tool
