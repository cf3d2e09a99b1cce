// Allocations as rows.
#pragma once

#include <set>
#include <string>

#include "intent/model/intent.h"
#include "intent/store/contents.h"
#include "intent/store/rows.h"

namespace colo::store {

/// Makes the live allocations of the place's site those of the goal.
Result<Done> write_allocations(const Place& place, const Allocations& goal, Contents& contents);

Result<Allocations> read_allocations(database::Session& session, const Moment& moment);

/// Those of these identities, and the groups that these racks are in.
Result<Allocations> read_allocations_of(database::Session& session, const Moment& moment,
                                        const std::set<std::string>& identities,
                                        const std::set<std::string>& racks);

/// Those that are live at one revision and not at the other.
Result<Allocations> read_changed_allocations(database::Session& session, const Span& span);

/// Adds the digest of each kind.
void add_content(Contents& contents, const Allocations& allocations);

/// Adds to the contents of each revision what the rows say that it was.
Result<Done> recount_allocations(const Place& place, ContentsOfRevisions& contents);

}  // namespace colo::store
