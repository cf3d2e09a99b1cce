// Physical quantities, each a type of its own, held as whole small units so that sums are exact.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace colo {

template <class Tag>
struct Quantity {
    std::int64_t value = 0;

    auto operator<=>(const Quantity&) const = default;
    Quantity& operator+=(Quantity other) { return value += other.value, *this; }
    Quantity& operator-=(Quantity other) { return value -= other.value, *this; }
    friend Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend Quantity operator*(Quantity a, std::int64_t n) { return {a.value * n}; }
    friend Quantity operator/(Quantity a, std::int64_t n) { return {a.value / n}; }
};

using Power = Quantity<struct PowerTag>;          ///< milliwatts
using Length = Quantity<struct LengthTag>;        ///< millimetres
using Mass = Quantity<struct MassTag>;            ///< grams
using Speed = Quantity<struct SpeedTag>;          ///< megabits a second
using HalfUnits = Quantity<struct HalfUnitsTag>;  ///< halves of a rack unit

/// No number of an intent is larger: other programs read it exactly (RFC 7493, 2.2), and two of
/// them can be added up.
inline constexpr std::int64_t largest_number = (std::int64_t{1} << 53) - 1;
constexpr bool is_in_range(std::int64_t number) {
    return number >= -largest_number && number <= largest_number;
}

constexpr Power watts(std::int64_t n) { return {n * 1000}; }

/// One rack unit is 44.45 mm high (IEC 60297-3-100); here in hundredths of a millimetre.
inline constexpr std::int64_t rack_unit_hundredths_mm = 4445;

/// Readings of `450 W`, `5 kW`; `1070 mm`, `0.6 m`, `10 km`; `19 kg`, `250 g`, `8.6 lb`; `25G`,
/// `100M`. Nothing for a missing or unknown unit, a sign, or more digits than the unit can hold.
std::optional<Power> read_power(std::string_view text);
std::optional<Length> read_length(std::string_view text);
std::optional<Mass> read_mass(std::string_view text);
std::optional<Speed> read_speed(std::string_view text);

/// `30%` or `30 %` as 30; 0 to 100.
std::optional<int> read_percent(std::string_view text);

/// What these read, as regular expressions (ECMA-262) for a schema; the size of a number apart.
std::string power_pattern();
std::string length_pattern();
std::string mass_pattern();
std::string speed_pattern();
std::string percent_pattern();

/// A decimal number of at most three places in thousandths: `1.25` is 1250.
std::optional<std::int64_t> read_thousandths(std::string_view text);

/// For people: `450 W`, `3.31 kW`, `0.6 m`, `1070 mm`, `19 kg`, `25G`.
std::string to_text(Power power);
std::string to_text(Length length);
std::string to_text(Mass mass);
std::string to_text(Speed speed);
/// A number of rack units without the unit: `1`, `2.5`.
std::string to_text(HalfUnits units);

/// Thousandths as a plain decimal without trailing zeros: 1250 is `1.25`, 2000 is `2`.
std::string thousandths_text(std::int64_t thousandths);

}  // namespace colo
