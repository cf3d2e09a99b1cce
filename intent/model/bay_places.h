// Places that are bays of other devices, as allocations keep them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace colo {

struct BayPlace {
    std::string_view parent, bay;
};

/// `in: chassis.1 Slot 2`. No rack can be called `in:`, so it is told from `R03 U23 1U front full`.
inline std::string bay_place_text(std::string_view parent, std::string_view bay) {
    return "in: " + std::string(parent) + " " + std::string(bay);
}

/// Nothing where the place is none of these.
inline std::optional<BayPlace> read_bay_place(std::string_view text) {
    constexpr std::string_view mark = "in: ";
    if (!text.starts_with(mark)) return std::nullopt;
    text.remove_prefix(mark.size());
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    return BayPlace{text.substr(0, space), text.substr(space + 1)};
}

}  // namespace colo
