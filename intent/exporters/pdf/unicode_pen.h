// Draws texts of any script through pango, with the fonts that have their letters.
#pragma once

#include "intent/exporters/pdf/cairo_parts.h"

namespace colo::exporters {

class UnicodePen {
public:
    explicit UnicodePen(cairo_t* cairo);

    /// The text where it says, at most `room` points long, in the colour that is set. Control
    /// characters are drawn as spaces, and what is not UTF-8 as U+FFFD.
    void draw(const Text& text, const Style& style, double room);

private:
    cairo_t* cairo_;
    PangoFonts fonts_;
    PangoTextContext context_;
    PangoText layout_;
    PangoFontName name_;
};

}  // namespace colo::exporters
