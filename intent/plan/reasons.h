// Why something changes: the file and line that caused it, from the origins of both sides.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/plan/plan.h"

namespace colo::plan {

class Reasons {
public:
    Reasons(const Base& base, const Generated& goal);

    /// The reason for a change that any of these subjects (identities, rules) may have caused,
    /// likeliest first: the first one whose origin differs between base and goal; else, where one
    /// edit alone was made, that edit; else the first one known. Empty where none is known.
    const std::string& of(const std::vector<std::string>& subjects) const;

private:
    struct Reason {
        std::string text;
        bool changed = false;
    };
    std::map<std::string, Reason, std::less<>> by_subject_;
    std::string only_edit_;  // empty where there is none, or more than one
};

/// `trading-servers 240` and `trading-servers 241` as `trading-servers 240 -> 241`.
std::string change_of_text(const std::string& before, const std::string& after);

}  // namespace colo::plan
