#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/exporters/workbook/elevation_face.h"
#include "intent/exporters/workbook/pages.h"

namespace colo::sheets::xlsx {

namespace {

using exporters::RackLayout;

enum At : ColumnNumber { left_unit, front, gap, rear, right_unit, second_gap, beside };
constexpr double widths[] = {4, 34, 2, 34, 4, 2, 29};

Look strong(double size) {
    Look look;
    look.size = size;
    look.bold = true;
    look.ink = "#34495e";
    return look;
}

Look caption() {
    Look look = strong(9);
    look.ink = "#ffffff";
    look.fill = "#34495e";
    return look;
}

Look unit_look() {
    Look look;
    look.size = 8;
    look.side = Look::Side::centre;
    look.ink = "#606870";
    return look;
}

Look small() {
    Look look;
    look.size = 8;
    look.shrinks = true;
    return look;
}

/// A line beside the units.
struct Beside {
    std::string text;
    Look look;
};

/// An intent's devices by where they are.
struct Index {
    std::map<RackId, std::vector<const Device*>> by_rack;
    std::map<DeviceId, std::vector<const Device*>> inside;

    explicit Index(const Intent& intent) {
        for (const Device& device : intent.devices) {
            if (device.rack) by_rack[*device.rack].push_back(&device);
            if (device.parent) inside[*device.parent].push_back(&device);
        }
    }
};

std::string title_of(const Rack& rack, const RackLayout& layout) {
    const exporters::FreeUnits free = layout.free_units();
    return fmt::format("{}: {} U, row {}, position {}; free: {} U, {} U at the front only, {} U at "
                       "the rear only",
                       rack.name, rack.units, rack.row, rack.position, free.both, free.front_only,
                       free.rear_only);
}

bool has_half_units(const RackLayout& layout) {
    const auto is_half = [](const exporters::Seen& seen) {
        return seen.bottom % 2 != 0 || seen.height % 2 != 0;
    };
    return std::any_of(layout.front.begin(), layout.front.end(), is_half) ||
           std::any_of(layout.rear.begin(), layout.rear.end(), is_half);
}

void add_strips(std::vector<Beside>& out, const char* side,
                const std::vector<const Device*>& strips, const RackBlock& block,
                const exporters::Places& places) {
    for (const Device* strip : strips) {
        const auto feed = places.feed(*strip);
        std::string text = named(block, *strip) + (feed ? ", feed " + *feed : "") + side;
        out.push_back({std::move(text), role_look(block.marks.of(*strip))});
        out.back().look.shrinks = true;
    }
}

/// Zero-U devices, those without room, and what the keys of the rack's roles mean.
std::vector<Beside> beside_units(const RackBlock& block, const RackLayout& layout,
                                 const std::vector<const Device*>& devices,
                                 const exporters::Places& places) {
    std::vector<Beside> out{{"Beside the units, at the rear", strong(9)}};
    add_strips(out, ", left", layout.left, block, places);
    add_strips(out, ", right", layout.right, block, places);
    if (out.size() == 1) out.push_back({"nothing", small()});
    if (!layout.without_room.empty()) out.push_back({"Without room in the rack", strong(9)});
    for (const Device* device : layout.without_room)
        out.push_back({named(block, *device), role_look(block.marks.of(*device))});
    out.push_back({"", small()});
    out.push_back({"Roles", strong(9)});
    std::map<std::string, const exporters::RoleMark*> marks;  // by name, as their keys are
    for (const Device* device : devices)
        marks.emplace(block.marks.of(*device).name, &block.marks.of(*device));
    for (const auto& [name, mark] : marks)
        out.push_back({mark->key + "  " + name, role_look(*mark)});
    return out;
}

void write_units(Worksheet& page, RowNumber top, const RackBlock& block,
                 const exporters::Numbering& numbering) {
    const auto rows = static_cast<RowNumber>(block.rows_of_unit);
    RowNumber first = top;
    for (std::int64_t unit = block.rack.units; unit >= 1; --unit, first += rows) {
        const auto number = std::to_string(exporters::printed_unit(block.rack, unit, numbering));
        for (const ColumnNumber column : {left_unit, right_unit})
            page.merged(first, column, first + rows - 1, column, number, unit_look());
    }
}

void write_face(Worksheet& page, RowNumber top, ColumnNumber column,
                const std::vector<Span>& spans) {
    for (const Span& span : spans)
        page.merged(top + span.first, column, top + span.last, column, span.text, span.look);
}

void write_captions(Worksheet& page, RowNumber row) {
    const char* texts[] = {"U", "Front", "", "Rear, seen from behind", "U"};
    for (ColumnNumber column = left_unit; column <= right_unit; ++column)
        if (column != gap) page.text(row, column, texts[column], caption());
}

/// How high a row may be, in points, that the rack fits its page.
double row_height(const RackBlock& block, std::size_t rows, Paper paper) {
    const double room = paper == Paper::letter ? 650 : 690, most = 18;
    return std::min(most / block.rows_of_unit, room / static_cast<double>(rows));
}

/// The row below the rack.
RowNumber write_rack(Worksheet& page, RowNumber row, const Sheet& sheet, const RackBlock& block,
                     const RackLayout& layout, const std::vector<Beside>& lines) {
    page.text(row, left_unit, title_of(block.rack, layout), strong(11));
    page.height(row, 22);
    write_captions(page, row + 1);
    page.height(row + 1, 15);
    const RowNumber top = row + 2;
    write_units(page, top, block, {sheet.options.units_from == UnitsFrom::top});
    write_face(page, top, front, face_spans(block, layout.front, widths[front]));
    write_face(page, top, rear, face_spans(block, layout.rear, widths[rear]));
    // Beside rows of half a unit a line takes two.
    const auto step = static_cast<RowNumber>(block.rows_of_unit);
    RowNumber at = top;
    for (const Beside& line : lines) {
        page.merged(at, beside, at + step - 1, beside, line.text, line.look);
        at += step;
    }
    const RowNumber end = std::max(at, top + block.rows());
    for (RowNumber each = top; each < end; ++each)
        page.height(each, row_height(block, end - top, sheet.options.paper));
    return end;
}

}  // namespace

void write_elevations(Worksheet& page, const Sheet& sheet) {
    COLO_ASSERT(sheet.intent, "a sheet of racks without an intent");
    for (ColumnNumber column = left_unit; column <= beside; ++column)
        page.width(column, widths[column]);
    const Index index(*sheet.intent);
    const exporters::Places places(*sheet.intent);
    const exporters::RoleMarks marks(*sheet.intent);
    std::vector<RowNumber> breaks;
    RowNumber row = 0;
    for (const RackId& id : sheet.racks) {
        const Rack* rack = exporters::find_by_id(sheet.intent->racks, id);
        COLO_ASSERT(rack, "a rack that the intent does not have");
        const auto found = index.by_rack.find(id);
        const auto devices =
            found == index.by_rack.end() ? std::vector<const Device*>() : found->second;
        const RackLayout layout = exporters::rack_layout(*rack, devices, places);
        const RackBlock block{*rack, marks, index.inside, has_half_units(layout) ? 2 : 1};
        if (row > 0) breaks.push_back(row);
        row = write_rack(page, row, sheet, block, layout,
                         beside_units(block, layout, devices, places));
    }
    break_pages(page, std::move(breaks));
    page.book().check(worksheet_print_area(page.get(), 0, 0, row - 1, beside));
    worksheet_gridlines(page.get(), LXW_HIDE_ALL_GRIDLINES);
    set_paper(page, sheet, {"Elevations", ""}, false);
    protect(page);
}

}  // namespace colo::sheets::xlsx
