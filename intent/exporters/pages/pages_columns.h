// Where the columns of a printed table stand, and how large its letters are.
#pragma once

#include "intent/exporters/pages/pages_parts.h"
#include "intent/exporters/sheet/table.h"

namespace colo::sheets {

/// One column on paper: what is around its text is included in its width.
struct ColumnPlace {
    std::size_t index = 0;  ///< in the table
    Micrometres x = 0, width = 0;
    bool numbers = false;  ///< only: they stand at the right
};

struct Grid {
    static constexpr Micrometres beside_text = mm(1.1), above_text = mm(0.7);
    static constexpr Micrometres tick = mm(3.2);  ///< a side of its square
    static constexpr Micrometres swatch = mm(3);  ///< the column of swatches

    Micrometres text_size = 0;
    Micrometres x = 0, width = 0;
    bool has_swatches = false;
    std::vector<ColumnPlace> columns;

    Micrometres right() const { return x + width; }
    /// The room for a text, in thousandths of the font's size.
    std::int64_t room(const ColumnPlace& column) const {
        return ems_in(column.width - 2 * beside_text, text_size);
    }
};

/// Only columns that are for paper, in the table's order, from `x` on and at most `width` wide.
Grid grid_of(const Table& table, Micrometres x, Micrometres width);

/// `#rrggbb`.
bool is_colour(const std::string& text);

}  // namespace colo::sheets
