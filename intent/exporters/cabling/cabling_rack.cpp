#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/cabling/cabling_layout.h"

namespace colo::exporters {

namespace cabling {

namespace {

Heading heading_of(const CablingView& view) {
    const Rack& rack = view.rack;
    Heading out{view.title, "", view.revision};
    if (out.title.empty()) out.title = view.intent.head.site + "  " + rack.name + "  cabling";
    out.note = fmt::format("row {}, position {}, {} U; {}, {}. ", rack.row, rack.position,
                           rack.units, count_of(view.index.devices(rack.id).size(), "device"),
                           count_of(view.index.cables(rack.id).size(), "cable"));
    out.note += view.places.numbering().from_top ? "U1 is at the top." : "U1 is at the bottom.";
    return out;
}

/// Draws one page of a layout.
class Page {
public:
    Page(const Content& content, const Layout& layout, const ColumnSheet& sheet)
        : content_(content), layout_(layout), sheet_(sheet) {}

    Shapes body(const std::vector<Slice>& slices) {
        Micrometres y = layout_.body_top(sheet_);
        Shapes bands, rest;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const Micrometres height = layout_.height_of(slices[i].lines, sheet_);
            if (i % 2 == 0)
                bands.push_back({Rect{{layout_.frame.left(), y, width(), height}, "band"}});
            append(rest, row(slices[i], {layout_.frame.left(), y, width(), height}));
            y += height;
        }
        append(bands, heads(y));
        append(bands, std::move(rest));
        return bands;
    }

private:
    Micrometres width() const {
        if (sheet_.columns.empty()) return layout_.device_width();
        const PlacedColumn& last = sheet_.columns.back();
        return last.x + last.width * static_cast<Micrometres>(last.strips) - layout_.frame.left();
    }

    /// The columns' heads, and the lanes that come down from them.
    Shapes heads(Micrometres bottom) const {
        Shapes out;
        for (const PlacedColumn& one : sheet_.columns) {
            const Column& column = content_.columns[one.column];
            const bool is_lane = column.kind == ColumnKind::lane;
            const Box box{one.x + mm(0.5), layout_.head_top,
                          one.width * static_cast<Micrometres>(one.strips) - mm(1),
                          sheet_.head_height};
            const Micrometres lane = one.x + one.width - Layout::lane_from_right;
            if (is_lane)
                out.push_back(
                    line({lane, box.bottom()}, {lane, bottom}, line_style(column.cable_kind)));
            Group group{column.head, {}};
            if (is_lane) group.shapes.push_back({Rect{box, "device", mm(0.5)}});
            Micrometres y = box.y + mm(0.7);
            for (const std::string& content : one.head) {
                group.shapes.push_back({Text{{one.x + mm(1.3), baseline_below(y, layout_.size)},
                                             layout_.size,
                                             content,
                                             "strong"}});
                y += layout_.size * 125 / 100;
            }
            out.push_back({std::move(group)});
        }
        return out;
    }

    Shapes row(const Slice& slice, Box box) const {
        const auto& strips = sheet_.rows[slice.row].strips;
        Shapes out{device(slice, box)};
        std::size_t strip = 2;
        for (const PlacedColumn& one : sheet_.columns)
            for (std::size_t i = 0; i < one.strips; ++i, ++strip) {
                const auto [from, to] = slice.ranges[strip];
                const Micrometres x = one.x + one.width * static_cast<Micrometres>(i);
                const bool is_lane = content_.columns[one.column].kind == ColumnKind::lane;
                append(out,
                       wires(strips[strip], from, to, {x, box.y, one.width, box.height}, is_lane));
            }
        return out;
    }

