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

/// The digest that a version of a standard had when it was first applied; none where it never was.
Result<std::optional<std::string>>
find_standard(database::Session& session, const std::string& name, const std::string& version);

/// Which store this is: a random name given when it was made, and how often it was restored.
struct Lineage {
    std::string name;
    std::int64_t epoch = 1;
};

Result<Lineage> read_lineage(database::Session& session);

/// Gives a store that has none a lineage.
Result<Done> make_lineage(database::Session& session);

}  // namespace colo::store
