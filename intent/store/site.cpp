#include "intent/store/site.h"

#include "intent/database/steps.h"
#include "intent/database/transaction.h"
#include "intent/store/rows.h"

namespace colo::store {

Result<std::optional<Site>> find_site(database::Session& session, const std::string& name) {
    const auto rows = session.query("SELECT number, revision FROM site WHERE name = :name", {name});
    if (!rows) return rows.failure();
    if (rows->empty()) return std::optional<Site>();
    const database::Row& row = rows->front();
    return std::optional(Site{database::integer(row[0]), database::integer(row[1])});
}

Result<std::optional<std::string>>
find_standard(database::Session& session, const std::string& name, const std::string& version) {
    const auto rows = session.query(
        "SELECT digest FROM standard WHERE name = :name AND version = :version", {name, version});
    if (!rows) return rows.failure();
    if (rows->empty()) return std::optional<std::string>{};
    return std::optional(database::text(rows->front().front()));
}

Result<Lineage> read_lineage(database::Session& session) {
    const auto rows = session.query("SELECT lineage, epoch FROM store");
    if (!rows) return rows.failure();
    if (rows->size() != 1) return damaged("the store does not say which one it is");
    const database::Row& row = rows->front();
    return Lineage{database::text(row[0]), database::integer(row[1])};
}

Result<Done> make_lineage(database::Session& session) {
    const std::string count = "SELECT lineage FROM store";
    auto rows = session.query(count);
    if (!rows) return rows.failure();
    if (!rows->empty()) return Done{};
    const auto sites = session.query("SELECT name FROM site");
    if (!sites) return sites.failure();
    if (!sites->empty()) return damaged("the store does not say which one it is");

    const auto name = session.random_name();
    if (!name) return name.failure();
    auto transaction = database::Transaction::begin(session, database::Access::write);
    if (!transaction) return transaction.failure();
    rows = session.query(count);  // another program may have been faster
    if (!rows) return rows.failure();
    if (!rows->empty()) return Done{};
    return database::in_order(
        [&] {
            return session.execute("INSERT INTO store (lineage, epoch) VALUES (:lineage, :epoch)",
                                   {*name, std::int64_t{1}});
        },
        [&] { return transaction->commit(); });
}

}  // namespace colo::store
