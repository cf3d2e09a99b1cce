// Bulk insertion by COPY (https://www.postgresql.org/docs/15/sql-copy.html). Included in this
// folder only.
#pragma once

#include <string>

#include "intent/database/batch.h"

namespace colo::database {

/// The statement that the rows follow.
std::string copy_statement(const std::string& table, const Batch& rows);

/// The rows in COPY's text format, one line each.
std::string copy_text(const Batch& rows);

}  // namespace colo::database
