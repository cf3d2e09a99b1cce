// What is done about a change, and where that is felt: one table by kind of object and field.
#pragma once

#include <string_view>
#include <vector>

#include "intent/plan/plan.h"

namespace colo::plan {

/// Where work of a kind is felt.
Impact impact_of(Work work);

/// What is done when an object of a table comes or goes; never empty.
std::vector<Work> work_of_presence(std::string_view table);

/// What is done when a field of an object changes; never empty.
std::vector<Work> work_of(std::string_view table, const FieldChange& field);

/// Whether the table says anything about the field, be it that it is only recorded.
bool is_judged(std::string_view table, std::string_view field);

}  // namespace colo::plan
