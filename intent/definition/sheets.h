// How build sheets are made for a site: what a standard says, and a facility may say otherwise.
#pragma once

#include <algorithm>
#include <cctype>

#include "intent/definition/fields.h"
#include "intent/definition/limits.h"
#include "intent/definition/scalars.h"

namespace colo::definition {

enum class Paper : std::uint8_t { a4, letter };
template <>
struct Choice<Paper> {
    static constexpr std::string_view words[] = {"a4", "letter"};
};

enum class SheetLengths : std::uint8_t { metres, feet };
template <>
struct Choice<SheetLengths> {
    static constexpr std::string_view words[] = {"metres", "feet"};
};

enum class End : std::uint8_t { top, bottom };
template <>
struct Choice<End> {
    static constexpr std::string_view words[] = {"top", "bottom"};
};

enum class CodesOfLabels : std::uint8_t { qr, data_matrix };
template <>
struct Choice<CodesOfLabels> {
    static constexpr std::string_view words[] = {"qr", "data-matrix"};
};

/// A colour of screens and printers: `#rrggbb`.
struct HexColour {
    std::string text;
};
template <>
struct Scalar<HexColour> {
    static constexpr std::string_view wanted = "a colour";
    static constexpr std::string_view example = "#2b7a0b";
    static std::string pattern() { return "^#[0-9a-fA-F]{6}$"; }
    static std::optional<HexColour> read(const Node& node, Diagnostics& out) {
        const auto is_hex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)); };
        const std::string& text = node.text;
        if (text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), is_hex))
            return HexColour{text};
        say_bad_scalar(node, "wrong-type", fmt::format("{} is not a colour", text),
                       fmt::format("write it like \"{}\"", example), out);
        return std::nullopt;
    }
};

/// Of kinds of cables, in tables and pictures.
struct KindColours {
    SourceRange at;
    std::optional<HexColour> data, management, console, power, circuit;
};

template <class F>
void describe_fields(F& field, KindColours& c) {
    field.optional("data", c.data, "data cables");
    field.optional("management", c.management, "management cables");
    field.optional("console", c.console, "console cables");
    field.optional("power", c.power, "power cords");
    field.optional("circuit", c.circuit, "cross-connects and lines");
}

/// What is left out is as the standard says; there, as `sheets` of intent/README.md says.
struct SheetsEntry {
    SourceRange at;
    std::optional<Paper> paper;
    std::optional<SheetLengths> lengths;
    std::optional<End> units_from;       ///< where U1 is
    std::optional<End> device_named_by;  ///< which of a device's units labels name it by
    std::optional<CodesOfLabels> codes;
    std::optional<KindColours> colours;
};

template <class F>
void describe_fields(F& field, SheetsEntry& s) {
    field.optional("paper", s.paper, "a4 or letter");
    field.optional("lengths", s.lengths, "on paper: metres or feet");
    field.optional("units-from", s.units_from, "where U1 is: bottom or top");
    field.optional("device-named-by", s.device_named_by,
                   "the unit that names a device of several: top or bottom");
    field.optional("codes", s.codes, "on labels: qr or data-matrix");
    field.optional("colours", s.colours, "of kinds of cables, in tables and pictures");
}

}  // namespace colo::definition
