#include "intent/exporters/elevation.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/exporters/elevation_parts.h"

namespace colo::exporters {

namespace {

constexpr Micrometres header_height = mm(22), between = mm(3);

void append(Shapes& out, Shapes more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

std::string joined(const std::string& a, const char* between_them, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + between_them + b;
}

std::string rack_text(const Rack& rack) {
    std::string out = fmt::format("row {}, position {}, {} U", rack.row, rack.position, rack.units);
    if (rack.width.value > 0 && rack.depth.value > 0)
        out += fmt::format(", {} x {} mm", rack.width.value, rack.depth.value);
    return out;
}

std::string rack_title(const Rack& rack) {
    return rack.name == rack.id.value ? rack.name : rack.name + " (" + rack.id.value + ")";
}

Shapes header(const RackView& view) {
    constexpr Micrometres left = Page::margin;
    const Micrometres right = Page::right - (view.code ? mm(20) : 0);
    const Micrometres half = (right - left) / 2 - mm(2);
    constexpr Micrometres large = mm(7), medium = mm(3.4), top = Page::margin;
    const SiteHead& head = view.head;
    const std::string revision =
        view.revision > 0 ? "revision " + std::to_string(view.revision) : "not applied";
    Shapes out;
    out.push_back(
        {fitted({{left, top + mm(6)}, large, head.site + "  " + rack_title(view.rack), "strong"},
                right - left - mm(50), Weight::bold)});
    out.push_back({fitted({{right, top + mm(6)}, mm(4.5), revision, "strong", Anchor::end}, mm(46),
                          Weight::bold)});
    out.push_back({fitted(
        {{left, top + mm(12)}, medium, joined(head.facility, ", ", head.city), "ink"}, half)});
    out.push_back({fitted({{right, top + mm(12)},
                           medium,
                           joined(head.standard, " ", head.standard_version),
                           "ink",
                           Anchor::end},
                          half)});
    out.push_back(
        {fitted({{left, top + mm(17)}, medium, rack_text(view.rack), "ink"}, right - left)});
    out.push_back({Lines{{{{left, top + mm(19.5)}, {Page::right, top + mm(19.5)}}}, "rule"}});
    if (view.code) {
        Code code = *view.code;
        code.box = {Page::right - mm(16), top + mm(1), mm(16), mm(16)};
        code.style = "ink";
        out.push_back({code});
    }
    return out;
}

/// The units as high as the page allows, within what is pleasant to read.
Micrometres unit_height(const Rack& rack, Micrometres others) {
    const Micrometres room = Page::height - 2 * Page::margin - others;
    const Micrometres each = room / std::max<std::int64_t>(rack.units, 1);
    return std::clamp(each, mm(2), mm(6)) / 2 * 2;
}

}  // namespace

Drawing elevation(const RackView& view) {
    const RackLayout layout = rack_layout(view.rack, view.devices, view.places);
    const Micrometres below = legend(view, 0).height + sums(view, layout, 0).height + 2 * between;
    const Micrometres unit = unit_height(view.rack, header_height + faces_extra + below);

    Drawing out{Page::width,
                0,
                "Elevation of " + view.head.site + " " + rack_title(view.rack),
                elevation_styles(view),
                {}};
    Micrometres y = Page::margin + header_height;
    Shapes shapes = header(view);
    append(shapes, faces(view, layout, y, unit));
    y += faces_extra + unit * view.rack.units + between;
    Part next = legend(view, y);
    append(shapes, std::move(next.shapes));
    y += next.height + between;
    next = sums(view, layout, y);
    append(shapes, std::move(next.shapes));
    out.height = y + next.height + Page::margin;

    out.shapes.push_back({Rect{{0, 0, out.width, out.height}, "paper"}});
    append(out.shapes, std::move(shapes));
    return out;
}

}  // namespace colo::exporters
