#include "intent/base/units.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <span>
#include <vector>

namespace colo {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t thousandths;  // thousandths of the small unit that one of this unit is
};

constexpr std::array power_units{Unit{"W", 1'000'000}, Unit{"kW", 1'000'000'000}};
constexpr std::array length_units{Unit{"mm", 1000}, Unit{"cm", 10'000}, Unit{"m", 1'000'000},
                                  Unit{"km", 1'000'000'000}};
constexpr std::array mass_units{Unit{"g", 1000}, Unit{"kg", 1'000'000}, Unit{"lb", 453'592},
                                Unit{"oz", 28'350}};
constexpr std::array speed_units{Unit{"M", 1000}, Unit{"G", 1'000'000}, Unit{"T", 1'000'000'000}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// How many steps a size is, rounded up from a half.
std::int64_t rounded(std::int64_t size, std::int64_t step) {
    return size / step + (size % step >= step / 2 ? 1 : 0);
}

std::optional<std::int64_t> read(std::string_view text, std::span<const Unit> units) {
    text = trimmed(text);
    const std::size_t end = text.find_first_not_of("0123456789.");
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const auto number = read_thousandths(text.substr(0, end));
    const std::string_view name = trimmed(text.substr(end));
    for (const Unit& unit : units)
        if (number && unit.name == name) {
            std::int64_t product = 0;
            if (__builtin_mul_overflow(*number, unit.thousandths, &product)) return std::nullopt;
            return product / 1'000'000;
        }
    return std::nullopt;
}

std::string pattern(std::span<const Unit> units) {
    std::vector<std::string_view> names;
    for (const Unit& unit : units) names.push_back(unit.name);
    return fmt::format("^ *[0-9]+(\\.[0-9]+)? *({}) *$", fmt::join(names, "|"));
}

template <class Q>
std::optional<Q> quantity(std::optional<std::int64_t> value) {
    if (!value) return std::nullopt;
    return Q{*value};
}

}  // namespace

std::optional<std::int64_t> read_thousandths(std::string_view text) {
    std::int64_t whole = 0, part = 0;
    std::size_t at = 0, places = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        whole = whole * 10 + (text[at] - '0');
        if (whole > 1'000'000'000) return std::nullopt;
    }
    if (at == 0) return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++places)
            if (places < 3) part = part * 10 + (text[at] - '0');
        if (places == 0) return std::nullopt;
        for (; places < 3; ++places) part *= 10;
    }
    if (at != text.size()) return std::nullopt;
    return whole * 1000 + part;
}

std::optional<Power> read_power(std::string_view text) {
    return quantity<Power>(read(text, power_units));
}
std::optional<Length> read_length(std::string_view text) {
    return quantity<Length>(read(text, length_units));
}
std::optional<Mass> read_mass(std::string_view text) {
    return quantity<Mass>(read(text, mass_units));
}
std::optional<Speed> read_speed(std::string_view text) {
    return quantity<Speed>(read(text, speed_units));
}

std::string power_pattern() { return pattern(power_units); }
std::string length_pattern() { return pattern(length_units); }
std::string mass_pattern() { return pattern(mass_units); }
std::string speed_pattern() { return pattern(speed_units); }
std::string percent_pattern() { return "^ *0*(100|[0-9]{1,2})(\\.(0{1,3}|0{3}[0-9]+))? *% *$"; }

std::optional<int> read_percent(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.back() != '%') return std::nullopt;
    text = trimmed(text.substr(0, text.size() - 1));
    const auto number = read_thousandths(text);
    if (!number || *number % 1000 != 0 || *number > 100'000) return std::nullopt;
    return static_cast<int>(*number / 1000);
}

std::string thousandths_text(std::int64_t thousandths) {
    const bool negative = thousandths < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(thousandths)
                                        : static_cast<std::uint64_t>(thousandths);
    std::string out = fmt::format("{}{}.{:03}", negative ? "-" : "", size / 1000, size % 1000);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string to_text(Power power) {
    if (power.value >= 1'000'000)
        return thousandths_text(rounded(power.value, 10'000) * 10) + " kW";
    return thousandths_text(rounded(power.value, 100) * 100) + " W";
}

std::string to_text(Length length) {
    if (length.value % 100 != 0 && length.value < 10'000)
        return std::to_string(length.value) + " mm";
    return thousandths_text(length.value) + " m";
}

std::string to_text(Mass mass) { return thousandths_text(mass.value) + " kg"; }

std::string to_text(Speed speed) {
    if (speed.value >= 1'000'000 && speed.value % 1'000'000 == 0)
        return std::to_string(speed.value / 1'000'000) + "T";
    if (speed.value >= 1000) return thousandths_text(speed.value) + "G";
    return std::to_string(speed.value) + "M";
}

std::string to_text(HalfUnits units) {
    if (units.value % 2 == 0) return std::to_string(units.value / 2);
    const char* const sign = units.value == -1 ? "-" : "";
    return sign + std::to_string(units.value / 2) + ".5";
}

}  // namespace colo
