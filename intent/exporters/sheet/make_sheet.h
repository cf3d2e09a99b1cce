// From an intent and what of it is work to a whole build sheet.
#pragma once

#include "intent/exporters/sheet/job.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// Pure: same job, same sheet. What the job points at must outlive the sheet.
Sheet make_sheet(const Job& job);

/// The lines of a stock that match no part of the sheet, as `cat6a 2 m`, `leaf-48x25`.
std::vector<std::string> unused_stock(const Stock& stock, const Sheet& sheet);

}  // namespace colo::sheets
