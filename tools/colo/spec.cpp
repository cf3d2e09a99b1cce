#include "tools/colo/spec.h"

#include <algorithm>

namespace colo::tool {

namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(at);
        if (end != 0) parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

}  // namespace

std::vector<WordSpec> read_words(std::string_view spec) {
    std::vector<WordSpec> places;
    for (std::string place : split(spec, ' ')) {
        if (place.starts_with('[') && place.ends_with(']'))
            place = place.substr(1, place.size() - 2);
        const bool repeats = place.ends_with("...");
        if (repeats) place.resize(place.size() - 3);
        places.push_back({alternatives(place), repeats});
    }
    return places;
}

std::vector<std::string> alternatives(std::string_view spec) { return split(spec, '|'); }

bool is_literal(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace colo::tool
