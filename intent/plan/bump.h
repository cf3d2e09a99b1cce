// How large a step of a standard's version a plan asks for (language.md, section 12): a patch moves
// nothing, a minor moves nothing and adds, a major may move.
#pragma once

#include <string>
#include <vector>

#include "intent/base/version.h"
#include "intent/plan/plan.h"

namespace colo::plan {

/// One thing that a plan does to a site, and the step that it takes.
struct Step {
    Bump bump = Bump::patch;
    std::string text;  ///< `removes device leaf.R03.2`

    bool operator==(const Step&) const = default;
};

/// All that asks for more than a patch; what asks for a major step first. The plan is from one
/// version to a later one, all else being equal.
///
/// Major: what is there and is not kept where it is, goes, is called otherwise, is touched by
/// hands, or is configured with another value in the place of one; a capability that is lost.
/// Minor: what comes; a value where there was none, on what is there, or one more of a list (a port
/// that gets its first cable); a capability that is gained.
/// Nothing: records (loads, weights, where a rule is written).
std::vector<Step> steps_of(const Plan& plan);

/// The largest of them; a patch where there are none.
Bump needed(const std::vector<Step>& steps);

}  // namespace colo::plan
