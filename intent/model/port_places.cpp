#include "intent/model/port_places.h"

#include <algorithm>

namespace colo {

namespace {

bool ends_a_place(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    return slash != std::string_view::npos && slash + 1 < text.size() &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(slash) + 1, text.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string port_place_text(std::string_view device, std::string_view group, int place) {
    return std::string(device) + ":" + std::string(group) + "/" + std::to_string(place);
}

std::vector<std::string_view> port_places(std::string_view value) {
    std::vector<std::string_view> all;
    for (std::size_t space = value.find(' '); space != std::string_view::npos;
         space = value.find(' ', space + 1)) {
        if (!ends_a_place(value.substr(0, space))) continue;
        all.push_back(value.substr(0, space));
        value.remove_prefix(space + 1);
        space = 0;
    }
    if (!value.empty()) all.push_back(value);
    return all;
}

}  // namespace colo
