// A site's row: its number in other tables, and the revision it is at.
#pragma once

#include <optional>
#include <string>

#include "intent/database/session.h"

namespace colo::store {

struct Site {
    std::int64_t number = 0, revision = 0;
};

Result<std::optional<Site>> find_site(database::Session& session, const std::string& name);

/// Which store this is: a random name given when it was made, and how often it was restored.
struct Lineage {
    std::string name;
    std::int64_t epoch = 1;
};

Result<Lineage> read_lineage(database::Session& session);

/// Gives a store that has none a lineage.
Result<Done> make_lineage(database::Session& session);

}  // namespace colo::store
