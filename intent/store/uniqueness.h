// What belongs to one site alone: address space, its own AS number, circuits, serial numbers.
#pragma once

#include <vector>

#include "intent/database/session.h"
#include "intent/store/store.h"

namespace colo::store {

/// What `goal` has, `before` has not, and another site has now; see Store::taken.
Result<std::vector<Taken>> find_taken(database::Session& session, const Intent& before,
                                      const Intent& goal);

}  // namespace colo::store
