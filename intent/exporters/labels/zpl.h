// Labels for thermal printers, in Zebra's language.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/labels/label_stocks.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// The labels as ZPL II (Zebra, ZPL II Programming Guide), one format from ^XA to ^XZ for each row
/// of labels across the roll, in UTF-8 (^CI28). The layout is that of `label_pages`; the printer
/// makes the code, so room is kept for the largest that the text can need. `dpi` is the printer's:
/// 203, 300, 600.
/// Texts are set in the printer's scalable font (^A0), no smaller than its 10 dots: what has no
/// room at that size is cut, with an ellipsis. Letters that the font lacks (Chinese, Japanese, and
/// so on, unless a font for them was loaded) are the printer's to replace. No text can hold a
/// command: ^, ~, _, \ and control characters are written in hexadecimal (^FH).
std::string zpl(const std::vector<Label>& labels, const LabelStock& stock, CodeKind codes, int dpi);

}  // namespace colo::sheets
