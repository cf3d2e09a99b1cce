// What lies in the stock room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/base/units.h"

namespace colo {

/// So many of a part: a model, a manufacturer's part number, an optic, or a medium of a length.
struct StockLine {
    std::string part;
    std::optional<Length> length;  ///< of cables
    std::int64_t count = 0;

    bool operator==(const StockLine&) const = default;
};
using Stock = std::vector<StockLine>;

}  // namespace colo
