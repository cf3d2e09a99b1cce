// An entry's example, carried out.
#pragma once

#include "intent/base/report.h"
#include "tests/diagnostics/entry.h"

namespace colo::tests {

/// What colo says to an example. Paths begin at the root of the project.
struct Said {
    Report report;
    Sources sources;
    std::vector<std::string> changes;  ///< each edit as a diff, in the form of `diff -u`
    std::string printed;               ///< instead of a report: what the program printed

    /// The codes of all diagnostics, each once.
    std::set<std::string> codes() const;
    /// The text of the first diagnostic with that code.
    std::string message(const std::string& code) const;
};

Said run_example(const Entry& entry);

}  // namespace colo::tests
