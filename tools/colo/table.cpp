#include "tools/colo/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::tool {

std::string aligned(const std::vector<std::string>& heading,
                    const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& cell : heading) widths.push_back(cell.size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    std::string text;
    const auto add = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += i + 1 == row.size() ? row[i] : fmt::format("{:<{}}  ", row[i], widths[i]);
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    };
    add(heading);
    for (const auto& row : rows) add(row);
    return text;
}

}  // namespace colo::tool
