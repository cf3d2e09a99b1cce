// The worksheets of a workbook, one function each.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/workbook/entry.h"
#include "intent/exporters/workbook/paper.h"

namespace colo::sheets::xlsx {

/// A line of the cover's contents.
struct Content {
    std::string sheet, title, note;
    std::int64_t count = 0;  ///< of rows or racks
};

void write_cover(Worksheet& page, const Sheet& sheet, const std::vector<Content>& contents);

/// The table must fit a worksheet.
void write_table(Worksheet& page, const Sheet& sheet, const Table& table);

/// The racks of the sheet, one below the other, each on a page of its own.
void write_elevations(Worksheet& page, const Sheet& sheet);

}  // namespace colo::sheets::xlsx
