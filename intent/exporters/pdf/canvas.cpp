#include "intent/exporters/pdf/canvas.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "intent/exporters/text.h"

namespace colo::exporters {

namespace {

const Style& style_of(const std::string& name, const std::map<std::string, Style>& styles) {
    static const Style black{.fill = Colour{"#000000", "#000000"}};
    const auto found = styles.find(name);
    return found == styles.end() ? black : found->second;
}

/// One of the three parts of `#rrggbb`, from 0 to 1; 0 where it cannot be read.
double part_of(const std::string& colour, std::size_t part) {
    unsigned value = 0;
    if (colour.size() != 7) return 0;
    const char* from = colour.data() + 1 + 2 * part;
    std::from_chars(from, from + 2, value, 16);
    return value / 255.0;
}

void rounded(cairo_t* cairo, const Box& box, Micrometres corner) {
    const double quarter = std::acos(-1.0) / 2, r = points(corner);
    const double left = points(box.x), top = points(box.y);
    const double right = points(box.right()), bottom = points(box.bottom());
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - r, top + r, r, -quarter, 0);
    cairo_arc(cairo, right - r, bottom - r, r, 0, quarter);
    cairo_arc(cairo, left + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, left + r, top + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

}  // namespace

Canvas::Canvas(cairo_t* cairo) : cairo_(cairo), ascii_(cairo), unicode_(cairo) {}

void Canvas::draw(const Drawing& drawing) { draw(drawing.shapes, drawing.styles); }

void Canvas::draw(const std::vector<Shape>& shapes, const Styles& styles) {
    for (const Shape& shape : shapes)
        std::visit([&](const auto& one) { draw(one, styles); }, shape.what);
}

void Canvas::draw(const Group& group, const Styles& styles) { draw(group.shapes, styles); }

void Canvas::draw(const Rect& rect, const Styles& styles) {
    const Style& style = style_of(rect.style, styles);
    const Box& box = rect.box;
    cairo_new_path(cairo_);
    const Micrometres corner = std::min({rect.corner, box.width / 2, box.height / 2});
    if (corner > 0)
        rounded(cairo_, box, corner);
    else
        cairo_rectangle(cairo_, points(box.x), points(box.y), points(box.width),
                        points(box.height));
    if (style.fill) {
        set_colour(*style.fill);
        cairo_fill_preserve(cairo_);
    }
    if (style.stroke) stroke(style);
}

void Canvas::draw(const Lines& lines, const Styles& styles) {
    const Style& style = style_of(lines.style, styles);
    if (!style.stroke) return;
    cairo_new_path(cairo_);
    for (const auto& [from, to] : lines.from_to) {
        cairo_move_to(cairo_, points(from.x), points(from.y));
        cairo_line_to(cairo_, points(to.x), points(to.y));
    }
    stroke(style);
}

void Canvas::draw(const Text& text, const Styles& styles) {
    const Style& style = style_of(text.style, styles);
    if (!style.fill) return;
    set_colour(*style.fill);
    const Weight weight = style.bold ? Weight::bold : Weight::regular;
    const double room = points(text_width(text.content, text.size, weight));
    if (AsciiPen::can_draw(text.content))
        ascii_.draw(text, style, room);
    else
        unicode_.draw(text, style, room);
}

void Canvas::draw(const Code& code, const Styles& styles) {
    const Style& style = style_of(code.style, styles);
    if (!style.fill || code.size == 0) return;
    const double modules = static_cast<double>(code.size);
    set_colour(*style.fill);
    cairo_save(cairo_);
    cairo_translate(cairo_, points(code.box.x), points(code.box.y));
    cairo_scale(cairo_, points(code.box.width) / modules, points(code.box.height) / modules);
    cairo_mask(cairo_, stencil(code));
    cairo_restore(cairo_);
}

/// A mask of one bit a module: exact, and a tenth of the size of its outlines.
cairo_pattern_t* Canvas::stencil(const Code& code) {
    CairoPattern& out = stencils_[{code.size, code.dark}];
    if (out) return out.get();
    const auto size = static_cast<int>(code.size);
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, size, size));
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    cairo_surface_flush(surface.get());
    for (std::size_t i = 0; bytes && i < code.dark.size(); ++i) {
        if (!code.dark[i]) continue;
        const std::size_t x = i % code.size;
        const unsigned bit = std::endian::native == std::endian::big ? 7 - x % 8 : x % 8;
        bytes[i / code.size * stride + x / 8] |= static_cast<unsigned char>(1U << bit);
    }
    cairo_surface_mark_dirty(surface.get());
    out.reset(cairo_pattern_create_for_surface(surface.get()));
    cairo_pattern_set_filter(out.get(), CAIRO_FILTER_NEAREST);
    return out.get();
}

void Canvas::set_colour(const Colour& colour) {
    cairo_set_source_rgb(cairo_, part_of(colour.light, 0), part_of(colour.light, 1),
                         part_of(colour.light, 2));
}

void Canvas::stroke(const Style& style) {
    std::vector<double> dashes;
    for (const Micrometres length : style.dashes) dashes.push_back(points(length));
    set_colour(*style.stroke);
    cairo_set_line_width(cairo_, points(style.stroke_width));
    cairo_set_dash(cairo_, dashes.data(), static_cast<int>(dashes.size()), 0);
    cairo_stroke(cairo_);
}

}  // namespace colo::exporters
