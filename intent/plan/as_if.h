// A plan that is asked for and not meant to be applied: another version of the standard tried out.
#pragma once

#include "intent/plan/plan.h"

namespace colo::plan {

/// As to_text, but the last line says what the site definition would have to say.
std::string to_text_as_if(const Plan& plan, View view, bool colour);

}  // namespace colo::plan
