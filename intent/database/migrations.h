// Forward steps of a schema. Each area that keeps tables has a numbered list of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/database/session.h"

namespace colo::database {

/// One step; its text is frozen once it was released. One string holds one statement.
struct Migration {
    std::int64_t number = 0;  ///< from 1, without gaps
    std::vector<std::string> statements;
};

/// Brings the tables of an area up to the last of its migrations, in one transaction: also when
/// several programs do so at once. A database of another program is left as it is
/// (`store-foreign`), and so is one that a later version of colo has written (`store-newer`).
Result<Done> migrate(Session& session, const std::string& area,
                     const std::vector<Migration>& migrations);

}  // namespace colo::database
