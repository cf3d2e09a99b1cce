#include "intent/store/rows.h"

#include <algorithm>
#include <utility>

#include "intent/database/steps.h"

namespace colo::store {

namespace {

constexpr std::size_t chunk_rows = 1000;

bool ascending(const std::vector<Keyed>& rows) {
    const auto not_less = [](const Keyed& a, const Keyed& b) { return a.key >= b.key; };
    return std::adjacent_find(rows.begin(), rows.end(), not_less) == rows.end();
}

std::string kind_condition(const Rows& rows) {
    return rows.kind.empty() ? "" : " AND t.kind = :kind";
}

/// The parameters of a condition on the site and the kind, behind those that stand before it.
database::Parameters key_of(const Place& place, const Rows& rows, database::Parameters with = {}) {
    with.emplace_back(place.site);
    if (!rows.kind.empty()) with.emplace_back(rows.kind);
    return with;
}

Result<Done> fill_ending(database::Session& session, const std::vector<std::string>& keys) {
    Insertion insertion(session, "ending", {{"key", database::Type::text}});
    for (const std::string& key : keys) insertion.batch().add(key), insertion.row_done();
    return insertion.finish();
}

/// Whether each row lived within the revisions 1 to `last`, and none was cut in two: what follows
/// a row of the same key at once says something else.
bool lives_fit(const std::vector<Lifetime>& rows, std::int64_t last) {
    const Lifetime* before = nullptr;
    for (const Lifetime& row : rows) {
        if (row.since < 1 || row.since > last) return false;
        if (row.until && (*row.until <= row.since || *row.until > last)) return false;
        if (before != nullptr && before->keyed.key == row.keyed.key &&
            (!before->until || *before->until > row.since ||
             (*before->until == row.since && before->keyed == row.keyed)))
            return false;
        before = &row;
    }
    return true;
}

}  // namespace

Difference compare(const std::vector<Keyed>& live, const std::vector<Keyed>& goal) {
    COLO_ASSERT(ascending(live) && ascending(goal), "rows out of order, or a key twice");
    Difference out;
    auto old = live.begin();
    const auto remove_before = [&](const std::string* key) {
        for (; old != live.end() && (key == nullptr || old->key < *key); ++old)
            out.ended.push_back(old->key), ++out.removed;
    };
    for (std::size_t i = 0; i < goal.size(); ++i) {
        remove_before(&goal[i].key);
        const bool there = old != live.end() && old->key == goal[i].key;
        if (there && *old++ == goal[i]) continue;
        out.brought.push_back(i);
        if (there) out.ended.push_back(goal[i].key);
        ++(there ? out.changed : out.added);
    }
    remove_before(nullptr);
    return out;
}

Result<std::vector<Keyed>> live_rows(const Place& place, const Rows& rows) {
    std::vector<Keyed> found;
    const auto done = place.session.each(
        "SELECT t." + rows.key + ", t." + rows.content + " FROM " + rows.table +
            " t WHERE t.site = :site" + kind_condition(rows) +
            " AND t.\"until\" IS NULL ORDER BY t." + rows.key,
        key_of(place, rows), [&](database::Row& row) {
            found.push_back({database::text(std::move(row[0])), database::text(std::move(row[1]))});
        });
    if (!done) return done.failure();
    if (!ascending(found)) return damaged(rows.table + " holds a live row twice");
    return found;
}

Result<Done> end_rows(const Place& place, const Rows& rows, const std::vector<std::string>& keys) {
    if (keys.empty()) return Done{};
    database::Session& session = place.session;
    const auto filled = database::in_order(
        [&] {
            return session.define(
                "CREATE TEMPORARY TABLE IF NOT EXISTS ending (key TEXT NOT NULL)");
        },
        [&] { return session.execute("DELETE FROM ending"); },
        [&] { return fill_ending(session, keys); });
    if (!filled) return filled.failure();
    const auto ended = session.execute(
        "UPDATE " + rows.table + " AS t SET \"until\" = :revision WHERE t.site = :site" +
            kind_condition(rows) + " AND t.\"until\" IS NULL AND t." + rows.key +
            " IN (SELECT key FROM ending)",
        key_of(place, rows, {place.revision}));
    if (!ended) return ended.failure();
    if (*ended != static_cast<std::int64_t>(keys.size()))
        return damaged(rows.table + " holds other live rows than were read");
    return Done{};
}

Result<std::vector<Lifetime>> all_rows(const Place& place, const Rows& rows) {
    std::vector<Lifetime> found;
    const auto done = place.session.each(
        "SELECT t." + rows.key + ", t." + rows.content + ", t.since, t.\"until\" FROM " +
            rows.table + " t WHERE t.site = :site" + kind_condition(rows) + " ORDER BY t." +
            rows.key + ", t.since",
        key_of(place, rows), [&](database::Row& row) {
            Lifetime& life = found.emplace_back();
            life.keyed = {database::text(std::move(row[0])), database::text(std::move(row[1]))};
            life.since = database::integer(row[2]);
            if (!database::is_null(row[3])) life.until = database::integer(row[3]);
        });
    if (!done) return done.failure();
    if (!lives_fit(found, place.revision))
        return damaged("in " + rows.table +
                       ", a row lives at another time than it was written for");
    return found;
}

Insertion::Insertion(database::Session& session, std::string table, database::Columns columns)
    : session_(session), table_(std::move(table)), batch_(std::move(columns)) {}

void Insertion::row_done() {
    if (batch_.rows() >= chunk_rows) flush();
}

void Insertion::flush() {
    if (!failure_) {
        const auto done = session_.bulk_insert(table_, batch_);
        if (!done) failure_ = done.failure();
    }
    batch_.clear();
}

Result<Done> Insertion::finish() {
    flush();
    if (failure_) return *failure_;
    return Done{};
}

std::string Moment::condition() const {
    if (!revision) return "t.site = :site AND t.\"until\" IS NULL";
    return "t.site = :site AND t.since <= :since AND (t.\"until\" IS NULL OR t.\"until\" > :until)";
}

std::string Span::condition() const {
    if (at < other)
        return "t.site = :site AND t.\"until\" > :at AND t.\"until\" <= :other AND t.since <= "
               ":same";
    return "t.site = :site AND t.since <= :at AND t.since > :other AND (t.\"until\" IS NULL OR "
           "t.\"until\" > :same)";
}

database::Parameters Moment::parameters() const {
    if (!revision) return {site};
    return {site, *revision, *revision};
}

Failure no_store(const std::string& url) {
    return {"store-missing", "there is no store here", {url}, "say which with --store", false};
}

Failure damaged(std::string what) {
    return {"store-damaged",
            "the store does not hold what colo wrote into it",
            {std::move(what)},
            "keep it as it is, and restore the last backup to another place"};
}

}  // namespace colo::store
