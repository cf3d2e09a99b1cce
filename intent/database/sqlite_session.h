// Sessions on SQLite. Included in this folder only.
#pragma once

#include <memory>
#include <string>

#include "intent/base/result.h"
#include "intent/database/session.h"

namespace colo::database {

/// Opens a file, made when missing, in WAL mode with full synchronisation and checked references. A
/// file that may only be read opens too; then each write fails with `store-read-only`.
Result<std::unique_ptr<Session>> open_sqlite(const std::string& file);

bool sqlite_exists(const std::string& file);

}  // namespace colo::database
