// Reads a whole library of hardware files and counts what is in it.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "intent/base/diagnostic.h"

namespace colo::definition {

/// How much a library holds. Everything counts as it is written: a model that is described twice
/// counts twice, a port without a name counts too. A file that could not be read counts among
/// `files` only.
struct LibraryTotals {
    std::size_t files = 0;
    std::size_t device_types = 0, module_types = 0, rack_types = 0;
    std::size_t manufacturers = 0;  ///< different ones
    std::size_t interfaces = 0, power_ports = 0, power_outlets = 0, console_ports = 0,
                console_server_ports = 0, front_ports = 0, rear_ports = 0, module_bays = 0,
                device_bays = 0;

    bool operator==(const LibraryTotals&) const = default;
};

/// The totals by their names, in the order in which they are shown.
struct NamedTotal {
    std::string_view name;
    std::size_t LibraryTotals::* count;
};
inline constexpr std::array named_totals{
    NamedTotal{"files", &LibraryTotals::files},
    NamedTotal{"device_types", &LibraryTotals::device_types},
    NamedTotal{"module_types", &LibraryTotals::module_types},
    NamedTotal{"rack_types", &LibraryTotals::rack_types},
    NamedTotal{"manufacturers", &LibraryTotals::manufacturers},
    NamedTotal{"interfaces", &LibraryTotals::interfaces},
    NamedTotal{"power_ports", &LibraryTotals::power_ports},
    NamedTotal{"power_outlets", &LibraryTotals::power_outlets},
    NamedTotal{"console_ports", &LibraryTotals::console_ports},
    NamedTotal{"console_server_ports", &LibraryTotals::console_server_ports},
    NamedTotal{"front_ports", &LibraryTotals::front_ports},
    NamedTotal{"rear_ports", &LibraryTotals::rear_ports},
    NamedTotal{"module_bays", &LibraryTotals::module_bays},
    NamedTotal{"device_bays", &LibraryTotals::device_bays}};

/// The most problems that are told of one file; that there are more is one more problem.
inline constexpr std::size_t most_problems_of_a_file = 500;

/// Reads every hardware file below a folder. Files below `ours` (empty: none are) are read
/// strictly, all others leniently. What is wrong is said in `out`, file by file, each with its key;
/// `sources` keeps the text only of files with problems.
LibraryTotals check_library(const std::filesystem::path& folder, const std::filesystem::path& ours,
                            Sources& sources, Diagnostics& out);

}  // namespace colo::definition
