// A connection to a database: statements, rows and bulk insertion. One implementation for each
// kind of database; nothing outside this folder knows which one it has.
//
// Statements are SQL that all kinds understand. Parameters are written `:name`, each name once;
// values are given in the order of the names. A session belongs to one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/database/batch.h"
#include "intent/database/value.h"

namespace colo::database {

/// What a transaction is for: `read` sees one state of the database throughout; `write` is the only
/// one of its kind, others wait for it.
enum class Access : std::uint8_t { read, write };

/// The code of a failed commit whose transaction may have become durable all the same: the answer
/// was lost. What happened is seen over a new session.
inline constexpr const char* unknown_outcome = "store-outcome-unknown";

class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    virtual ~Session() = default;

    /// Runs one statement and gives the number of rows that it changed.
    virtual Result<std::int64_t> execute(const std::string& sql, const Parameters& with = {}) = 0;
    /// Runs one statement that makes or changes tables. Types are BIGINT, and TEXT that is compared
    /// by its bytes.
    virtual Result<Done> define(const std::string& sql) = 0;
    /// Runs one query. Each row is handed over in turn and may be moved from.
    virtual Result<Done> each(const std::string& sql, const Parameters& with,
                              const std::function<void(Row&)>& take) = 0;
    /// Adds rows to a table. A failure may leave some of them, for the transaction to undo.
    virtual Result<Done> bulk_insert(const std::string& table, const Batch& rows) = 0;
    /// The names of all tables.
    virtual Result<std::vector<std::string>> tables() = 0;
    /// The columns of a table, in their order.
    virtual Result<Columns> columns(const std::string& table) = 0;
    /// What the database itself finds wrong in its files; nothing where it has no such check.
    virtual Result<std::vector<std::string>> check_files() = 0;
    /// Lets the database see how much its tables hold after a large change, where it cannot choose
    /// the right index before it has.
    virtual Result<Done> analyze(const std::vector<std::string>& tables) = 0;
    /// A new random name of 32 hexadecimal digits.
    virtual Result<std::string> random_name() = 0;

    /// All rows of a query that gives few.
    Result<std::vector<Row>> query(const std::string& sql, const Parameters& with = {});

protected:
    friend class Transaction;
    virtual Result<Done> begin(Access access) = 0;
    virtual Result<Done> commit() = 0;
    /// Undoes what was not committed; nothing to undo is fine.
    virtual void rollback() noexcept = 0;
};

/// Connects to `sqlite:FILE`, which is made when it is missing, or `postgresql://...`.
Result<std::unique_ptr<Session>> open_session(const std::string& url);

/// Whether there is something to connect to; for a file, whether it is there. Of a server that is
/// only known after connecting.
bool database_exists(const std::string& url);

}  // namespace colo::database
