// Whether the number of a standard's version is as large as what the version does to sites.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "intent/definition/project.h"
#include "intent/plan/bump.h"

namespace colo::tool {

/// What a version does to one site that is built to a lower one.
struct SiteTrial {
    std::string site;
    std::string from;  ///< the version that it came from; empty: it fits none, so it was not tried
    Bump bump = Bump::none;         ///< by the two numbers
    Bump needed = Bump::none;       ///< by what is done to the site; none: it was not tried
    std::vector<plan::Step> steps;  ///< the largest first
    std::string does_not_fit;       ///< its main error, where it has no room or is refused

    bool asks_more() const { return needed > bump; }
};

/// A version against those before it.
struct VersionTrial {
    definition::StandardRef version;
    std::optional<definition::StandardRef> before;  ///< the next lower one; none for the first
    Bump bump = Bump::none;                         ///< by the two numbers
    std::set<std::string> others;                   ///< versions of the same standard
    std::vector<SiteTrial> sites;
    Sources sources;
    Diagnostics problems;  ///< of the version itself

    bool is_refused() const;
    Bump needed() const;  ///< the most that any site asks for
};

/// Reads the version and tries it on each site here that is built to a lower one of the same
/// standard: generated to the version before it (or, where the site does not fit that, to the
/// highest below that it fits), then to this one on top of that. A site that has no room for the
/// version asks for nothing: it cannot go there. One whose definition is not understood any more
/// asks for a major version.
VersionTrial try_version(const definition::Project& project,
                         const definition::StandardRef& version);

}  // namespace colo::tool
