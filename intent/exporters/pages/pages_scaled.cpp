#include <algorithm>

#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pages/pages_parts.h"

namespace colo::sheets {

namespace {

/// From a drawing to paper: `to` + (what - `from`) * `share`.
struct Scale {
    Point from, to;
    Micrometres part = 1, whole = 1;  ///< the share as a fraction

    Micrometres length(Micrometres one) const { return one * part / whole; }
    Point point(Point one) const {
        return {to.x + length(one.x - from.x), to.y + length(one.y - from.y)};
    }
    /// By its corners, so that boxes side by side stay so.
    Box box(const Box& one) const {
        const Point a = point({one.x, one.y}), b = point({one.right(), one.bottom()});
        return {a.x, a.y, b.x - a.x, b.y - a.y};
    }
};

void scale_all(std::vector<Shape>& shapes, const Scale& scale);

void scale_one(exporters::Rect& rect, const Scale& scale) {
    rect.box = scale.box(rect.box);
    rect.corner = scale.length(rect.corner);
}

void scale_one(exporters::Lines& lines, const Scale& scale) {
    for (auto& [from, to] : lines.from_to) {
        from = scale.point(from);
        to = scale.point(to);
    }
}

void scale_one(exporters::Text& text, const Scale& scale) {
    text.at = scale.point(text.at);
    text.size = scale.length(text.size);
}

void scale_one(exporters::Code& code, const Scale& scale) { code.box = scale.box(code.box); }

void scale_one(exporters::Group& group, const Scale& scale) { scale_all(group.shapes, scale); }

void scale_all(std::vector<Shape>& shapes, const Scale& scale) {
    for (Shape& shape : shapes) std::visit([&](auto& one) { scale_one(one, scale); }, shape.what);
}

/// The one that is as large as it may be without being larger than the drawing.
Scale scale_into(const Box& room, const Box& content) {
    Scale out;
    out.from = {content.x, content.y};
    if (content.width > room.width) {
        out.part = room.width;
        out.whole = content.width;
    }
    if (content.height * out.part > room.height * out.whole) {
        out.part = room.height;
        out.whole = content.height;
    }
    out.to = {room.x + (room.width - out.length(content.width)) / 2, room.y};
    return out;
}

/// What lies behind the whole drawing: the paper does that itself.
bool is_background(const Shape& shape, const Drawing& drawing) {
    const auto* rect = std::get_if<exporters::Rect>(&shape.what);
    return rect && rect->box == Box{0, 0, drawing.width, drawing.height};
}

}  // namespace

Drawing on_paper(Drawing drawing, Paper paper, bool landscape) {
    std::erase_if(drawing.shapes, [&](const Shape& one) { return is_background(one, drawing); });
    const Box content = Box{0, 0, drawing.width, drawing.height}.inset(page_margin);
    const Scale scale = scale_into(page_body(paper, landscape), content);
    scale_all(drawing.shapes, scale);
    for (auto& [name, style] : drawing.styles) {
        style.stroke_width = scale.length(style.stroke_width);
        for (Micrometres& dash : style.dashes) dash = scale.length(dash);
    }
    const Box page = paper_box(paper, landscape);
    drawing.width = page.width;
    drawing.height = page.height;
    return drawing;
}

}  // namespace colo::sheets
