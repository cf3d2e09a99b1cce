#include "intent/generator/templates.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/base/suggestion.h"

namespace colo::generator {

namespace {

/// `n:03` gives 3, `n` gives 0; nothing for anything else.
std::optional<int> width_of(std::string_view field) {
    if (field == "n") return 0;
    if (field.size() == 4 && field.starts_with("n:0") && field[3] >= '1' && field[3] <= '9')
        return field[3] - '0';
    return std::nullopt;
}

std::string known_hint(std::string_view field, const TemplateValues& values) {
    std::vector<std::string> known;
    if (values.n) known.insert(known.end(), {"n", "n:02", "n:03"});
    for (const auto& [name, text] : values.texts) known.push_back(name);
    return suggestion(field, known);
}

}  // namespace

Filled fill_template(std::string_view pattern, const TemplateValues& values) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) return {"", "a { is not closed", "end it with }"};
        const std::string_view field = pattern.substr(open + 1, close - open - 1);
        const auto width = width_of(field);
        const auto found = values.texts.find(field);
        if (width && values.n)
            text += fmt::format("{:0{}}", *values.n, *width);
        else if (found != values.texts.end())
            text += found->second;
        else
            return {"", fmt::format("{{{}}} is not known here", field), known_hint(field, values)};
        pattern.remove_prefix(close + 1);
    }
    return {text, "", ""};
}

std::string as_name_part(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        out += fits ? c : '-';
    }
    return out;
}

bool is_host_name(std::string_view text) {
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
           as_name_part(text) == text;
}

}  // namespace colo::generator
