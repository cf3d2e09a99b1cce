// The floors: SQLite's own prepared loop and PostgreSQL's own COPY, without SOCI.
#include <libpq-fe.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "intent/database/postgresql_copy.h"
#include "intent/database/session.h"
#include "tools/bench/intent/measuring.h"
#include "tools/bench/store/peers.h"

namespace colo::bench {

namespace {

Failure failed(const std::string& what, const std::string& why) {
    return {"bench-raw", what, {why}, "", false};
}

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::string insert_text(const Table& table) {
    std::string names, places;
    for (const auto& column : table.rows.filled()) {
        names += (names.empty() ? "\"" : ", \"") + column.column.name + "\"";
        places += places.empty() ? "?" : ", ?";
    }
    return "INSERT INTO \"" + table.name + "\" (" + names + ") VALUES (" + places + ")";
}

void bind(sqlite3_stmt* statement, int at, const database::Batch::Filled& column, std::size_t row) {
    if (column.null[row]) {
        sqlite3_bind_null(statement, at);
    } else if (column.column.type == database::Type::integer) {
        sqlite3_bind_int64(statement, at, column.integers[row]);
    } else {
        const std::string& text = column.texts[row];
        sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
}

bool insert(sqlite3* database, const Table& table) {
    sqlite3_stmt* made = nullptr;
    const std::string sql = insert_text(table);
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &made, nullptr) != SQLITE_OK) return false;
    const Statement statement(made, &sqlite3_finalize);
    for (std::size_t row = 0; row < table.rows.rows(); ++row) {
        int at = 0;
        for (const auto& column : table.rows.filled()) bind(made, ++at, column, row);
        if (sqlite3_step(made) != SQLITE_DONE || sqlite3_reset(made) != SQLITE_OK) return false;
    }
    return true;
}

bool insert_all(sqlite3* database, const std::vector<Table>& tables) {
    const auto run = [&](const char* sql) {
        return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    return run("PRAGMA synchronous = 2") && run("PRAGMA foreign_keys = 1") && run("BEGIN") &&
           std::all_of(tables.begin(), tables.end(),
                       [&](const Table& table) { return insert(database, table); }) &&
           run("COMMIT");
}

Result<double> sqlite_seconds(const std::string& file, const std::vector<Table>& tables) {
    sqlite3* opened = nullptr;
    if (sqlite3_open(file.c_str(), &opened) != SQLITE_OK) return failed("cannot open", file);
    const Database database(opened, &sqlite3_close);
    bool good = false;
    const double seconds = seconds_of([&] { good = insert_all(opened, tables); });
    if (!good) return failed("the raw loop failed", sqlite3_errmsg(opened));
    return seconds;
}

bool run(PGconn* connection, const std::string& sql) {
    PGresult* result = PQexec(connection, sql.c_str());
    const auto status = PQresultStatus(result);
    PQclear(result);
    return status == PGRES_COMMAND_OK || status == PGRES_COPY_IN;
}

bool copy(PGconn* connection, const Table& table) {
    if (!run(connection, database::copy_statement(table.name, table.rows))) return false;
    const std::string text = database::copy_text(table.rows);
    if (PQputCopyData(connection, text.data(), static_cast<int>(text.size())) != 1 ||
        PQputCopyEnd(connection, nullptr) != 1)
        return false;
    bool good = true;
    while (PGresult* result = PQgetResult(connection)) {
        good = good && PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
    }
    return good;
}

Result<double> postgresql_seconds(const std::string& url, const std::vector<Table>& tables) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url.c_str()),
                                                                  &PQfinish);
    bool good = PQstatus(connection.get()) == CONNECTION_OK;
    const double seconds = seconds_of([&] {
        good = good && run(connection.get(), "BEGIN") &&
               std::all_of(tables.begin(), tables.end(),
                           [&](const Table& table) { return copy(connection.get(), table); }) &&
               run(connection.get(), "COMMIT");
    });
    if (!good) return failed("the raw COPY failed", PQerrorMessage(connection.get()));
    return seconds;
}

}  // namespace

Result<double> raw_seconds(const std::string& url, const std::vector<Table>& tables) {
    constexpr std::string_view scheme = "sqlite:";
    return url.starts_with(scheme) ? sqlite_seconds(url.substr(scheme.size()), tables)
                                   : postgresql_seconds(url, tables);
}

}  // namespace colo::bench
