#include "intent/exporters/workbook/elevation_face.h"

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/workbook/cell_text.h"

namespace colo::sheets::xlsx {

namespace {

using exporters::Seen;

constexpr double font_size = 8, half_unit_size = 5;

/// What is in its bays, in their order; its type without the vendor where nothing is.
std::string detail_of(const RackBlock& block, const Device& device) {
    const auto found = block.inside.find(device.id);
    if (found == block.inside.end())
        return device.device_type.empty()
                   ? device.model
                   : device.device_type.substr(device.device_type.find('/') + 1);
    std::vector<const Device*> devices = found->second;
    std::sort(devices.begin(), devices.end(), [](const Device* a, const Device* b) {
        return natural_less(a->bay.value_or(""), b->bay.value_or(""));
    });
    std::string out;
    for (const Device* one : devices) out += (out.empty() ? "" : " | ") + one->name;
    return out;
}

Look back_look() {
    Look look;
    look.size = font_size;
    look.italic = look.shrinks = true;
    look.ink = "#505860";
    look.fill = "#eceef0";
    look.edge = "#9aa3ab";
    return look;
}

Look free_look() {
    Look look;
    look.size = font_size;
    look.edge = "#b8c0c8";
    look.dotted = true;
    return look;
}

Look reserved_look() {
    Look look = back_look();
    look.hatched = true;
    look.fill = "#ffffff";
    look.edge = "#c4cad0";
    return look;
}

Span device_span(const RackBlock& block, const Seen& seen, double width) {
    const auto rows_of = [&](std::int64_t half_units) {
        return static_cast<RowNumber>(half_units * block.rows_of_unit / 2);
    };
    Span out;
    out.first = block.rows() - rows_of(seen.bottom + seen.height);
    out.last = out.first + rows_of(seen.height) - 1;
    const std::string name = named(block, *seen.device);
    if (seen.from_behind) {
        const bool is_front = seen.device->face == Face::front;
        out.text = name + (is_front ? " (front-mounted)" : " (rear-mounted)");
        out.look = back_look();
        return out;
    }
    const bool is_tall = seen.height >= 4;
    out.look = role_look(block.marks.of(*seen.device));
    out.look.wraps = is_tall;
    out.look.shrinks = !is_tall;  // a cell either wraps or shrinks
    if (seen.height == 1) out.look.size = half_unit_size;
    out.text = name;
    const std::string detail = detail_of(block, *seen.device);
    const std::string both = name + (is_tall ? "\n" : " \u00b7 ") + detail;
    // In one line only where both can be read: the name must not shrink much for it.
    constexpr double shrinks_to = 0.77;
    const double wanted = width_in_characters(both, out.look.size, true) * shrinks_to;
    if (!detail.empty() && (is_tall || wanted < width)) out.text = both;
    return out;
}

/// Fills the rows from `first` to `last` that are still empty, each run of them as one span.
void fill(std::vector<Span>& out, std::vector<bool>& taken, RowNumber first, RowNumber last,
          const std::string& text, const Look& look) {
    for (RowNumber row = first; row <= last; ++row) {
        if (taken[row]) continue;
        taken[row] = true;
        if (row > first && !out.empty() && out.back().last + 1 == row && out.back().text == text)
            out.back().last = row;
        else
            out.push_back({row, row, text, look});
    }
}

}  // namespace

std::string named(const RackBlock& block, const Device& device) {
    return block.marks.of(device).key + "  " + device.name;
}

Look role_look(const exporters::RoleMark& mark) {
    Look look;
    look.size = font_size;
    look.bold = true;
    look.fill = mark.box.fill->light;
    look.edge = mark.tab.fill->light;
    return look;
}

std::vector<Span> face_spans(const RackBlock& block, const std::vector<Seen>& seen, double width) {
    std::vector<Span> out;
    std::vector<bool> taken(block.rows());
    for (const Seen& one : seen) {
        out.push_back(device_span(block, one, width));
        std::fill(taken.begin() + out.back().first, taken.begin() + out.back().last + 1, true);
    }
    const auto unit_rows = static_cast<RowNumber>(block.rows_of_unit);
    const auto top_row = [&](std::int64_t unit) {
        return static_cast<RowNumber>(block.rack.units - unit) * unit_rows;
    };
    for (const ReservedUnits& units : exporters::reserved_units(block.rack))
        fill(out, taken, top_row(units.last), top_row(units.first) + unit_rows - 1,
             "reserved: " + units.why, reserved_look());
    for (std::int64_t unit = block.rack.units; unit >= 1; --unit)
        fill(out, taken, top_row(unit), top_row(unit) + unit_rows - 1, "", free_look());
    std::sort(out.begin(), out.end(),
              [](const Span& a, const Span& b) { return a.first < b.first; });
    return out;
}

}  // namespace colo::sheets::xlsx
