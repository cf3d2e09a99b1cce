// Labels on the pages of a label stock, to be printed at full size.
#pragma once

#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/labels/label_stocks.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// The labels in their order, row by row, page after page; no page when there are none. Each label
/// is a group with its `what` as title, and stays within what may be printed on of its place; see
/// `label_layout` for what is in it. Its texts are whole, however long. Its code is left out when
/// the stock has no room for it at 0.25 mm a module, or it cannot be encoded.
std::vector<exporters::Drawing> label_pages(const std::vector<Label>& labels,
                                            const LabelStock& stock, CodeKind codes);

}  // namespace colo::sheets
