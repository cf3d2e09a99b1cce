// Where everything of a rack's cabling goes: paper, font, columns, and rows over pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intent/exporters/cabling/cabling_content.h"
#include "intent/exporters/cabling/cabling_parts.h"

namespace colo::exporters::cabling {

/// A line of text in a cell; the texts are pieces of the content's.
struct CellLine {
    std::string_view left, right;  ///< right: a cable's label, at the line's end
    const Wire* wire = nullptr;    ///< none: of a device's place or name
    bool is_last = true;           ///< of its wire
};
using CellLines = std::vector<CellLine>;

/// A column as it stands on the page. What leaves the rack may stand in several strips.
struct PlacedColumn {
    std::size_t column = 0;
    Micrometres x = 0, width = 0;  ///< of one strip
    std::size_t strips = 1;
    std::vector<std::string> head;
};

/// Which lines of a row stand on a page: all, or some when it goes on on the next. Strip 0 has the
/// place, strip 1 the name, then follow those of the columns.
struct Slice {
    std::size_t row = 0;  ///< of the sheet's
    bool is_continued = false;
    std::vector<std::pair<std::size_t, std::size_t>> ranges;  ///< first line and the one behind
    std::size_t lines = 1;
};

/// Columns that stand side by side on a page, and the pages that their rows take.
struct ColumnSheet {
    std::vector<PlacedColumn> columns;
    Micrometres head_height = 0;
    struct SheetRow {
        std::size_t row;  ///< of the content's
        std::vector<CellLines> strips;
    };
    std::vector<SheetRow> rows;
    std::vector<std::vector<Slice>> pages;
    Micrometres row_gap = 0;  ///< above and below a row's lines together
};

struct Layout {
    Frame frame;
    Micrometres size = 0;     ///< of the font
    bool is_stacked = false;  ///< labels below the ports
    Micrometres place_width = 0, name_width = 0;
    Micrometres head_top = 0;
    std::vector<ColumnSheet> sheets;

    static constexpr Micrometres least_row_gap = mm(1.1), largest_row_gap = mm(2.6);
    /// What a cell keeps free at its left, and at its right for dots and lanes.
    static constexpr Micrometres cell_left = mm(1), cell_right = mm(2.2), lane_from_right = mm(1.1);

    Micrometres pitch() const { return size * 138 / 100; }
    Micrometres device_width() const { return place_width + name_width; }
    Micrometres height_of(std::size_t lines, const ColumnSheet& sheet) const {
        return static_cast<Micrometres>(lines) * pitch() + sheet.row_gap;
    }
    Micrometres body_top(const ColumnSheet& sheet) const {
        return head_top + sheet.head_height + mm(1);
    }
    Micrometres body_bottom() const { return frame.bottom() - legend_height - mm(0.5); }
    std::size_t page_count() const;
};

/// Lays the sheet's rows over pages, and apart as far as these allow.
void paginate(ColumnSheet& sheet, const Layout& layout);

/// The layout with the fewest pages; of these the one with the largest letters, upright before
/// lying paper. The content must outlive it.
Layout layout_of(const Content& content, const CablingPaper& paper, const Heading& heading);

}  // namespace colo::exporters::cabling
