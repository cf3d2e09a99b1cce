#include "intent/store/store.h"

#include <utility>

#include "intent/database/migrations.h"
#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "intent/store/allocations.h"
#include "intent/store/circumstances.h"
#include "intent/store/objects.h"
#include "intent/store/record.h"
#include "intent/store/schema.h"
#include "intent/store/site.h"
#include "intent/store/uniqueness.h"

namespace colo::store {

using database::Access;
using database::Transaction;

namespace {

Failure no_revision(const std::string& site, std::int64_t wanted, std::int64_t last) {
    Failure failure{
        "store-no-revision", site + " has no revision " + std::to_string(wanted), {}, "", false};
    failure.hint =
        last == 0 ? site + " was never applied" : "its last revision is " + std::to_string(last);
    return failure;
}

/// Fills a base with what the site was at its revision.
Result<Done> read_site(database::Session& session, const Site& site, bool now, plan::Base& base) {
    const Moment moment{site.number, now ? std::nullopt : std::optional(base.revision)};
    auto circumstances = read_circumstances({session, site.number, base.revision});
    if (!circumstances) return circumstances.failure();
    auto allocations = read_allocations(session, moment);
    if (!allocations) return allocations.failure();
    base.allocations = std::move(*allocations);
    base.origins = std::move(circumstances->origins);
    std::string name = std::move(base.intent.head.site);
    base.intent.head = std::move(circumstances->head);
    base.intent.head.site = std::move(name);
    base.intent.exceptions = std::move(circumstances->exceptions);
    return read_objects(session, moment, base.intent);
}

/// A site as it is, or was at a revision, read from one state of the store.
Result<plan::Base> read_base(database::Session& session, const std::string& name,
                             std::optional<std::int64_t> revision) {
    auto transaction = Transaction::begin(session, Access::read);
    if (!transaction) return transaction.failure();
    const auto lineage = read_lineage(session);
    if (!lineage) return lineage.failure();
    const auto site = find_site(session, name);
    if (!site) return site.failure();

    plan::Base base;
    base.lineage = lineage->name, base.epoch = lineage->epoch;
    const std::int64_t last = *site ? (*site)->revision : 0;
    base.revision = revision.value_or(last);
    if (base.revision < 0 || base.revision > last) return no_revision(name, base.revision, last);
    if (base.revision == 0) return base;
    base.intent.head.site = name;
    const auto record = read_record({session, (*site)->number, base.revision});
    if (!record) return record.failure();
    if (!*record) return damaged("the entry of a revision is missing");
    base.record = (*record)->entry.record_digest;
    const auto read = read_site(session, **site, base.revision == last, base);
    if (!read) return read.failure();
    return base;
}

}  // namespace

Store::Store(std::unique_ptr<database::Session> session) : session_(std::move(session)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& url, Missing missing) {
    if (missing == Missing::empty && !database::database_exists(url)) return Store(nullptr);
    auto session = database::open_session(url);
    if (!session) return session.failure();
    const auto ready = database::migrate(**session, schema_area, migrations());
    if (!ready) return ready.failure();
    if (const auto made = make_lineage(**session); !made) return made.failure();
    return Store(std::move(*session));
}

Result<plan::Base> Store::base(const std::string& site) const {
    if (session_ == nullptr) return plan::Base{};
    return read_base(*session_, site, std::nullopt);
}

Result<plan::Base> Store::at(const std::string& site, std::int64_t revision) const {
    if (session_ == nullptr) return no_revision(site, revision, 0);
    if (revision < 1) {
        const auto now = find_site(*session_, site);
        if (!now) return now.failure();
        return no_revision(site, revision, *now ? (*now)->revision : 0);
    }
    return read_base(*session_, site, revision);
}

Result<std::vector<Taken>> Store::taken(const Intent& before, const Intent& goal) const {
    if (session_ == nullptr) return std::vector<Taken>();
    auto transaction = Transaction::begin(*session_, Access::read);
    if (!transaction) return transaction.failure();
    return find_taken(*session_, before, goal);
}

Result<std::optional<std::string>> Store::standard_digest(const std::string& name,
                                                          const std::string& version) const {
    if (session_ == nullptr) return std::optional<std::string>{};
    auto transaction = Transaction::begin(*session_, Access::read);
    if (!transaction) return transaction.failure();
    return find_standard(*session_, name, version);
}

Result<std::vector<RevisionEntry>> Store::log(const std::string& site) const {
    std::vector<RevisionEntry> entries;
    if (session_ == nullptr) return entries;
    const auto found = find_site(*session_, site);
    if (!found) return found.failure();
    if (!*found) return entries;
    auto records = read_records({*session_, (*found)->number});
    if (!records) return records.failure();
    for (Record& record : *records) entries.push_back(std::move(record.entry));
    return entries;
}

Result<std::vector<std::string>> Store::sites() const {
    std::vector<std::string> names;
    if (session_ == nullptr) return names;
    const auto done =
        session_->each("SELECT name FROM site ORDER BY name", {},
                       [&](database::Row& row) { names.push_back(database::text(row[0])); });
    if (!done) return done.failure();
    return names;
}

Result<std::optional<RevisionEntry>> Store::brought(const std::string& site, std::string_view table,
                                                    const std::string& id) const {
    const std::optional<RevisionEntry> none;
    if (session_ == nullptr || !is_object_table(table)) return none;
    const auto found = find_site(*session_, site);
    if (!found) return found.failure();
    if (!*found) return none;
    const std::int64_t number = (*found)->number;
    const auto rows = session_->query("SELECT since FROM " + std::string(table) +
                                          " WHERE site = :site AND id = :id AND \"until\" IS NULL",
                                      {number, id});
    if (!rows) return rows.failure();
    if (rows->empty()) return none;
    auto record = read_record({*session_, number, database::integer(rows->front().front())});
    if (!record) return record.failure();
    if (!*record) return damaged("the revision that brought " + id + " is missing");
    return std::optional(std::move((*record)->entry));
}

}  // namespace colo::store
