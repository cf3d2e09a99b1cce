// One row of a printed table, and its header.
#pragma once

#include "intent/exporters/pages/pages_columns.h"

namespace colo::sheets {

/// The texts of a row in lines, one list for each column of the grid.
struct RowLines {
    std::vector<std::vector<std::string>> cells;
    std::size_t count = 0;  ///< of the longest cell
    Micrometres least = 0;  ///< the room that hands need to write
};

RowLines lines_of(const Row& row, const Table& table, const Grid& grid);

/// How high so many of its lines are.
Micrometres height_of(const RowLines& lines, std::size_t count, const Grid& grid);

/// A part of a row: the lines from `first` on.
struct RowPart {
    const Row& row;
    const RowLines& lines;
    std::size_t first = 0, count = 0;
    bool banded = false;  ///< a grey area, so that the eye stays in the row
};

/// Draws the part from `top` down; gives where it ends.
Micrometres draw_row(Drawing& page, const RowPart& part, const Table& table, const Grid& grid,
                     Micrometres top);

/// Draws the columns' titles, and below them the words to choose from; gives where it ends.
Micrometres draw_header(Drawing& page, const Table& table, const Grid& grid, Micrometres top);
Micrometres header_height(const Table& table, const Grid& grid);

}  // namespace colo::sheets
