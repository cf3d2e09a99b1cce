#include "intent/exporters/cabling/cabling_layout.h"

#include <algorithm>
#include <array>
#include <optional>

#include "intent/exporters/cabling/cabling_text.h"

namespace colo::exporters::cabling {

namespace {

constexpr Micrometres label_gap = mm(1.5), least_column = mm(18), widest_column = mm(75);

constexpr Micrometres wide(std::int64_t em, Micrometres size) { return (em * size + 999) / 1000; }

CellLines plain_lines(std::string_view text, Micrometres size, Micrometres width, Weight weight) {
    CellLines out;
    for (const std::string_view line : wrapped(text, size, width, weight))
        out.push_back({line, {}});
    return out;
}

void add_lines(CellLines& out, const Wire& wire, Micrometres size, Micrometres room) {
    const Micrometres text = wide(wire.text_em, size), label = wide(wire.label_em, size);
    if (text + (label > 0 ? label_gap + label : 0) <= room)
        return out.push_back({wire.text, wire.label, &wire, true});
    for (const std::string_view line : wrapped(wire.text, size, room))
        out.push_back({line, {}, &wire, false});
    for (const std::string_view line : wrapped(wire.label, size, room, Weight::bold))
        out.push_back({{}, line, &wire, false});
    CellLine& last = out.back();
    last.is_last = true;
    if (out.size() < 2 || last.right.empty()) return;
    CellLine& before = out[out.size() - 2];  // the label beside the end of the text, if it fits
    if (before.wire != &wire || before.left.empty() ||
        text_width(before.left, size) + label_gap + label > room)
        return;
    before.right = last.right;
    before.is_last = true;
    out.pop_back();
}

/// The wires of a cell in as many strips, as even as whole wires go.
std::vector<CellLines> strips_of(const std::vector<Wire>& wires, std::size_t count,
                                 Micrometres size, Micrometres room) {
    std::vector<CellLines> out(count);
    CellLines all;
    for (const Wire& wire : wires) add_lines(all, wire, size, room);
    const std::size_t each = (all.size() + count - 1) / count;
    std::size_t strip = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool begins = i == 0 || all[i - 1].is_last;
        if (begins && out[strip].size() >= each && strip + 1 < count) ++strip;
        out[strip].push_back(all[i]);
    }
    return out;
}

class Planner {
public:
    Planner(const Content& content, Frame frame, Micrometres size, bool is_stacked,
            Micrometres heading)
        : content_(content) {
        out_.frame = frame;
        out_.size = size;
        out_.is_stacked = is_stacked;
        out_.head_top = frame.top() + heading + mm(1);
    }

    Layout plan() {
        set_device_width();
        place_columns();
        for (ColumnSheet& sheet : out_.sheets) {
            use_room(sheet);
            add_heads(sheet);
            add_rows(sheet, &sheet == &out_.sheets.front());
            paginate(sheet, out_);
        }
        return std::move(out_);
    }

private:
    Micrometres column_room() const { return out_.frame.across() - out_.device_width(); }

    void set_device_width() {
        Micrometres place = 0, name = mm(14);
        for (const ContentRow& row : content_.rows) {
            place = std::max(place, text_width(row.place, out_.size, Weight::bold));
            name = std::max(name, text_width(row.device->name, out_.size));
        }
        out_.place_width = place == 0 ? 0 : std::min(place, mm(16)) + mm(1.5);
        out_.name_width = std::min(name, out_.frame.across() / 6) + mm(2);
    }

    Micrometres natural_width(std::size_t column) const {
        std::int64_t width = 0;
        for (const ContentRow& row : content_.rows)
            for (const Wire& wire : row.cells[column]) {
                const Micrometres text = wide(wire.text_em, out_.size);
                const Micrometres label = wide(wire.label_em, out_.size);
                width = std::max(width, out_.is_stacked ? std::max(text, label)
                                                        : text + label_gap + label);
            }
        width += Layout::cell_left + Layout::cell_right;
        const Micrometres head =
            text_width(content_.columns[column].head, out_.size, Weight::bold) * 55 / 100 + mm(3);
        width = std::max({width, least_column, std::min(head, mm(40))});
        return std::min({width, widest_column, column_room()});
    }

    bool is_lane_of(std::size_t column, CableKind kind) const {
        const Column& one = content_.columns[column];
        return one.kind == ColumnKind::lane && one.cable_kind == kind;
    }

    bool begins_kind(std::size_t column) const {
        const CableKind kind = content_.columns[column].cable_kind;
        return is_lane_of(column, kind) && (column == 0 || !is_lane_of(column - 1, kind));
    }

