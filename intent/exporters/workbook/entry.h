// The cells of a workbook that hands on site fill in: what they take, and what they say.
#pragma once

#include "intent/exporters/sheet/table.h"
#include "intent/exporters/workbook/book.h"

namespace colo::sheets::xlsx {

/// How a cell to be filled in looks: yellow, with an edge, not locked.
Look entry_look(Fill fill);

/// Lets the cells of a column take only what it is for, and tell so; nothing for what we print.
/// Words of a choice that no cell's own list can hold (commas, quotes, more than 255 characters in
/// all) are only told: version 1.1.4 of the library leaks the list's text when it stands elsewhere.
void check_entries(Worksheet& sheet, const Column& column, ColumnNumber at, RowNumber first,
                   RowNumber last);

}  // namespace colo::sheets::xlsx
