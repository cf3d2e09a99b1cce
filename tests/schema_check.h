// Whether a document is what its schema says.
#pragma once

#include <string>

namespace colo::tests {

/// What is wrong with a JSON text by a JSON Schema in tests/schemas/; empty when it is
/// right.
std::string json_faults(const std::string& text, const std::string& schema);

/// What xmllint says of an XML text by junit.xsd; empty when it is right.
std::string junit_faults(const std::string& text);

}  // namespace colo::tests
