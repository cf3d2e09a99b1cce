// How a worksheet is printed, and what may be done with it on the screen.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/sheet/sheet.h"
#include "intent/exporters/workbook/book.h"

namespace colo::sheets::xlsx {

/// What stands at the top of each printed page.
struct PageTitle {
    std::string title, note;
};

/// The option's paper, one page wide and as many long as it takes; title, site and revision at the
/// top; digest, the worksheet's name and the page's number at the bottom.
void set_paper(Worksheet& sheet, const Sheet& of, const PageTitle& title, bool is_landscape);

/// Pages begin at these rows (ascending, none 0): as many of them as a worksheet can have, 1023.
void break_pages(Worksheet& sheet, std::vector<RowNumber> rows);

/// Locks all that is not open, without a password; columns may be resized and rows filtered.
void protect(Worksheet& sheet);

}  // namespace colo::sheets::xlsx
