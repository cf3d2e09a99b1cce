// Plans of many sites at once: as their definitions stand, or as if they named another version.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/plan/brief.h"
#include "intent/plan/counts.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

/// What came of one site.
struct SitePlan {
    std::string site;                              ///< as it was asked for: a name or a file
    std::optional<definition::StandardRef> named;  ///< by its definition
    std::string from, to;      ///< versions, `1.0.0`; `from` is empty for a site never applied
    std::string standard;      ///< the name of both, of `to` where they differ
    bool left_out = false;     ///< it is built to another standard than was asked about
    std::string does_not_fit;  ///< its main error in one line; empty: it was planned
    bool changes = false;
    std::size_t exceptions = 0;  ///< that would be in force
    plan::Brief brief;
    plan::Counts counts;
    std::map<std::string, std::size_t> moved;  ///< by what: name, address, ...
    Sources sources;
    Diagnostics problems;
    std::string full;  ///< the whole plan, where it was asked for
};

/// What is asked of each site.
struct FleetQuestion {
    std::vector<std::string> sites;                ///< names or files
    std::optional<definition::StandardRef> as_if;  ///< the version that each is to be read with
    bool only_of_it = false;  ///< leave out those whose definition names another standard
    /// How a whole plan is written; empty: it is not kept.
    std::function<std::string(const plan::Plan&)> write;
};

/// Plans each site, on all processors; one that is broken does not stop the others. Changes
/// nothing. Fails only when the store cannot be read.
Result<std::vector<SitePlan>> plan_sites(const Arguments& arguments,
                                         const definition::Project& project,
                                         const FleetQuestion& question);

/// The first error in one line, with what is short; empty where there is none.
std::string main_error(const Diagnostics& problems);

/// A line for each site and the closing count.
std::string fleet_text(const std::vector<SitePlan>& plans,
                       const std::optional<definition::StandardRef>& as_if);
std::string fleet_json(const std::vector<SitePlan>& plans,
                       const std::optional<definition::StandardRef>& as_if);

/// `colo plan` with `--all` or `--standard`.
Exit run_fleet_plan(const Arguments& arguments, Console& console);

}  // namespace colo::tool
