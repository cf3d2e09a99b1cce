// From an intent and what of it is work to a whole build sheet.
#pragma once

#include "intent/exporters/sheet/job.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// Pure: same job, same sheet. What the job points at must outlive the sheet.
Sheet make_sheet(const Job& job);

}  // namespace colo::sheets
