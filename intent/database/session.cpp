#include "intent/database/session.h"

#include <string_view>
#include <utility>

#include "intent/database/sqlite_session.h"

namespace colo::database {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

bool is_postgresql(std::string_view url) {
    return url.starts_with("postgresql:") || url.starts_with("postgres:");
}

Failure no_such_kind(const std::string& url) {
    constexpr const char* hint = "use `sqlite:FILE`, for example `sqlite:colo.db`";
    if (is_postgresql(url)) return {"store-url", "PostgreSQL comes with a later version", {}, hint};
    return {"store-url", "this is not the address of a store", {}, hint};
}

}  // namespace

Result<std::vector<Row>> Session::query(const std::string& sql, const Parameters& with) {
    std::vector<Row> rows;
    const auto done = each(sql, with, [&](Row& row) { rows.push_back(std::move(row)); });
    if (!done) return done.failure();
    return rows;
}

Result<std::unique_ptr<Session>> open_session(const std::string& url) {
    if (!url.starts_with(sqlite_scheme) || url.size() == sqlite_scheme.size())
        return no_such_kind(url);
    return open_sqlite(url.substr(sqlite_scheme.size()));
}

bool database_exists(const std::string& url) {
    return !url.starts_with(sqlite_scheme) || sqlite_exists(url.substr(sqlite_scheme.size()));
}

}  // namespace colo::database