    Shape device(const Slice& slice, Box box) const {
        const auto& row = sheet_.rows[slice.row];
        const Device& device = *content_.rows[row.row].device;
        const Box outline{box.x, box.y + mm(0.2), layout_.device_width() - mm(1),
                          box.height - mm(0.4)};
        Group out{device.name + ", " + device.device_type, {{Rect{outline, "device", mm(0.5)}}}};
        const Micrometres name_x = box.x + layout_.place_width + mm(0.5);
        lines(out.shapes, row.strips[0], slice.ranges[0], {box.x + mm(1), box.y}, "strong");
        lines(out.shapes, row.strips[1], slice.ranges[1], {name_x, box.y}, "ink");
        if (slice.is_continued && slice.ranges[1].first == slice.ranges[1].second) {
            const std::string name =
                shortened(device.name, layout_.size, layout_.name_width - mm(2));
            out.shapes.push_back({Text{text_at({name_x, box.y}, 0), layout_.size, name, "faint"}});
        }
        return {std::move(out)};
    }

    void lines(Shapes& out, const CellLines& all, std::pair<std::size_t, std::size_t> range,
               Point at, const char* style) const {
        for (std::size_t i = range.first; i < range.second; ++i)
            out.push_back({Text{text_at(at, i - range.first), layout_.size,
                                std::string(all[i].left), style}});
    }

    /// Where the text of a row's line stands; the cable's line runs below it.
    Point text_at(Point row, std::size_t index) const {
        const Micrometres y = row.y + sheet_.row_gap / 2 - mm(0.15) +
                              static_cast<Micrometres>(index) * layout_.pitch();
        return {row.x, baseline_below(y, layout_.size)};
    }

    Shapes wires(const CellLines& all, std::size_t from, std::size_t to, Box cell,
                 bool is_lane) const {
        Shapes out;
        for (std::size_t i = from; i < to; ++i) {
            const CellLine& one = all[i];
            if (i == from || one.wire != all[i - 1].wire)
                out.push_back({Group{one.wire->title, {}}});
            Shapes& shapes = std::get<Group>(out.back().what).shapes;
            const Point at = text_at({cell.x + Layout::cell_left, cell.y}, i - from);
            const Micrometres right = cell.right() - Layout::cell_right;
            const char* style = one.wire->is_own_lane ? "faint" : "ink";
            if (!one.left.empty())
                shapes.push_back({Text{at, layout_.size, std::string(one.left), style}});
            if (!one.right.empty())
                shapes.push_back({Text{
                    {right, at.y}, layout_.size, std::string(one.right), "strong", Anchor::end}});
            if (!one.is_last) continue;
            const Micrometres y = at.y + layout_.size * 38 / 100;
            append(shapes, branch(*one.wire, {at.x, y}, {cell.right() - Layout::lane_from_right, y},
                                  is_lane));
        }
        return out;
    }

    static Shapes branch(const Wire& wire, Point from, Point to, bool is_lane) {
        if (wire.is_own_lane) return {square({to.x, to.y - mm(0.9)}, wire.kind)};
        Shapes out{line(from, to, line_style(wire.kind))};
        out.push_back(is_lane ? dot(to, wire.kind) : arrow_head(to, wire.kind));
        return out;
    }

    const Content& content_;
    const Layout& layout_;
    const ColumnSheet& sheet_;
};

std::vector<LegendSign> signs_of(const Content& content) {
    std::vector<LegendSign> out;
    if (content.has_own_lanes) out.push_back({Sign::own_lane, "the lane's own device"});
    if (content.has_others) out.push_back({Sign::leads_away, "leads to where the text says"});
    return out;
}

}  // namespace

}  // namespace cabling

std::vector<Drawing> rack_cabling(const CablingView& view) {
    using namespace cabling;
    const Content content = content_of(view);
    const Heading heading = heading_of(view);
    const Layout layout = layout_of(content, view.paper, heading);
    const std::size_t count = layout.page_count();
    std::vector<Drawing> out;
    for (const ColumnSheet& sheet : layout.sheets)
        for (const std::vector<Slice>& slices : sheet.pages) {
            Drawing page = blank_page(layout.frame, heading.title, view.colours);
            append(page.shapes, heading_shapes(layout.frame, heading, out.size() + 1, count));
            append(page.shapes, Page(content, layout, sheet).body(slices));
            append(page.shapes, legend_shapes(layout.frame, content.kinds, signs_of(content)));
            out.push_back(std::move(page));
        }
    return out;
}

}  // namespace colo::exporters
