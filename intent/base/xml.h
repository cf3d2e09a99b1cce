// Texts inside XML 1.0 documents.
#pragma once

#include <string>
#include <string_view>

namespace colo {

/// Appends the text as content or as a value in double quotes. What XML 1.0 (2.2) does not allow,
/// not even escaped, and bytes that are no UTF-8 become U+FFFD.
void append_xml(std::string& out, std::string_view text);

/// The text as `append_xml` writes it.
std::string xml_text(std::string_view text);

}  // namespace colo
