// What SQLite's result codes (https://www.sqlite.org/rescode.html) mean to the user.
#pragma once

#include <string>

#include "intent/base/result.h"

namespace colo::database {

/// `result` is a primary or extended result code, `reason` SQLite's own words.
Failure sqlite_failure(const std::string& file, int result, const std::string& reason);

}  // namespace colo::database