    /// Of this lane and those after it of its kind, which stand on one page where they can; nothing
    /// where they cannot.
    Micrometres width_of_kind(std::size_t column) const {
        const CableKind kind = content_.columns[column].cable_kind;
        Micrometres width = 0;
        for (; column < content_.columns.size() && is_lane_of(column, kind); ++column)
            width += natural_width(column);
        return width <= column_room() ? width : 0;
    }

    void place_columns() {
        Micrometres used = 0;
        out_.sheets.emplace_back();
        for (std::size_t column = 0; column < content_.columns.size(); ++column) {
            Micrometres width = natural_width(column);
            const Micrometres left = column_room() - used;
            const bool may_shrink = content_.columns[column].kind != ColumnKind::lane;
            if (width > left && may_shrink && width * 6 / 10 <= left) width = left;
            if (width > left || (used > 0 && width_of_kind(column) > left && begins_kind(column))) {
                out_.sheets.emplace_back();
                used = 0;
            }
            out_.sheets.back().columns.push_back({column, 0, width, 1, {}});
            used += width;
        }
    }

    /// What room is left becomes further strips for what leaves the rack, and wider columns.
    void use_room(ColumnSheet& sheet) {
        Micrometres left = column_room();
        std::size_t strips = 0;
        for (const PlacedColumn& one : sheet.columns) left -= one.width;
        for (PlacedColumn& one : sheet.columns) {
            if (content_.columns[one.column].kind != ColumnKind::lane) {
                std::size_t most = 1;
                for (const ContentRow& row : content_.rows)
                    most = std::max(most, row.cells[one.column].size());
                one.strips = std::min(most, 1 + std::size_t(left / one.width));
                left -= static_cast<Micrometres>(one.strips - 1) * one.width;
            }
            strips += one.strips;
        }
        Micrometres x = out_.frame.left() + out_.device_width();
        for (PlacedColumn& one : sheet.columns) {
            one.width += std::min(left / static_cast<Micrometres>(strips), one.width * 3 / 10);
            one.x = x;
            x += one.width * static_cast<Micrometres>(one.strips);
        }
    }

    void add_heads(ColumnSheet& sheet) {
        std::size_t lines = 1;
        for (PlacedColumn& one : sheet.columns) {
            one.head = wrapped_at_most(10, content_.columns[one.column].head, out_.size,
                                       one.width - mm(3), Weight::bold);
            lines = std::max(lines, one.head.size());
        }
        sheet.head_height = static_cast<Micrometres>(lines) * out_.size * 125 / 100 + mm(1.5);
    }

    void add_rows(ColumnSheet& sheet, bool all) {
        for (std::size_t row = 0; row < content_.rows.size(); ++row) {
            const ContentRow& from = content_.rows[row];
            const bool has_any = std::any_of(
                sheet.columns.begin(), sheet.columns.end(),
                [&](const PlacedColumn& one) { return !from.cells[one.column].empty(); });
            if (!all && !has_any) continue;
            std::vector<CellLines> strips{
                plain_lines(from.place, out_.size, out_.place_width - mm(1.5), Weight::bold),
                plain_lines(from.device->name, out_.size, out_.name_width - mm(2),
                            Weight::regular)};
            for (const PlacedColumn& one : sheet.columns)
                for (CellLines& strip :
                     strips_of(from.cells[one.column], one.strips, out_.size,
                               one.width - Layout::cell_left - Layout::cell_right))
                    strips.push_back(std::move(strip));
            sheet.rows.push_back({row, std::move(strips)});
        }
    }

    const Content& content_;
    Layout out_;
};

}  // namespace

std::size_t Layout::page_count() const {
    std::size_t count = 0;
    for (const ColumnSheet& sheet : sheets) count += sheet.pages.size();
    return count;
}

Layout layout_of(const Content& content, const CablingPaper& paper, const Heading& heading) {
    constexpr std::array<Micrometres, 4> sizes{mm(2.5), mm(2.2), mm(2), mm(1.8)};
    const Frame upright{paper.narrow, paper.wide}, lying{paper.wide, paper.narrow};
    std::optional<Layout> best;
    for (const Micrometres size : sizes) {
        for (const Frame& frame : {upright, lying})
            for (const bool is_stacked : {false, true}) {
                Layout next =
                    Planner(content, frame, size, is_stacked, heading_height(frame, heading))
                        .plan();
                if (!best || next.page_count() < best->page_count()) best = std::move(next);
            }
        if (best->page_count() == 1) break;
    }
    return std::move(*best);
}

}  // namespace colo::exporters::cabling
