// Text in columns.
#pragma once

#include <string>
#include <vector>

namespace colo::tool {

/// A heading and rows of the same number of cells, each column as wide as its widest cell.
std::string aligned(const std::vector<std::string>& heading,
                    const std::vector<std::vector<std::string>>& rows);

}  // namespace colo::tool
