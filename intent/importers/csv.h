// Comma-separated values (RFC 4180) as people and spreadsheets write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intent/base/result.h"

namespace colo::importers {

struct CsvLine {
    int number = 1;  ///< of its first line in the file
    std::vector<std::string> cells;

    bool operator==(const CsvLine&) const = default;
};

/// All lines but empty ones. Fields in quotes may hold commas, quotes (doubled) and line ends; LF
/// and CR LF end a line; a byte order mark is passed over. Hostile until read: what is not UTF-8, a
/// quote that is not closed or stands inside a field, a NUL and more than `most_lines` are
/// `bad-csv`, with `name:line:`.
Result<std::vector<CsvLine>> read_csv(std::string_view text, const std::string& name,
                                      std::size_t most_lines = 200'000);

}  // namespace colo::importers
