// How single texts become numbers, quantities, addresses and choices.
#pragma once

#include <charconv>

#include "intent/base/ip.h"
#include "intent/base/units.h"
#include "intent/definition/fields.h"

namespace colo::definition {

/// Says what a scalar should have been. `code` is `wrong-type`, `bad-unit` or `out-of-range`.
void say_bad_scalar(const Node& node, std::string code, const std::string& summary,
                    std::string hint, Diagnostics& out);

/// A whole number without sign or leading zeros (`-` is allowed where `negative`), at most 18
/// digits. `010` and `0x1f` mean different things to different readers, so they are refused.
std::optional<std::int64_t> read_integer(const Node& node, Diagnostics& out);

template <>
struct Scalar<std::string> {
    static constexpr std::string_view wanted = "a text";
    static std::optional<std::string> read(const Node& node, Diagnostics&) { return node.text; }
};

template <>
struct Scalar<std::int64_t> {
    static constexpr std::string_view wanted = "a whole number";
    static std::optional<std::int64_t> read(const Node& node, Diagnostics& out) {
        return read_integer(node, out);
    }
};

template <>
struct Scalar<bool> {
    static constexpr std::string_view wanted = "true or false";
    static std::optional<bool> read(const Node& node, Diagnostics& out);
};

/// One of a few words. `Choice<E>::words` lists them in the order of the enum's values.
template <class E>
struct Choice;

template <class E>
    requires std::is_enum_v<E>
struct Scalar<E> {
    static constexpr std::string_view wanted = "one of a few words";
    static std::optional<E> read(const Node& node, Diagnostics& out) {
        const auto& words = Choice<E>::words;
        for (std::size_t i = 0; i < std::size(words); ++i)
            if (words[i] == node.text) return static_cast<E>(i);
        std::vector<std::string> all(std::begin(words), std::end(words));
        const auto near = nearest_name(node.text, all);
        say_bad_scalar(node, "wrong-type",
                       fmt::format("{} is none of {}", node.text, fmt::join(all, ", ")),
                       near ? fmt::format("did you mean {}?", *near) : "", out);
        return std::nullopt;
    }
};

/// Quantities share one way of complaint: the unit, and an example.
template <class Q>
std::optional<Q> read_quantity(const Node& node, std::optional<Q> (*read)(std::string_view),
                               std::string_view wanted, std::string_view example,
                               Diagnostics& out) {
    if (auto value = read(node.text)) return value;
    say_bad_scalar(node, "bad-unit", fmt::format("{} is not {}", node.text, wanted),
                   fmt::format("write it like {}", example), out);
    return std::nullopt;
}

template <>
struct Scalar<Power> {
    static constexpr std::string_view wanted = "a power";
    static constexpr std::string_view example = "450 W or 5 kW";
    static std::string pattern() { return power_pattern(); }
    static std::optional<Power> read(const Node& node, Diagnostics& out) {
        return read_quantity(node, read_power, wanted, example, out);
    }
};
template <>
struct Scalar<Length> {
    static constexpr std::string_view wanted = "a length";
    static constexpr std::string_view example = "1070 mm or 3 m";
    static std::string pattern() { return length_pattern(); }
    static std::optional<Length> read(const Node& node, Diagnostics& out) {
        return read_quantity(node, read_length, wanted, example, out);
    }
};
template <>
struct Scalar<Mass> {
    static constexpr std::string_view wanted = "a weight";
    static constexpr std::string_view example = "19 kg";
    static std::string pattern() { return mass_pattern(); }
    static std::optional<Mass> read(const Node& node, Diagnostics& out) {
        return read_quantity(node, read_mass, wanted, example, out);
    }
};
template <>
struct Scalar<Speed> {
    static constexpr std::string_view wanted = "a speed";
    static constexpr std::string_view example = "10G or 100M";
    static std::string pattern() { return speed_pattern(); }
    static std::optional<Speed> read(const Node& node, Diagnostics& out) {
        return read_quantity(node, read_speed, wanted, example, out);
    }
};

/// A share of a whole: `30 %`.
struct Percent {
    int value = 0;
};
template <>
struct Scalar<Percent> {
    static constexpr std::string_view wanted = "a percentage";
    static constexpr std::string_view example = "30 %";
    static std::string pattern() { return percent_pattern(); }
    static std::optional<Percent> read(const Node& node, Diagnostics& out) {
        if (auto value = read_percent(node.text)) return Percent{*value};
        say_bad_scalar(node, "bad-unit", fmt::format("{} is not a percentage", node.text),
                       fmt::format("write it like {}", example), out);
        return std::nullopt;
    }
};

template <>
struct Scalar<IpPrefix> {
    static constexpr std::string_view wanted = "a prefix";
    static std::optional<IpPrefix> read(const Node& node, Diagnostics& out);
};
template <>
struct Scalar<IpAddress> {
    static constexpr std::string_view wanted = "an address";
    static std::optional<IpAddress> read(const Node& node, Diagnostics& out);
};
template <>
struct Scalar<IpInterface> {
    static constexpr std::string_view wanted = "an address with its length";
    static std::optional<IpInterface> read(const Node& node, Diagnostics& out);
};

/// Numbers from the first to the last, both included: `4200000100-4200000999`, or one number.
struct Range {
    std::int64_t first = 0, last = 0;
    bool operator==(const Range&) const = default;
};
template <>
struct Scalar<Range> {
    static constexpr std::string_view wanted = "a range";
    static std::optional<Range> read(const Node& node, Diagnostics& out);
};

}  // namespace colo::definition
