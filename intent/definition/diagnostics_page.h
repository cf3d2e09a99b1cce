// The page diagnostics.md, which is part of the program: what each code means, an example, and the
// mend.
#pragma once

#include <optional>
#include <string_view>

#include "intent/base/report.h"

namespace colo::definition {

/// The whole page, as it stands in intent/definition/diagnostics.md.
std::string_view diagnostics_page();

/// The section of one code, from its heading to the next; nothing where the page has none.
std::optional<std::string_view> section_of(std::string_view code);

/// Every code of the page, with the paragraphs that say what it means and how to mend it.
CodeTexts code_texts();

}  // namespace colo::definition
