#include "intent/exporters/pdf/unicode_pen.h"

#include <cmath>

#include "intent/base/utf8.h"

namespace colo::exporters {

namespace {

/// As one line of valid UTF-8.
std::string one_line(const std::string& text) {
    std::string out;
    append_valid(out, text);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = ' ';
    return out;
}

}  // namespace

UnicodePen::UnicodePen(cairo_t* cairo)
    : cairo_(cairo),
      fonts_(pango_cairo_font_map_new()),
      context_(pango_font_map_create_context(fonts_.get())),
      layout_(pango_layout_new(context_.get())),
      name_(pango_font_description_new()) {
    pango_cairo_context_set_font_options(context_.get(), print_options().get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    pango_font_description_set_family_static(name_.get(), "DejaVu Sans");
}

void UnicodePen::draw(const Text& text, const Style& style, double room) {
    PangoFontDescription* name = name_.get();
    pango_font_description_set_absolute_size(name, points(text.size) * PANGO_SCALE);
    pango_font_description_set_weight(name, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(name, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout_.get(), name);
    const std::string content = one_line(text.content);
    pango_layout_set_text(layout_.get(), content.data(), static_cast<int>(content.size()));

    cairo_save(cairo_);
    cairo_translate(cairo_, points(text.at.x), points(text.at.y));
    if (text.direction == Direction::upwards) cairo_rotate(cairo_, -std::acos(-1.0) / 2);
    pango_cairo_update_layout(cairo_, layout_.get());
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout_.get(), 0);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    const double natural = pango_units_to_double(extents.width);
    if (natural > room && room > 0) cairo_scale(cairo_, room / natural, 1);
    double before = 0;
    if (text.anchor == Anchor::middle) before = natural / 2;
    if (text.anchor == Anchor::end) before = natural;
    cairo_move_to(cairo_, -before, 0);
    pango_cairo_show_layout_line(cairo_, line);
    cairo_restore(cairo_);
}

}  // namespace colo::exporters
