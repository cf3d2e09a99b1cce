// A whole build sheet as drawings: the pages of its PDF, and its pictures as files.
#pragma once

#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// Cover, work steps, how the racks are cabled to each other, then each rack (front and rear, with
/// a code that names it; its cabling), then the other tables. With footers.
std::vector<exporters::Drawing> sheet_pages(const Sheet& sheet);

/// The same pictures as SVG, by file name: `ams1-R01.svg`, `ams1-R01-cabling.svg`,
/// `ams1-cabling.svg`; further pages `-2`, `-3`.
exporters::Files sheet_drawings(const Sheet& sheet);

}  // namespace colo::sheets
