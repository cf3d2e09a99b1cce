// Objects of the past: what revisions brought and ended, and the versions of one object.
#include "intent/store/object_rows.h"
#include "intent/store/objects.h"

namespace colo::store {

Result<Done> read_changed(database::Session& session, const Span& span, Intent& intent) {
    return each_table(intent, [&](const char* table, auto& objects) {
        return read_where(session, table, span.condition() + " ORDER BY t.id", span.parameters(),
                          objects);
    });
}

Result<Done> read_one(database::Session& session, const Moment& moment, std::string_view name,
                      const std::string& id, Intent& intent) {
    return each_table(intent, [&](const char* table, auto& objects) -> Result<Done> {
        if (name != table) return Done{};
        database::Parameters with = moment.parameters();
        with.emplace_back(id);
        return read_where(session, table, moment.condition() + " AND t.id = :id", with, objects);
    });
}

Result<std::vector<Lifetime>> lives_of(database::Session& session, std::int64_t site,
                                       std::string_view table, const std::string& id) {
    std::vector<Lifetime> found;
    const auto done =
        session.each("SELECT t.digest, t.since, t.\"until\" FROM " + std::string(table) +
                         " t WHERE t.site = :site AND t.id = :id ORDER BY t.since",
                     {site, id}, [&](database::Row& row) {
                         Lifetime& life = found.emplace_back();
                         life.keyed = {id, database::text(row[0])};
                         life.since = database::integer(row[1]);
                         if (!database::is_null(row[2])) life.until = database::integer(row[2]);
                     });
    if (!done) return done.failure();
    return found;
}

}  // namespace colo::store
