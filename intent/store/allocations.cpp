#include "intent/store/allocations.h"

#include <algorithm>
#include <string>
#include <utility>

namespace colo::store {

namespace {

using Iterator = Allocations::const_iterator;

std::vector<AllocationKind> all_kinds() {
    std::vector<AllocationKind> kinds;
    for (int i = 0; i < allocation_kinds; ++i) kinds.push_back(static_cast<AllocationKind>(i));
    return kinds;
}

Rows rows_of(AllocationKind kind) {
    return {"allocation", "identity", "value", std::string(to_text(kind))};
}

std::string content_name(AllocationKind kind) {
    return "allocations." + std::string(to_text(kind));
}

std::vector<Keyed> keyed(Iterator begin, Iterator end) {
    std::vector<Keyed> out;
    out.reserve(static_cast<std::size_t>(end - begin));
    for (; begin != end; ++begin) out.push_back({begin->identity, begin->value});
    return out;
}

/// Calls `take(kind, rows)` for each kind in turn.
template <class Take>
void each_kind(const Allocations& allocations, Take&& take) {
    COLO_ASSERT(std::is_sorted(allocations.begin(), allocations.end()), "allocations out of order");
    auto begin = allocations.begin();
    for (const AllocationKind kind : all_kinds()) {
        const auto end = std::find_if(begin, allocations.end(),
                                      [&](const Allocation& a) { return a.kind != kind; });
        take(kind, keyed(std::exchange(begin, end), end));
    }
}

Result<Done> insert(const Place& place, const Rows& rows, const std::vector<Keyed>& goal,
                    const std::vector<std::size_t>& brought) {
    using database::Type;
    Insertion insertion(place.session, rows.table,
                        {{"site", Type::integer},
                         {"since", Type::integer},
                         {"kind", Type::text},
                         {"identity", Type::text},
                         {"value", Type::text}});
    for (const std::size_t i : brought) {
        database::Batch& batch = insertion.batch();
        batch.add(place.site), batch.add(place.revision), batch.add(rows.kind);
        batch.add(goal[i].key), batch.add(goal[i].content);
        insertion.row_done();
    }
    return insertion.finish();
}

/// Adds the allocations of a kind that meet a further condition.
Result<Done> read_kind(database::Session& session, const Moment& moment, AllocationKind kind,
                       const std::string& further, const database::Parameters& with,
                       Allocations& out) {
    database::Parameters all = moment.parameters();
    all.emplace_back(std::string(to_text(kind)));
    all.insert(all.end(), with.begin(), with.end());
    return session.each("SELECT t.identity, t.value FROM allocation t WHERE " + moment.condition() +
                            " AND t.kind = :kind" + further,
                        all, [&](database::Row& row) {
                            out.push_back({kind, database::text(std::move(row[0])),
                                           database::text(std::move(row[1]))});
                        });
}

/// Adds the allocations of all kinds that meet a condition.
Result<Done> read_any(database::Session& session, const std::string& condition,
                      const database::Parameters& with, Allocations& out) {
    const auto kinds = all_kinds();
    return session.each("SELECT t.kind, t.identity, t.value FROM allocation t WHERE " + condition,
                        with, [&](database::Row& row) {
                            for (const AllocationKind kind : kinds)
                                if (to_text(kind) == database::text(row[0]))
                                    out.push_back(
                                        {kind, database::text(row[1]), database::text(row[2])});
                        });
}

/// All kinds as SQL lists them: an index on kind and identity answers without the other columns.
std::string quoted_kinds() {
    std::string list;
    for (const AllocationKind kind : all_kinds())
        list += (list.empty() ? "'" : ", '") + std::string(to_text(kind)) + "'";
    return list;
}

Result<Done> write_kind(const Place& place, const Rows& rows, const std::vector<Keyed>& goal) {
    const auto live = live_rows(place, rows);
    if (!live) return live.failure();
    const Difference difference = compare(*live, goal);
    if (auto ended = end_rows(place, rows, difference.ended); !ended) return ended;
    return insert(place, rows, goal, difference.brought);
}

}  // namespace

Result<Done> write_allocations(const Place& place, const Allocations& goal, Contents& contents) {
    Result<Done> written = Done{};
    each_kind(goal, [&](AllocationKind kind, const std::vector<Keyed>& rows) {
        if (written) written = write_kind(place, rows_of(kind), rows);
        add_content(contents, content_name(kind), rows);
    });
    return written;
}

void add_content(Contents& contents, const Allocations& allocations) {
    each_kind(allocations, [&](AllocationKind kind, const std::vector<Keyed>& rows) {
        add_content(contents, content_name(kind), rows);
    });
}

Result<Allocations> read_allocations(database::Session& session, const Moment& moment) {
    Allocations out;
    for (const AllocationKind kind : all_kinds())
        if (auto done = read_kind(session, moment, kind, " ORDER BY t.identity", {}, out); !done)
            return done.failure();
    if (!std::is_sorted(out.begin(), out.end())) return damaged("allocations are out of order");
    return out;
}

Result<Allocations> read_allocations_of(database::Session& session, const Moment& moment,
                                        const std::set<std::string>& identities,
                                        const std::set<std::string>& racks) {
    Allocations out;
    for (const std::string& rack : racks) {
        const auto done = read_kind(session, moment, AllocationKind::group,
                                    " AND t.identity LIKE '%/' || :rack", {rack}, out);
        if (!done) return done.failure();
    }
    for (const std::string& identity : identities) {
        database::Parameters with = moment.parameters();
        with.emplace_back(identity);
        const auto done = read_any(session,
                                   moment.condition() + " AND t.kind IN (" + quoted_kinds() +
                                       ") AND t.identity = :identity",
                                   with, out);
        if (!done) return done.failure();
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Result<Allocations> read_changed_allocations(database::Session& session, const Span& span) {
    Allocations out;
    const auto done = read_any(session, span.condition(), span.parameters(), out);
    if (!done) return done.failure();
    std::sort(out.begin(), out.end());
    return out;
}

Result<Done> recount_allocations(const Place& place, ContentsOfRevisions& contents) {
    for (const AllocationKind kind : all_kinds()) {
        const auto rows = all_rows(place, rows_of(kind));
        if (!rows) return rows.failure();
        add_content(contents, content_name(kind), *rows);
    }
    return Done{};
}

}  // namespace colo::store
