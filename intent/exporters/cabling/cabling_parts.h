// What pages of rack and site cabling have in common: frame, heading, legend, lines and styles.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "intent/exporters/cabling/cabling.h"
#include "intent/exporters/text.h"

namespace colo::exporters::cabling {

using Shapes = std::vector<Shape>;

void append(Shapes& out, Shapes more);

/// A page and what of it may be drawn on.
struct Frame {
    Micrometres width = 0, height = 0;

    static constexpr Micrometres margin = mm(10), footer = mm(8);
    Micrometres left() const { return margin; }
    Micrometres right() const { return width - margin; }
    Micrometres top() const { return margin; }
    Micrometres bottom() const { return height - margin - footer; }
    Micrometres across() const { return right() - left(); }
};

/// The baseline of a text of that size whose line begins at `top`: letters stay within `size`.
constexpr Micrometres baseline_below(Micrometres top, Micrometres size) {
    return top + size * 78 / 100;
}

/// What stands at the top of each page.
struct Heading {
    std::string title, note;
    std::int64_t revision = 0;
};
Micrometres heading_height(const Frame& frame, const Heading& heading);
/// `page` counts from 1.
Shapes heading_shapes(const Frame& frame, const Heading& heading, std::size_t page,
                      std::size_t pages);

/// The kinds of cable with their lines and counts, at the bottom of the frame. `ends` is what the
/// signs beside the dot mean: pairs of a sign's kind and its text.
inline constexpr Micrometres legend_height = mm(5);
enum class Sign : std::uint8_t { own_lane, leads_away };
struct LegendSign {
    Sign sign;
    std::string text;
};
Shapes legend_shapes(const Frame& frame, const std::map<CableKind, std::size_t>& kinds,
                     const std::vector<LegendSign>& signs);

/// Marks at the end of a line: a dot, a square, and the head of an arrow to the right.
Shape dot(Point at, CableKind kind);
Shape square(Point at, CableKind kind);
Shape arrow_head(Point at, CableKind kind);
Shape line(Point from, Point to, std::string style);

/// `data`: the line; `data-mark`: dots and squares; `data-tip`: the head of an arrow.
std::string line_style(CableKind kind);
std::string mark_style(CableKind kind);
std::string tip_style(CableKind kind);

/// Every style that cabling pictures name. A colour that is not `#rrggbb` is replaced by ours.
std::map<std::string, Style> cabling_styles(const CableColours& colours);

/// The drawing with its paper and nothing on it.
Drawing blank_page(const Frame& frame, const std::string& title, const CableColours& colours);

}  // namespace colo::exporters::cabling
