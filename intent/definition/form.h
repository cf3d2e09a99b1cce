// A new site definition, to be filled in by a person.
#pragma once

#include "intent/definition/published.h"

namespace colo::definition {

/// The text of a definition of `site` with a blank for all that the standard cannot know.
/// `schema` is where an editor finds the version's schema, from the file's folder.
std::string site_form(const std::string& site, const Declarations& declared,
                      const std::string& schema);

}  // namespace colo::definition
