#include "intent/store/store.h"

#include <utility>

#include "intent/database/migrations.h"
#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "intent/store/objects.h"
#include "intent/store/reading.h"
#include "intent/store/record.h"
#include "intent/store/schema.h"
#include "intent/store/site.h"
#include "intent/store/uniqueness.h"

namespace colo::store {

using database::Access;
using database::Transaction;

Store::Store(std::string url, std::unique_ptr<database::Session> session)
    : url_(std::move(url)), session_(std::move(session)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& url, Missing missing) {
    if (missing == Missing::empty && !database::database_exists(url)) return Store(url, nullptr);
    auto session = database::open_session(url);
    if (!session) return session.failure();
    if (missing == Missing::empty) {
        const auto tables = (*session)->tables();
        if (!tables) return tables.failure();
        if (tables->empty()) return Store(url, nullptr);
    }
    const auto ready = database::migrate(**session, schema_area, migrations());
    if (!ready) return ready.failure();
    if (const auto made = make_lineage(**session); !made) return made.failure();
    return Store(url, std::move(*session));
}

Result<plan::Base> Store::base(const std::string& site) const {
    auto base = beginning(site);
    if (!base || base->revision == 0) return base;
    const Generated nothing;
    if (const auto done = complete(*base, nothing); !done) return done.failure();
    return base;
}

Result<plan::Base> Store::beginning(const std::string& site) const {
    if (session_ == nullptr) return plan::Base{};
    return read_beginning(*session_, site, std::nullopt);
}

Result<plan::Base> Store::around(const std::string& site, const std::string& text,
                                 std::optional<std::int64_t> revision) const {
    if (session_ == nullptr) return plan::Base{};
    return read_around(*session_, site, revision, text);
}

Result<Done> Store::complete(plan::Base& base, const Generated& goal) const {
    if (session_ == nullptr || base.revision == 0) return Done{};
    return read_rest(*session_, base, goal);
}

Result<plan::Base> Store::at(const std::string& site, std::int64_t revision) const {
    if (session_ == nullptr) return no_revision(site, revision, 0);
    if (revision < 1) {
        const auto now = find_site(*session_, site);
        if (!now) return now.failure();
        return no_revision(site, revision, *now ? (*now)->revision : 0);
    }
    auto base = read_beginning(*session_, site, revision);
    if (!base) return base;
    const Generated nothing;
    if (const auto done = read_rest(*session_, *base, nothing); !done) return done.failure();
    return base;
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
    if (const auto chain = check_chain(site, *records); !chain) return chain.failure();
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
    auto entry = checked_entry({*session_, number, database::integer(rows->front().front())}, site);
    if (!entry) return entry.failure();
    return std::optional(*std::move(entry));
}

}  // namespace colo::store
