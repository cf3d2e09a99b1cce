// Names as people write them: order, nearest spelling, and lists in brackets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace colo {

/// Natural order: `R2` before `R10`; equal numbers compare by their text (`R02` before `R2`).
bool natural_less(std::string_view a, std::string_view b);

struct NaturalLess {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return natural_less(a, b); }
};

/// The candidate that is spelt most like `name`, if one is close enough to be meant.
std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string>& candidates);

/// The most names that one list in brackets may stand for.
inline constexpr std::size_t most_names_of_a_list = 4096;

/// The names that a list in brackets stands for: `Ethernet[1-3]`, `L[1-3] C13 [01-12]`,
/// `eth[0,2]`. The leftmost bracket is slowest, leading zeros are kept, and a dash outside
/// brackets is just a dash.
struct NameList {
    std::vector<std::string> names;
    std::string error;  ///< empty when good: `[9-1] counts down`, `a bracket is not closed`
};
NameList expand_names(std::string_view text);

/// `1 device`, `2 devices`; with thousands separated: `2,950 cables`.
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural = {});
std::string with_thousands(std::size_t count);

}  // namespace colo
