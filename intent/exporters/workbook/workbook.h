// The build sheet as an .xlsx workbook: cover, tables and elevations, with cells to be filled in.
#pragma once

#include <string>

#include "intent/base/result.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// The bytes of the workbook (ECMA-376); the same sheet gives the same bytes.
///
/// Worksheets: `cover`; one for each table, named by its key; and `elevations`, when racks are to
/// be drawn, after the table `steps` (without one: after the cover). A table's first row holds the
/// titles of its columns, the second their keys, and the data begin in the third. Columns that are
/// not printed on paper are hidden. Cells to be filled in are yellow, unlocked and checked; all
/// others are locked, without a password. The custom properties `colo-format` (`colo-sheet/1`),
/// `colo-site`, `colo-revision` (`4`; `0`: not applied) and `colo-digest` tell where it is from.
///
/// In texts, characters that XML cannot hold become U+FFFD, line ends are LF, and what goes beyond
/// the 32767 characters of a cell is cut off with an ellipsis.
///
/// Fails with `workbook-too-large` for a table that no worksheet can hold, and with
/// `workbook-not-written` when there is no room for its temporary files (in $TMPDIR, else /tmp).
Result<std::string> workbook(const Sheet& sheet);

}  // namespace colo::sheets
