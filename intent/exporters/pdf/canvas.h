// Draws the shapes of a drawing onto the page of a PDF.
#pragma once

#include <map>
#include <utility>

#include "intent/exporters/pdf/ascii_pen.h"
#include "intent/exporters/pdf/unicode_pen.h"

namespace colo::exporters {

class Canvas {
public:
    explicit Canvas(cairo_t* cairo);

    void draw(const Drawing& drawing);

private:
    using Styles = std::map<std::string, Style>;

    void draw(const std::vector<Shape>& shapes, const Styles& styles);
    void draw(const Rect& rect, const Styles& styles);
    void draw(const Lines& lines, const Styles& styles);
    void draw(const Text& text, const Styles& styles);
    void draw(const Code& code, const Styles& styles);
    void draw(const Group& group, const Styles& styles);

    void set_colour(const Colour& colour);
    void stroke(const Style& style);
    cairo_pattern_t* stencil(const Code& code);

    cairo_t* cairo_;
    AsciiPen ascii_;
    UnicodePen unicode_;
    /// Codes that are drawn more than once are in the PDF once.
    std::map<std::pair<std::size_t, std::vector<bool>>, CairoPattern> stencils_;
};

}  // namespace colo::exporters
