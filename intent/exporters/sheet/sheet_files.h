// A build sheet as the files that are handed out.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "intent/base/result.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/labels/label_stocks.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// On what labels are printed.
struct LabelChoice {
    /// Every stock for labels of cables and for all others; the usual ones for the paper where
    /// there is none.
    std::vector<const LabelStock*> stocks;
    int dots_per_inch = 203;  ///< of the label printer: 203, 300 or 600
};

/// Told what is being made, for a line of progress; may be called from several threads.
using Progress = std::function<void(std::string_view)>;

/// The labels alone: `labels/cables-avery-l7651.pdf`, `labels/devices-thermal-51x25.zpl`, ...
Result<exporters::Files> label_files(const Sheet& sheet, const LabelChoice& choice);

/// The files by their paths in the folder: `ams1-sheet.xlsx`, `ams1-sheet.pdf`, `tables/*.csv` and
/// `.json`, `drawings/*.svg`, `labels/*.pdf` and `.zpl`, `letters/*.pdf`, `READ-ME.txt`. The same
/// sheet gives the same bytes. Fails as the workbook and the PDF do.
Result<exporters::Files> sheet_files(const Sheet& sheet, const LabelChoice& labels,
                                     const Progress& progress);

}  // namespace colo::sheets
