#include <fmt/format.h>

#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "intent/store/allocations.h"
#include "intent/store/circumstances.h"
#include "intent/store/objects.h"
#include "intent/store/record.h"
#include "intent/store/site.h"
#include "intent/store/store.h"

namespace colo::store {

namespace {

/// What each revision was, as the rows say.
Result<ContentsOfRevisions> recount(const Place& place, std::int64_t revisions) {
    ContentsOfRevisions contents;
    for (std::int64_t revision = 1; revision <= revisions; ++revision) {
        const auto what = read_circumstances({place.session, place.site, revision});
        if (!what) return what.failure();
        add_content(contents[revision], *what);
    }
    if (const auto done = recount_objects(place, contents); !done) return done.failure();
    if (const auto done = recount_allocations(place, contents); !done) return done.failure();
    return contents;
}

Result<Done> check_contents(const std::string& site, const std::vector<Record>& records,
                            ContentsOfRevisions recorded, const ContentsOfRevisions& found) {
    for (const Record& record : records) {
        const std::int64_t number = record.entry.number;
        const std::string revision = fmt::format("revision {} of {}", number, site);
        if (digest_of(recorded[number]) != record.intent_digest)
            return damaged(fmt::format("the digests of {} are not those of its entry", revision));
        const std::string part = first_difference(recorded[number], found.at(number));
        if (!part.empty())
            return damaged(fmt::format("{} at {} are not what was applied", part, revision));
    }
    return Done{};
}

}  // namespace

namespace {

/// Rows that no revision of the site accounts for.
Result<Done> check_strays(const Place& place) {
    std::string kinds;
    for (int kind = 0; kind < allocation_kinds; ++kind)
        kinds += (kind == 0 ? "'" : ", '") +
                 std::string(to_text(static_cast<AllocationKind>(kind))) + "'";
    const std::string outside = " WHERE site = :site AND (revision < 1 OR revision > :last)";
    for (const std::string table : {"site_head", "\"exception\"", "origin", "revision_content"}) {
        const auto rows = place.session.query("SELECT revision FROM " + table + outside,
                                              {place.site, place.revision});
        if (!rows) return rows.failure();
        if (!rows->empty()) return damaged(table + " has rows of no revision");
    }
    const auto rows = place.session.query(
        "SELECT kind FROM allocation WHERE site = :site AND kind NOT IN (" + kinds + ")",
        {place.site});
    if (!rows) return rows.failure();
    if (!rows->empty()) return damaged("an allocation is of no kind");
    return Done{};
}

}  // namespace

Result<Done> Store::check_record(const std::string& name) const {
    if (session_ == nullptr) return Done{};
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    const auto site = find_site(*session_, name);
    if (!site) return site.failure();
    if (!*site) return Done{};
    const Place place{*session_, (*site)->number, (*site)->revision};

    const auto records = read_records(place);
    if (!records) return records.failure();
    if (auto chain = check_chain(name, *records); !chain) return chain;
    if (static_cast<std::int64_t>(records->size()) != place.revision)
        return damaged(name + " is at revision " + std::to_string(place.revision) + " and has " +
                       std::to_string(records->size()) + " entries");
    if (auto strays = check_strays(place); !strays) return strays;
    auto recorded = read_contents(place);
    if (!recorded) return recorded.failure();
    const auto found = recount(place, place.revision);
    if (!found) return found.failure();
    return check_contents(name, *records, std::move(*recorded), *found);
}

namespace {

/// The digests of standards, which all sites share, are those that the entries say.
Result<std::vector<Failure>> check_standards(database::Session& session) {
    std::vector<Failure> found;
    const auto done = session.each(
        "SELECT r.standard, r.standard_version FROM revision r LEFT JOIN standard s ON s.name = "
        "r.standard AND s.version = r.standard_version WHERE s.digest IS NULL OR s.digest <> "
        "r.standard_digest GROUP BY r.standard, r.standard_version ORDER BY r.standard, "
        "r.standard_version",
        {}, [&](database::Row& row) {
            found.push_back(
                damaged(fmt::format("the digest of {} {} is not the one it was applied with",
                                    database::text(row[0]), database::text(row[1]))));
        });
    if (!done) return done.failure();
    return found;
}

}  // namespace

Result<std::vector<Failure>>
Store::check(const std::function<void(std::string_view)>& begin) const {
    if (session_ == nullptr) return no_store(url_);
    begin("files");
    const auto complaints = session_->check_files();
    if (!complaints) return complaints.failure();
    std::vector<Failure> found;
    for (const std::string& complaint : *complaints) found.push_back(damaged(complaint));
    begin("standards");
    auto standards = check_standards(*session_);
    if (!standards) return standards;
    found.insert(found.end(), standards->begin(), standards->end());
    const auto names = sites();
    if (!names) return names.failure();
    for (const std::string& site : *names) {
        begin(site);
        const auto good = check_record(site);
        if (good) continue;
        if (good.failure().code != "store-damaged") return good.failure();
        found.push_back(good.failure());
    }
    return found;
}

}  // namespace colo::store
