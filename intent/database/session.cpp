#include "intent/database/session.h"

#include <string_view>
#include <utility>

#include "intent/database/postgresql_session.h"
#include "intent/database/sqlite_session.h"

namespace colo::database {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

bool is_postgresql(std::string_view url) {
    return url.starts_with("postgresql:") || url.starts_with("postgres:");
}

Failure no_such_kind() {
    return {
        "store-url",
        "this is not the address of a store",
        {},
        "use `sqlite:FILE`, for example `sqlite:colo.db`, or `postgresql://ROLE@HOST/DATABASE`"};
}

}  // namespace

Result<std::vector<Row>> Session::query(const std::string& sql, const Parameters& with) {
    std::vector<Row> rows;
    const auto done = each(sql, with, [&](Row& row) { rows.push_back(std::move(row)); });
    if (!done) return done.failure();
    return rows;
}

Result<std::unique_ptr<Session>> open_session(const std::string& url) {
    if (is_postgresql(url)) return open_postgresql(url);
    if (!url.starts_with(sqlite_scheme) || url.size() == sqlite_scheme.size())
        return no_such_kind();
    return open_sqlite(url.substr(sqlite_scheme.size()));
}

bool database_exists(const std::string& url) {
    return !url.starts_with(sqlite_scheme) || sqlite_exists(url.substr(sqlite_scheme.size()));
}

}  // namespace colo::database
