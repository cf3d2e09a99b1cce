// A site definition tried out: read, generated and checked, on the standards of this project.
#pragma once

#include <map>
#include <string>

#include "intent/generator/generate.h"

namespace colo::tests {

/// What came of a site definition's text.
struct Trial {
    std::optional<generator::Outcome> outcome;
    std::string diagnostics;  ///< as text; the definition is called `site.yaml`

    const Intent& intent() const { return outcome->generated.intent; }
    const Allocations& allocations() const { return outcome->generated.allocations; }
};

/// Files that are added to the shipped standards, by their path: `standards/x/1.0.0/standard.yaml`.
using Files = std::map<std::string, std::string>;

/// Generates from a definition's text on top of earlier allocations, and runs the design rules.
Trial try_site(const std::string& text, const Allocations& earlier = {}, const Files& files = {});

/// A shipped site definition with pieces of its text replaced; each must occur.
std::string shipped_site(const std::string& name,
                         const std::vector<std::pair<std::string, std::string>>& edits = {});

/// A shipped version of a standard, likewise: `trading-colo/1.0.0`.
std::string shipped_standard(const std::string& version,
                             const std::vector<std::pair<std::string, std::string>>& edits = {});

/// The lines of text that hold a word, for messages that go on at length.
std::string lines_with(const std::string& text, const std::string& word);

}  // namespace colo::tests
