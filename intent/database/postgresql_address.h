// Where a PostgreSQL server is: `postgresql://ROLE@HOST:PORT/DATABASE?...`, as libpq reads it
// (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING).
#pragma once

#include <string>

#include "intent/base/result.h"

namespace colo::database {

struct PostgresqlAddress {
    std::string connect;  ///< what libpq takes: `host='...' dbname='...'`
    std::string shown;    ///< for messages: `database colo at db1`
};

/// Reads an address and adds the limits of time that it leaves out. One that holds a password is
/// refused: it would stand in the list of processes and in the shell's history.
Result<PostgresqlAddress> read_postgresql_address(const std::string& url);

}  // namespace colo::database
