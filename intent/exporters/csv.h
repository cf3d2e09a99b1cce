// Comma-separated values as RFC 4180 has them: fields quoted where needed, lines ended by CR LF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/units.h"

namespace colo::exporters {

/// Builds one document. The first line is the header.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
/// formula, and some do so with the full-width forms of the four. Such a cell gets an apostrophe
/// before it, and so does one that begins with an apostrophe itself: reading a cell back means
/// taking one leading apostrophe away, always.
class CsvText {
public:
    explicit CsvText(const std::vector<std::string_view>& header);

    CsvText& cell(std::string_view text);
    CsvText& cell(const std::string& text) { return cell(std::string_view(text)); }
    CsvText& cell(const char* text) { return cell(std::string_view(text)); }
    CsvText& cell(const std::optional<std::string>& text);
    CsvText& cell(std::optional<std::int64_t> number);
    /// A number of thousandths as a plain decimal.
    CsvText& thousandths(std::optional<std::int64_t> number);
    /// Asserts that the line has as many cells as the header.
    void end_line();

    std::string take() { return std::move(text_); }

private:
    void begin_cell();

    std::string text_;
    std::size_t columns_ = 0, cells_ = 0;
};

/// The cell as it is written, guarded against formulas; and back.
std::string guarded_cell(std::string_view text);
std::string_view unguarded_cell(std::string_view cell);

}  // namespace colo::exporters
