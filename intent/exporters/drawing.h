// A drawing as a value: shapes on a page, and the styles they name. A writer turns it into SVG;
// another may draw the same value through cairo.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace colo::exporters {

/// Micrometres on paper, so that all arithmetic is exact. y grows downwards from the page's top.
using Micrometres = std::int64_t;
constexpr Micrometres mm(double millimetres) {
    return static_cast<Micrometres>(millimetres * 1000 + (millimetres < 0 ? -0.5 : 0.5));
}

struct Point {
    Micrometres x = 0, y = 0;

    bool operator==(const Point&) const = default;
};

struct Box {
    Micrometres x = 0, y = 0, width = 0, height = 0;

    bool operator==(const Box&) const = default;
    Micrometres right() const { return x + width; }
    Micrometres bottom() const { return y + height; }
    Micrometres middle() const { return y + height / 2; }
    /// The same, smaller by `by` on every side.
    Box inset(Micrometres by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

/// A colour on paper or a light screen, and on a dark one: `#rrggbb`.
struct Colour {
    std::string light, dark;

    bool operator==(const Colour&) const = default;
};

/// How shapes look. A text is filled, and neither outlined nor dashed.
struct Style {
    std::optional<Colour> fill, stroke;
    Micrometres stroke_width = 0;
    std::vector<Micrometres> dashes;  ///< lengths of dash and gap in turn; empty: a full line
    bool bold = false, italic = false;

    bool operator==(const Style&) const = default;
};

struct Rect {
    Box box;
    std::string style;
    Micrometres corner = 0;  ///< radius of the corners

    bool operator==(const Rect&) const = default;
};

/// Straight lines in one stroke.
struct Lines {
    std::vector<std::pair<Point, Point>> from_to;
    std::string style;

    bool operator==(const Lines&) const = default;
};

enum class Anchor : std::uint8_t { start, middle, end };
enum class Direction : std::uint8_t { across, upwards };

/// One line of text; `at` is on its baseline, where `anchor` says.
struct Text {
    Point at;
    Micrometres size = 0;  ///< of the font
    std::string content, style;
    Anchor anchor = Anchor::start;
    Direction direction = Direction::across;

    bool operator==(const Text&) const = default;
};

/// A square two-dimensional code: QR, Data Matrix.
struct Code {
    Box box;
    std::size_t size = 0;    ///< modules along a side, without any quiet zone
    std::vector<bool> dark;  ///< row by row from the top, size x size
    std::string style;       ///< filled

    bool operator==(const Code&) const = default;
};

struct Shape;

/// Shapes that belong together; the title is shown where a reader points at one of them.
struct Group {
    std::string title;
    std::vector<Shape> shapes;
};

struct Shape {
    std::variant<Rect, Lines, Text, Code, Group> what;
};

/// A page. Every style that a shape names is in `styles`; names are letters, digits and hyphens.
struct Drawing {
    Micrometres width = 0, height = 0;
    std::string title;
    std::map<std::string, Style> styles;
    std::vector<Shape> shapes;
};

}  // namespace colo::exporters
