#include "intent/exporters/svg.h"

#include <string_view>

#include "intent/base/units.h"
#include "intent/base/xml.h"

namespace colo::exporters {

namespace {

void append_number(std::string& out, std::string_view name, Micrometres value) {
    out.append(" ").append(name).append("=\"").append(thousandths_text(value)).append("\"");
}

void append_class(std::string& out, const std::string& style) {
    if (!style.empty()) out.append(" class=\"").append(style).append("\"");
}

void append_title(std::string& out, const std::string& title) {
    if (title.empty()) return;
    out += "<title>";
    append_xml(out, title);
    out += "</title>\n";
}

void append_shape(std::string& out, const Rect& rect) {
    out += "<rect";
    append_class(out, rect.style);
    append_number(out, "x", rect.box.x);
    append_number(out, "y", rect.box.y);
    append_number(out, "width", rect.box.width);
    append_number(out, "height", rect.box.height);
    if (rect.corner > 0) append_number(out, "rx", rect.corner);
    out += "/>\n";
}

void append_shape(std::string& out, const Lines& lines) {
    out += "<path";
    append_class(out, lines.style);
    out += " d=\"";
    const auto point = [&](char command, Point at) {
        out.append(1, command).append(thousandths_text(at.x)).append(" ");
        out.append(thousandths_text(at.y));
    };
    for (const auto& [from, to] : lines.from_to) {
        point('M', from);
        point('L', to);
    }
    out += "\"/>\n";
}

void append_shape(std::string& out, const Text& text) {
    out += "<text";
    append_class(out, text.style);
    append_number(out, "x", text.at.x);
    append_number(out, "y", text.at.y);
    append_number(out, "font-size", text.size);
    if (text.anchor == Anchor::middle) out += " text-anchor=\"middle\"";
    if (text.anchor == Anchor::end) out += " text-anchor=\"end\"";
    if (text.direction == Direction::upwards)
        out.append(" transform=\"rotate(-90 ")
            .append(thousandths_text(text.at.x) + " " + thousandths_text(text.at.y))
            .append(")\"");
    out += '>';
    append_xml(out, text.content);
    out += "</text>\n";
}

void append_shape(std::string& out, const Code& code) {
    if (code.size == 0) return;
    const auto size = static_cast<Micrometres>(code.size);
    out += "<path";
    append_class(out, code.style);
    out += " d=\"";
    for (Micrometres row = 0; row < size; ++row)
        for (Micrometres from = 0, to = 0; from < size; from = to + 1) {  // each run of dark ones
            const auto is_dark = [&](Micrometres column) {
                return column < size && code.dark[static_cast<std::size_t>(row * size + column)];
            };
            for (to = from; is_dark(to);) ++to;
            if (to == from) continue;
            const Box& box = code.box;
            const auto x = [&](Micrometres column) { return box.x + box.width * column / size; };
            const auto y = [&](Micrometres line) { return box.y + box.height * line / size; };
            out += "M" + thousandths_text(x(from)) + " " + thousandths_text(y(row)) + "H" +
                   thousandths_text(x(to)) + "V" + thousandths_text(y(row + 1)) + "H" +
                   thousandths_text(x(from)) + "Z";
        }
    out += "\"/>\n";
}

void append_shapes(std::string& out, const std::vector<Shape>& shapes);

void append_shape(std::string& out, const Group& group) {
    out += "<g>\n";
    append_title(out, group.title);
    append_shapes(out, group.shapes);
    out += "</g>\n";
}

void append_shapes(std::string& out, const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes)
        std::visit([&](const auto& one) { append_shape(out, one); }, shape.what);
}

std::string colours(const Style& style, std::string Colour::* which) {
    std::string out = "fill:" + (style.fill ? (*style.fill).*which : "none");
    if (style.stroke) out += ";stroke:" + (*style.stroke).*which;
    return out;
}

std::string other_properties(const Style& style) {
    std::string out;
    if (style.stroke_width > 0) out += ";stroke-width:" + thousandths_text(style.stroke_width);
    const char* before = ";stroke-dasharray:";
    for (const Micrometres length : style.dashes) {
        out += before + thousandths_text(length);
        before = " ";
    }
    if (style.bold) out += ";font-weight:bold";
    if (style.italic) out += ";font-style:italic";
    return out;
}

void append_style_sheet(std::string& out, const Drawing& drawing) {
    out += "<style>\ntext{font-family:Helvetica,Arial,\"Liberation Sans\",\"DejaVu "
           "Sans\",sans-serif}\n";
    for (const auto& [name, style] : drawing.styles)
        out += "." + name + "{" + colours(style, &Colour::light) + other_properties(style) + "}\n";
    out += "@media screen and (prefers-color-scheme:dark){\n";
    for (const auto& [name, style] : drawing.styles)
        out += "." + name + "{" + colours(style, &Colour::dark) + "}\n";
    out += "}\n</style>\n";
}

}  // namespace

std::string svg(const Drawing& drawing) {
    const std::string width = thousandths_text(drawing.width);
    const std::string height = thousandths_text(drawing.height);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "mm\" height=\"" +
           height + "mm\" viewBox=\"0 0 " + width + " " + height + "\">\n";
    append_title(out, drawing.title);
    append_style_sheet(out, drawing);
    append_shapes(out, drawing.shapes);
    out += "</svg>\n";
    return out;
}

}  // namespace colo::exporters
