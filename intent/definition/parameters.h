// Parameters: what the site sets, checked against what the standard allows, and put in everywhere
// that `{parameter: NAME}` stands.
#pragma once

#include "intent/definition/site.h"

namespace colo::definition {

/// Values by parameter name, each with the place where it was written.
using ParameterValues = std::map<std::string, Node>;

/// The value of every declared parameter: the site's, else the default. Reports unknown, missing
/// and unfit ones. `dropped` are parameters of earlier versions and the version that removed each;
/// `models` the names of the standard's models.
ParameterValues resolve_parameters(const Named<Parameter>& declared,
                                   const std::map<std::string, std::string>& dropped,
                                   const Site& site, const std::vector<std::string>& models,
                                   Diagnostics& out);

/// Replaces `{parameter: NAME}`, `{parameter: NAME, is: X}` and `{space: asn}` in the tree.
void fill_in(Node& tree, const ParameterValues& values, const Site& site, Diagnostics& out);

}  // namespace colo::definition
