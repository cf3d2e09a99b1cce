// Sessions on PostgreSQL. Included in this folder only.
#pragma once

#include <memory>
#include <string>

#include "intent/base/result.h"
#include "intent/database/session.h"

namespace colo::database {

/// Connects to a server that keeps what it was told (`fsync`, `synchronous_commit`) in UTF-8.
/// Texts are compared by bytes, whatever the database's own collation is.
Result<std::unique_ptr<Session>> open_postgresql(const std::string& url);

}  // namespace colo::database
