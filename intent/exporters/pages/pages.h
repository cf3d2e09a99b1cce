// The printed pages of a build sheet, as drawings: tables, the cover, letters, and what stands at
// the foot of each. Nothing is cut off: texts wrap, and what is longer than a page goes on.
#pragma once

#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// A table on landscape pages: its columns for paper, the header repeated on each page, and a new
/// page for each section where the table asks for it, named in the title (`Cable schedule, R03`).
/// What is to be filled in is an empty box. At least one page, which says so where it has no rows.
/// The letters are 2.2 to 2.8 mm high (6 to 8 points), and down to 1.9 mm where a table is wide.
std::vector<exporters::Drawing> table_pages(const Table& table, const Cover& cover, Paper paper);

/// What it is, for which site and state, and what belongs to it. Portrait.
std::vector<exporters::Drawing> cover_pages(const Sheet& sheet);

/// A letter of authorisation with room for what the facility fills in. Portrait.
std::vector<exporters::Drawing> letter_page(const Letter& letter, const Cover& cover, Paper paper);

/// A drawing that has a margin of 10 mm of its own, put on paper above the footer: at the top, in
/// the middle from side to side, and made smaller, never larger, where it must be to fit.
exporters::Drawing on_paper(exporters::Drawing drawing, Paper paper, bool landscape);

/// Writes `ams1 · revision 4 · digest abcdef012345 · page 2 of 9` at the foot of each page, where
/// all of the above leave room for it.
void number_pages(std::vector<exporters::Drawing>& pages, const Cover& cover);

}  // namespace colo::sheets
