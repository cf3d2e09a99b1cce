// What PostgreSQL's error codes (https://www.postgresql.org/docs/15/errcodes-appendix.html) mean to
// the user.
#pragma once

#include <string>
#include <string_view>

#include "intent/base/result.h"

namespace colo::database {

/// `state` is a SQLSTATE, empty where the server gave none because it could not be reached;
/// `reason` is its own words.
Failure postgresql_failure(const std::string& server, std::string_view state,
                           const std::string& reason);

/// Whether the connection has ended with this: what was under way then has an unknown end.
bool is_lost_connection(std::string_view state);

}  // namespace colo::database
