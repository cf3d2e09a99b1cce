// Draws plain ASCII texts, by far the most, without any layout: letter after letter.
#pragma once

#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "intent/exporters/pdf/cairo_parts.h"

namespace colo::exporters {

class AsciiPen {
public:
    explicit AsciiPen(cairo_t* cairo);

    /// Whether all of it is from space to tilde.
    static bool can_draw(std::string_view text);

    /// The text where it says, at most `room` points long, in the colour that is set.
    void draw(const Text& text, const Style& style, double room);

private:
    struct Face {
        CairoFontFace face;
        std::array<unsigned long, 95> glyphs{};
        std::array<double, 95> widths{};  ///< of an em
    };
    /// Face, size, direction, and thousandths of its width.
    using FontKey = std::tuple<int, Micrometres, Direction, int>;

    const Face& face(int index);
    cairo_scaled_font_t* font(const FontKey& key);

    cairo_t* cairo_;
    std::array<Face, 4> faces_;  ///< regular, bold, italic, both
    std::map<FontKey, CairoScaledFont> fonts_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

}  // namespace colo::exporters
