// What the store is measured against: the same rows, put into the same tables with the same indexes
// by the database's own fastest means, in one transaction.
#pragma once

#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/database/batch.h"

namespace colo::bench {

/// The rows of one table.
struct Table {
    std::string name;
    database::Batch rows;
};

/// All rows of a store, tables that others refer to first.
Result<std::vector<Table>> rows_of(const std::string& url);

std::size_t count_of_rows(const std::vector<Table>& tables);

/// Empties the tables of a store that was made for this.
Result<Done> empty_tables(const std::string& url, const std::vector<Table>& tables);

/// Seconds that it takes to put the rows into empty tables: `sqlite:` by a loop over one prepared
/// statement a table, `postgresql:` by one COPY a table.
Result<double> raw_seconds(const std::string& url, const std::vector<Table>& tables);

/// The same by Django's `bulk_create`, where python3-django is installed; nothing elsewhere. SQLite
/// only. Rows come from the store at `url`, and go into the empty one at `into`.
Result<double> django_seconds(const std::string& url, const std::string& into);

}  // namespace colo::bench
