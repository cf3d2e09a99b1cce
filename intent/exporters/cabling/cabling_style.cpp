#include <fmt/format.h>

#include <array>
#include <charconv>

#include "intent/exporters/cabling/cabling_parts.h"

namespace colo::exporters::cabling {

namespace {

const Colour ink{"#111111", "#f0f2f4"}, faint{"#555f69", "#a6b0ba"}, paper{"#ffffff", "#14171a"};
const Colour edge{"#8a949e", "#6b7681"}, band{"#f1f4f7", "#1e2328"};

Style filled(const Colour& colour, bool bold = false) {
    Style style;
    style.fill = colour;
    style.bold = bold;
    return style;
}

Style outlined(const Colour& colour, Micrometres width, std::vector<Micrometres> dashes = {}) {
    Style style;
    style.stroke = colour;
    style.stroke_width = width;
    style.dashes = std::move(dashes);
    return style;
}

/// How a kind's line looks in black and white, and its colour where none is given.
struct Look {
    CableKind kind;
    const char* colour;
    Micrometres width;
    std::vector<Micrometres> dashes;
};
const std::array<Look, 5>& looks() {
    static const std::array<Look, 5> all{{
        {CableKind::data, "#1f5fa8", mm(0.3), {}},
        {CableKind::management, "#2e7d32", mm(0.3), {mm(1.6), mm(0.8)}},
        {CableKind::console, "#7b3fa0", mm(0.3), {mm(0.35), mm(0.6)}},
        {CableKind::power, "#c62828", mm(0.55), {mm(4), mm(0.8)}},
        {CableKind::circuit, "#a85b00", mm(0.35), {mm(2.4), mm(0.6), mm(0.4), mm(0.6)}},
    }};
    return all;
}

bool is_colour(const std::string& text) {
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

/// The colour for a dark screen: as much nearer to white as it takes to be seen there.
std::string lightened(const std::string& colour) {
    std::array<int, 3> rgb{};
    for (std::size_t i = 0; i < 3; ++i)
        std::from_chars(colour.data() + 1 + 2 * i, colour.data() + 3 + 2 * i, rgb[i], 16);
    const auto brightness = [&] {  // ITU-R BT.709 weights
        return (2126 * rgb[0] + 7152 * rgb[1] + 722 * rgb[2]) / 10'000;
    };
    for (int step = 0; step < 20 && brightness() < 155; ++step)
        for (int& part : rgb) part += (255 - part) / 8;
    return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

}  // namespace

std::string line_style(CableKind kind) { return std::string(to_text(kind)); }
std::string mark_style(CableKind kind) { return line_style(kind) + "-mark"; }
std::string tip_style(CableKind kind) { return line_style(kind) + "-tip"; }

std::map<std::string, Style> cabling_styles(const CableColours& colours) {
    std::map<std::string, Style> styles{
        {"paper", filled(paper)},
        {"ink", filled(ink)},
        {"strong", filled(ink, true)},
        {"faint", filled(faint)},
        {"band", filled(band)},
        {"rule", outlined(faint, mm(0.2))},
        {"device", outlined(edge, mm(0.2))},
        {"rack-line", outlined(edge, mm(0.25))},
    };
    styles["device"].fill = paper;
    for (const Look& look : looks()) {
        const auto given = colours.find(look.kind);
        const bool is_given = given != colours.end() && is_colour(given->second);
        const std::string light = is_given ? given->second : look.colour;
        const Colour colour{light, lightened(light)};
        styles[line_style(look.kind)] = outlined(colour, look.width, look.dashes);
        styles[tip_style(look.kind)] = outlined(colour, mm(0.3));
        styles[mark_style(look.kind)] = filled(colour);
    }
    return styles;
}

}  // namespace colo::exporters::cabling
