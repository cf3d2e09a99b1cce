#include "intent/exporters/pdf/ascii_pen.h"

#include <algorithm>
#include <cmath>

namespace colo::exporters {

namespace {

constexpr std::string_view all_letters =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~";
static_assert(all_letters.size() == 95);

CairoScaledFont scaled(cairo_font_face_t* face, const cairo_matrix_t& matrix) {
    cairo_matrix_t identity;
    cairo_matrix_init_identity(&identity);
    return CairoScaledFont(
        cairo_scaled_font_create(face, &matrix, &identity, print_options().get()));
}

/// How much of the letters' own width is used, in thousandths, so that they fit.
int condensed(double natural, double room) {
    if (natural <= room * 1.0005 || natural <= 0) return 1000;
    return std::max(1, static_cast<int>(std::floor(room / natural * 1000)));
}

double before_anchor(Anchor anchor, double length) {
    switch (anchor) {
        case Anchor::start: return 0;
        case Anchor::middle: return length / 2;
        case Anchor::end: return length;
    }
    return 0;
}

}  // namespace

AsciiPen::AsciiPen(cairo_t* cairo) : cairo_(cairo) {}

bool AsciiPen::can_draw(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

const AsciiPen::Face& AsciiPen::face(int index) {
    Face& out = faces_[static_cast<std::size_t>(index)];
    if (out.face) return out;
    out.face.reset(cairo_toy_font_face_create(
        "DejaVu Sans", index & 2 ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
        index & 1 ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL));
    constexpr double em = 1000;
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, em, em);
    const CairoScaledFont large = scaled(out.face.get(), matrix);
    cairo_glyph_t* glyphs = nullptr;
    int count = 0;
    cairo_scaled_font_text_to_glyphs(large.get(), 0, 0, all_letters.data(),
                                     static_cast<int>(all_letters.size()), &glyphs, &count, nullptr,
                                     nullptr, nullptr);
    for (std::size_t i = 0; i < std::min(all_letters.size(), static_cast<std::size_t>(count));
         ++i) {
        cairo_text_extents_t extents;
        cairo_scaled_font_glyph_extents(large.get(), &glyphs[i], 1, &extents);
        out.glyphs[i] = glyphs[i].index;
        out.widths[i] = extents.x_advance / em;
    }
    cairo_glyph_free(glyphs);
    return out;
}

cairo_scaled_font_t* AsciiPen::font(const FontKey& key) {
    CairoScaledFont& out = fonts_[key];
    if (out) return out.get();
    const auto& [index, size, direction, of_width] = key;
    cairo_matrix_t matrix;
    cairo_matrix_init_identity(&matrix);
    if (direction == Direction::upwards) cairo_matrix_rotate(&matrix, -std::acos(-1.0) / 2);
    cairo_matrix_scale(&matrix, points(size) * of_width / 1000, points(size));
    out = scaled(face(index).face.get(), matrix);
    return out.get();
}

void AsciiPen::draw(const Text& text, const Style& style, double room) {
    if (text.content.empty()) return;
    const int index = (style.bold ? 1 : 0) + (style.italic ? 2 : 0);
    const Face& letters = face(index);
    const auto at = [](char c) { return static_cast<std::size_t>(c - ' '); };
    double ems = 0;
    for (const char c : text.content) ems += letters.widths[at(c)];
    const int of_width = condensed(ems * points(text.size), room);
    const double em = points(text.size) * of_width / 1000;

    glyphs_.clear();
    double along = -before_anchor(text.anchor, ems * em);
    for (const char c : text.content) {
        const bool across = text.direction == Direction::across;
        glyphs_.push_back({letters.glyphs[at(c)], points(text.at.x) + (across ? along : 0),
                           points(text.at.y) - (across ? 0 : along)});
        along += letters.widths[at(c)] * em;
    }
    const auto count = static_cast<int>(glyphs_.size());
    clusters_.resize(glyphs_.size(), {1, 1});
    cairo_set_scaled_font(cairo_, font({index, text.size, text.direction, of_width}));
    cairo_show_text_glyphs(cairo_, text.content.data(), count, glyphs_.data(), count,
                           clusters_.data(), count, {});
}

}  // namespace colo::exporters
