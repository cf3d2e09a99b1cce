// What somebody asks about, as a command is given it: looked up in the store, or told why not.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "tools/colo/explain/explanation.h"

namespace colo::tool {

/// The objects that are meant, and the part of the site that an answer about them needs.
struct LookedUp {
    plan::Base base;
    std::vector<Found> found;  ///< never empty
};

/// Now, or as it was at a revision. Fails for a site that was never applied, and for a text that
/// means nothing there or several things, each with what could be meant.
Result<LookedUp> look_up(const store::Store& store, const std::string& site,
                         const std::string& object, std::optional<std::int64_t> revision = {});

/// Each object as it is in colo-intent/1, in the order of `found`; null for a unit of a rack.
std::vector<nlohmann::json> objects_json(const LookedUp& asked);

}  // namespace colo::tool
