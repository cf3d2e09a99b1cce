// What a site offers other teams: a version of a standard and capabilities, as intended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/base/version.h"
#include "intent/store/fleet.h"

namespace colo::tool {

/// What another team asks of a site.
struct Asked {
    std::optional<VersionDemand> standard;  ///< the name `standard`: whichever the site has
    std::vector<std::string> capabilities;
};

/// One thing that was asked.
struct Answer {
    std::string kind;       ///< standard or capability
    std::string asked;      ///< `standard >= 1.1.0`, `ptp`
    bool intended = false;  ///< whether the site is to offer it, as it was last applied
    std::string instead;    ///< what is so, or who offers it, or what was meant; empty when offered
};

/// What is asked and what is so, in the order asked.
std::vector<Answer> answer(const Asked& asked, const store::StoredSite& site,
                           const std::vector<store::StoredSite>& fleet);

/// The site among those that are stored; else a Failure that offers the nearest.
Result<store::StoredSite> find_stored(const std::vector<store::StoredSite>& fleet,
                                      const std::string& site);

}  // namespace colo::tool
