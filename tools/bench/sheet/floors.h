// The least work that the libraries can be asked for, and other programs doing the same.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::bench {

/// Every cell of every table into one workbook, without any format.
void write_cells(const sheets::Sheet& sheet, const std::filesystem::path& file);

/// Every text of every page at its place, in one size, with cairo's own text; nothing else.
void draw_texts(const std::vector<exporters::Drawing>& pages, const std::filesystem::path& file);

/// The codes of all labels, each different one once.
void encode(const std::vector<sheets::Label>& labels);

/// Seconds of openpyxl's write-only mode for the same cells, and of reportlab for the same texts;
/// nothing where python3 does not have them.
std::optional<double> openpyxl_seconds(const sheets::Sheet& sheet,
                                       const std::filesystem::path& folder);
std::optional<double> reportlab_seconds(const std::vector<exporters::Drawing>& pages,
                                        const std::filesystem::path& folder);

}  // namespace colo::bench
