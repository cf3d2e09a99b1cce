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
    auto recorded = read_contents(place);
    if (!recorded) return recorded.failure();
    const auto found = recount(place, place.revision);
    if (!found) return found.failure();
    return check_contents(name, *records, std::move(*recorded), *found);
}

}  // namespace colo::store
