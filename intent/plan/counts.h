// A plan in numbers, for its closing line and for programs; and the words for what is counted.
#pragma once

#include <map>
#include <string>

#include "intent/plan/plan.h"

namespace colo::plan {

struct Counts {
    std::map<std::string, std::size_t> added, changed, removed;  ///< by table
    std::size_t moved = 0, renamed = 0;
    std::map<std::string, std::size_t> otherwise;  ///< by table: with another identity than before
    std::size_t pushed = 0;  ///< devices whose configuration changes; newcomers are not counted
};

Counts count_changes(const Plan& plan);

/// `1 cable`, `4 addresses`, `2 VLANs`.
std::string counted(std::size_t count, const std::string& table);

/// `1 device, 6 cables, 4 addresses to add; 3 devices to push; 0 to remove.`
std::string counts_line(const Plan& plan);

}  // namespace colo::plan
