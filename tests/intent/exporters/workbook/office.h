// LibreOffice, and the tools that read what it makes: a workbook as others see it.
#pragma once

#include <string>
#include <vector>

namespace colo::tests {

/// What the command writes. Fails the test when it fails.
std::string output_of(const std::string& command);

/// Lets LibreOffice write the file in another format (`xlsx`, `pdf`, ...) into the folder.
void convert(const std::string& file, const std::string& format, const std::string& folder);

/// A file inside a workbook: `xl/worksheets/sheet1.xml`.
std::string part_of(const std::string& workbook, const std::string& name);

/// The rows of a CSV document (RFC 4180).
std::vector<std::vector<std::string>> read_csv(const std::string& text);

}  // namespace colo::tests
