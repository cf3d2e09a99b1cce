// A small build sheet, made by hand, with all that a workbook can hold.
#pragma once

#include "intent/exporters/sheet/sheet.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::tests {

/// The sample site with reserved units, a device without room and one in a bay; and tables over it:
/// `steps`, `cables` (two sections), `serials` (empty).
struct SmallSheet {
    SmallSheet();
    SmallSheet(const SmallSheet&) = delete;
    SmallSheet& operator=(const SmallSheet&) = delete;

    Intent site = sample_site();
    sheets::Sheet sheet;

    const sheets::Table& table(const std::string& key) const;
};

/// A cable schedule of that many rows, 30 columns wide.
sheets::Table long_table(std::int64_t rows);

}  // namespace colo::tests
