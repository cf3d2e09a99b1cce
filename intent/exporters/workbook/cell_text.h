// Texts as a workbook can hold them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace colo::sheets::xlsx {

/// The characters (UTF-16 units) that a cell, a property or message, and a title of one can hold.
inline constexpr std::size_t longest_cell = 32767, longest_message = 255, longest_title = 32;

/// The text as a reader gives it back (ECMA-376 part 1, 22.9.2.19: `_x0041_` would be read as `A`).
/// What XML cannot hold is U+FFFD, CR LF and CR are LF; cut with an ellipsis at `longest`.
std::string cell_text(std::string_view text, std::size_t longest = longest_cell);

/// The text within a page header or footer (18.3.1.46), where `&` begins a code.
std::string header_text(std::string_view text, std::size_t longest);

/// A name of a worksheet for each text, in their order: at most 31 characters, none of `[]:*?/\`,
/// no two alike even without regard to case.
std::vector<std::string> worksheet_names(const std::vector<std::string>& texts);

/// How wide a text runs, its widest line, in characters (of the workbook's default font) and in
/// our font size; an estimate from above.
double width_in_characters(std::string_view text, double font_size, bool bold = false);

/// How many lines a text takes that is wrapped within a width in characters; at least 1.
double wrapped_lines(std::string_view text, double font_size, double width);
/// How high a row of that many lines is, in points; no row is higher than 409.
double height_of_lines(double lines, double font_size);

}  // namespace colo::sheets::xlsx
