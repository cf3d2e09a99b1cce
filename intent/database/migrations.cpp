#include "intent/database/migrations.h"

#include <algorithm>

#include "intent/database/steps.h"
#include "intent/database/transaction.h"

namespace colo::database {

namespace {

constexpr const char* version_table = "schema_version";

Failure newer(const std::string& area, std::int64_t found, std::int64_t known) {
    return {"store-newer",
            "the store was written by a later version of colo",
            {"its schema of `" + area + "` is version " + std::to_string(found) +
             "; this colo knows up to " + std::to_string(known)},
            "use that version of colo, or a later one; nothing was changed"};
}

Failure foreign(const std::string& table) {
    return {"store-foreign",
            "this is another program's database, not a store of colo",
            {"it has a table `" + table + "` and no `" + version_table + "`"},
            "name another file; nothing was changed"};
}

/// The version of an area's schema: 0 before its first migration.
Result<std::int64_t> version_of(Session& session, const std::string& area) {
    const auto tables = session.tables();
    if (!tables) return tables.failure();
    if (tables->empty()) return 0;
    if (std::find(tables->begin(), tables->end(), version_table) == tables->end())
        return foreign(tables->front());
    const auto rows =
        session.query("SELECT version FROM schema_version WHERE area = :area", {area});
    if (!rows) return rows.failure();
    return rows->empty() ? 0 : integer(rows->front().front());
}

Result<Done> run(Session& session, const Migration& migration) {
    for (const std::string& statement : migration.statements)
        if (auto done = session.define(statement); !done) return done;
    return Done{};
}

Result<Done> run_later_than(Session& session, std::int64_t version,
                            const std::vector<Migration>& migrations) {
    for (const Migration& migration : migrations) {
        if (migration.number <= version) continue;
        if (auto done = run(session, migration); !done) return done;
    }
    return Done{};
}

Result<Done> write_version(Session& session, const std::string& area, std::int64_t version) {
    return in_order(
        [&] {
            return session.define("CREATE TABLE IF NOT EXISTS schema_version "
                                  "(area TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)");
        },
        [&] { return session.execute("DELETE FROM schema_version WHERE area = :area", {area}); },
        [&] {
            return session.execute(
                "INSERT INTO schema_version (area, version) VALUES (:area, :version)",
                {area, version});
        });
}

}  // namespace

Result<Done> migrate(Session& session, const std::string& area,
                     const std::vector<Migration>& migrations) {
    COLO_ASSERT(!migrations.empty(), "an area without migrations");
    const std::int64_t known = migrations.back().number;
    auto version = version_of(session, area);
    if (!version) return version.failure();
    if (*version > known) return newer(area, *version, known);
    if (*version == known) return Done{};

    auto transaction = Transaction::begin(session, Access::write);
    if (!transaction) return transaction.failure();
    version = version_of(session, area);  // another program may have been faster
    if (!version) return version.failure();
    if (*version > known) return newer(area, *version, known);
    return in_order([&] { return run_later_than(session, *version, migrations); },
                    [&] { return write_version(session, area, known); },
                    [&] { return transaction->commit(); });
}

}  // namespace colo::database
