// The JSON Schemas that editors check the two kinds of file with while they are written.
#pragma once

#include <nlohmann/json.hpp>

#include "intent/definition/published.h"

namespace colo::definition {

/// Of any standard.
nlohmann::ordered_json standard_schema();

/// Of the site definitions that follow one version of a standard: its parameters, its kinds of
/// circuit and the names of its models and media are in it.
nlohmann::ordered_json site_schema(const Declarations& declared);

/// A parameter's value, by its type; limits and choices apart.
nlohmann::ordered_json parameter_value_schema(ParameterType type);

}  // namespace colo::definition
