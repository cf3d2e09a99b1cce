// Where a change is felt: one table by kind of object and field.
#pragma once

#include <string_view>

#include "intent/plan/plan.h"

namespace colo::plan {

/// Where it is felt that an object of a table comes or goes.
Impact impact_of_presence(std::string_view table);

/// Where it is felt that a field of an object changes.
Impact impact_of_field(std::string_view table, std::string_view field);

}  // namespace colo::plan
