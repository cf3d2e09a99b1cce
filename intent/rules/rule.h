// Design rules: what must be true of every intent, whoever generated it. One file each.
#pragma once

#include <string_view>
#include <vector>

#include "intent/base/diagnostic.h"
#include "intent/rules/subject.h"

namespace colo::rules {

/// A rule reads an intent and reports each violation.
struct Rule {
    std::string_view name;                ///< kebab-case, as its file is called
    std::string_view demands;             ///< one sentence: what must hold
    std::vector<std::string_view> codes;  ///< of what it reports, as waivers name them
    void (*check)(const Subject& subject, Diagnostics& out);
};

/// All rules, sorted by name.
const std::vector<Rule>& all_rules();

/// Runs every rule.
void check_all(const Intent& intent, const Constraints& constraints, Diagnostics& out);

}  // namespace colo::rules
