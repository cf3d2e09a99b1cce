// A site as it is, or was at a revision, read from its rows and checked against its record: what is
// given is what was applied.
#pragma once

#include <optional>
#include <string>

#include "intent/database/session.h"
#include "intent/plan/plan.h"

namespace colo::store {

/// Which store, which revision, and the allocations of it: what a generation begins with.
/// Revision 0 and nothing for a site that was never applied.
Result<plan::Base> read_beginning(database::Session& session, const std::string& site,
                                  std::optional<std::int64_t> revision);

/// Which store and which revision, and of what is stored what gather_around() finds for a text.
Result<plan::Base> read_around(database::Session& session, const std::string& site,
                               std::optional<std::int64_t> revision, const std::string& text);

/// The rest of the base's revision. A table that the goal has too, by its digest, is copied from
/// there and not read; where everything is the goal's, no table is filled in and the base says so.
Result<Done> read_rest(database::Session& session, plan::Base& base, const Generated& goal);

/// The head, the exceptions and the origins of the base's revision.
Result<Done> read_circumstances_of(database::Session& session, std::int64_t site, plan::Base& base);

Failure no_revision(const std::string& site, std::int64_t wanted, std::int64_t last);

}  // namespace colo::store
