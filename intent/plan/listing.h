// One change as one line: what it is called, where it is, what differs.
#pragma once

#include "intent/plan/layout.h"

namespace colo::plan {

/// The line of a single change, both views.
Entry listed(const Plan& plan, const Change& change);

/// The object's own facts: `R09 U23  Dell PowerEdge-R650xs`, `C-0311  a to b  dac-25g 2 m`.
std::vector<std::string> facts_of(const Plan& plan, const Change& change);

/// `rack R03 -> R04, unit 7 -> 9`; `-` stands for null.
std::string fields_text(const std::vector<FieldChange>& fields);

}  // namespace colo::plan
