// The stock room's list, as CSV: `part,length_m,count`.
#pragma once

#include <string>
#include <string_view>

#include "intent/base/result.h"
#include "intent/model/stock.h"

namespace colo::importers {

/// Columns by their header, in any order: `part` (model, part number, optic or medium), `count`,
/// and `length_m` for cables (empty for what has no length). Other columns are passed over. All
/// that is wrong is `bad-stock` with `name:line:`, every line of it.
Result<Stock> read_stock(std::string_view text, const std::string& name);

}  // namespace colo::importers
