#include "intent/store/fleet.h"

#include <map>
#include <utility>

#include "intent/database/transaction.h"
#include "intent/store/reading.h"
#include "intent/store/record.h"
#include "intent/store/site.h"

namespace colo::store {

namespace {

using Counts = std::map<std::int64_t, std::int64_t>;  // by site

struct Numbered {
    std::string name;
    Site site;
};

Result<std::vector<Numbered>> applied_sites(database::Session& session) {
    std::vector<Numbered> found;
    const auto done =
        session.each("SELECT name, number, revision FROM site WHERE revision > 0 ORDER BY name", {},
                     [&](database::Row& row) {
                         found.push_back({database::text(row[0]),
                                          {database::integer(row[1]), database::integer(row[2])}});
                     });
    if (!done) return done.failure();
    return found;
}

/// Live rows of a table of objects: the index of those is all that is read.
Result<Counts> count_live(database::Session& session, const std::string& table) {
    Counts counts;
    const auto done = session.each(
        "SELECT site, COUNT(*) FROM " + table + " WHERE \"until\" IS NULL GROUP BY site", {},
        [&](database::Row& row) { counts[database::integer(row[0])] = database::integer(row[1]); });
    if (!done) return done.failure();
    return counts;
}

Result<StoredSite> read_stored(database::Session& session, const Numbered& one) {
    StoredSite stored;
    const Place place{session, one.site.number, one.site.revision};
    plan::Base base;
    base.intent.head.site = one.name, base.revision = one.site.revision;
    if (const auto read = read_circumstances_of(session, one.site.number, base); !read)
        return read.failure();
    stored.head = std::move(base.intent.head);
    stored.exceptions = std::move(base.intent.exceptions);
    auto record = read_record(place);
    if (!record) return record.failure();
    if (!*record) return damaged("the last revision of " + one.name + " is missing");
    stored.last = std::move((*record)->entry);
    return stored;
}

}  // namespace

Result<std::vector<StoredSite>> Store::fleet() const {
    std::vector<StoredSite> all;
    if (session_ == nullptr) return all;
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    const auto sites = applied_sites(*session_);
    if (!sites) return sites.failure();
    auto racks = count_live(*session_, "racks"), devices = count_live(*session_, "devices");
    if (!racks) return racks.failure();
    if (!devices) return devices.failure();
    for (const Numbered& one : *sites) {
        auto stored = read_stored(*session_, one);
        if (!stored) return stored.failure();
        stored->racks = (*racks)[one.site.number];
        stored->devices = (*devices)[one.site.number];
        all.push_back(std::move(stored).value());
    }
    return all;
}

}  // namespace colo::store
