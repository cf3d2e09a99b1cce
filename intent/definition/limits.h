// What a field may hold beyond its type: stated once, for the schema and for the reader's checks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "intent/base/ip.h"

namespace colo::definition {

/// A number from the least to the most, both included.
struct Between {
    std::int64_t least, most;
    constexpr bool holds(std::int64_t number) const { return number >= least && number <= most; }
};

/// How many entries a map may have.
struct Entries {
    std::size_t fewest, most;
};

/// One of a few words, or of a few numbers.
template <class T, std::size_t N>
struct OneOf {
    T values[N];
    constexpr bool holds(const T& value) const {
        return std::find(std::begin(values), std::end(values), value) != std::end(values);
    }
};

/// A text that follows the grammar of identities.
struct Identity {};
/// A standard's name and version: `trading-colo 1.0.0`.
struct NameAndVersion {};
/// Addresses of one family.
struct OfFamily {
    Family family;
};
/// A map whose keys are `RACK/NAME`.
struct InRacks {};
/// A selector that names the ends of cables: ports, or circuits.
struct EndsOfCables {};
/// A list, or a map by name, that may not be empty.
struct NotEmpty {};

inline constexpr OneOf<std::string_view, 1> site_format{{"colo-site/1"}};
inline constexpr OneOf<std::string_view, 1> standard_format{{"colo-standard/1"}};
inline constexpr OneOf<std::string_view, 1> accepted{{"accepted"}};
inline constexpr OneOf<std::string_view, 1> summed{{"summed"}};
inline constexpr OneOf<std::string_view, 2> all_but{{"self", "rack"}};
inline constexpr OneOf<std::string_view, 1> by_number{{"by-number"}};
inline constexpr OneOf<std::string_view, 2> cable_kinds{{"data", "management"}};
inline constexpr OneOf<std::int64_t, 2> feed_phases{{1, 3}};
inline constexpr Between rack_units{1, 60};
inline constexpr Between pair_members{1, 2};
inline constexpr Between not_negative{0, 999'999'999'999};
inline constexpr Between as_numbers{0, 4'294'967'295};
inline constexpr Between parallel_cables{1, 64};
inline constexpr Between lanes_of_port{2, 16};
inline constexpr Between count_of_role{0, 100'000};
inline constexpr Entries feeds_of_rack{0, 8};
inline constexpr Entries racks_of_site{1, 4096};

}  // namespace colo::definition
