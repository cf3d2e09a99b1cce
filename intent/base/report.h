// What a check of several sites found, in the formats that machines read: JSON, SARIF 2.1.0 and
// JUnit XML. Text is written by diagnostic.h.
#pragma once

#include <filesystem>
#include <map>

#include "intent/base/diagnostic.h"

namespace colo {

/// One site or file that was checked.
struct Checked {
    std::string subject;   ///< as it was asked for: `lab1`, `/tmp/lab1.yaml`
    std::string summary;   ///< of what is good, in one line; empty when there are errors
    Diagnostics problems;  ///< sorted
};

/// A run over all that was asked for, in that order.
struct Report {
    std::vector<Checked> checked;

    /// Everything that is wrong, sorted; what several sites share is in it once.
    Diagnostics problems(const Sources& sources) const;
};

/// What is said about a code wherever it occurs, not about one occurrence.
struct CodeText {
    std::string meaning;  ///< its first sentence serves as a title
    std::string mend;
};
using CodeTexts = std::map<std::string, CodeText>;

/// The folders that a SARIF log's addresses depend on: `Sources` has paths relative to `working`,
/// the log has them relative to `root` where they lie below it.
struct SarifOrigin {
    std::filesystem::path working, root;
    std::string version;  ///< of colo
};

/// `colo-diagnostics/1`: the problems with all their parts, and the sites one by one.
std::string to_json(const Report& report, const Sources& sources);

/// A SARIF 2.1.0 log (OASIS, 27 March 2020) of one run: a rule for each code that occurs, columns
/// counted in characters. A code without a text is a rule without help.
std::string to_sarif(const Report& report, const Sources& sources, const CodeTexts& texts,
                     const SarifOrigin& origin);

/// JUnit XML as build servers read it: a suite for each site, in it a failed case for each error,
/// or one that passed. The summary and the
/// warnings are the suite's output.
std::string to_junit(const Report& report, const Sources& sources);

}  // namespace colo
