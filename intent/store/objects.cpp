#include "intent/store/objects.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

#include "intent/base/parallel.h"
#include "intent/store/object_rows.h"

namespace colo::store {

namespace {

template <class O>
Result<Done> read_table(database::Session& session, const char* table, const Moment& moment,
                        std::vector<O>& objects) {
    auto done = each_object<O>(
        session, table, moment.condition() + " ORDER BY t.id", moment.parameters(),
        [&](const database::Row&, O&& object) { objects.push_back(std::move(object)); });
    const auto out_of_order = [](const O& a, const O& b) { return a.id.value >= b.id.value; };
    if (done && std::adjacent_find(objects.begin(), objects.end(), out_of_order) != objects.end())
        return damaged(std::string(table) + " are out of order, or one is there twice");
    return done;
}

template <class O>
std::vector<Keyed> keyed(const std::vector<O>& objects) {
    std::vector<Keyed> out;
    out.reserve(objects.size());
    DigestText text;
    for (const O& object : objects) out.push_back({object.id.value, object_digest(text, object)});
    return out;
}

template <class O>
Result<Done> insert(const Place& place, const char* table, const std::vector<O>& goal,
                    const std::vector<Keyed>& rows, const std::vector<std::size_t>& brought) {
    using database::Type;
    database::Columns columns{
        {"site", Type::integer}, {"since", Type::integer}, {"digest", Type::text}};
    for (database::Column& column : columns_of<O>()) columns.push_back(std::move(column));
    Insertion insertion(place.session, table, std::move(columns));
    for (const std::size_t i : brought) {
        database::Batch& batch = insertion.batch();
        batch.add(place.site), batch.add(place.revision), batch.add(rows[i].content);
        add_to(batch, goal[i]);
        insertion.row_done();
    }
    return insertion.finish();
}

template <class O>
Result<Done> write_table(const Place& place, const char* table, const std::vector<O>& goal,
                         Written& written) {
    const std::vector<Keyed> rows = keyed(goal);
    const auto live = live_rows(place, rows_of(table));
    if (!live) return live.failure();
    const Difference difference = compare(*live, rows);
    if (auto ended = end_rows(place, rows_of(table), difference.ended); !ended) return ended;
    written.added += difference.added;
    written.changed += difference.changed;
    written.removed += difference.removed;
    add_content(written.contents, table, rows);
    return insert(place, table, goal, rows, difference.brought);
}

/// The digests of a table's objects, which are made a piece at a time.
struct TableDigests {
    const char* name;
    std::vector<std::string_view> ids;
    std::vector<HexDigest> digests;
};

/// Adds work that makes the digests of a table, in pieces of one size so that all processors have
/// some of the largest table too.
template <class O>
void divide(const std::vector<O>& objects, TableDigests& into,
            std::vector<std::function<void()>>& pieces) {
    constexpr std::size_t piece = 8192;
    into.ids.resize(objects.size()), into.digests.resize(objects.size());
    for (std::size_t first = 0; first < objects.size(); first += piece)
        pieces.emplace_back([&objects, &into, first] {
            DigestText text;
            for (std::size_t i = first; i < std::min(first + piece, objects.size()); ++i) {
                into.ids[i] = objects[i].id.value;
                into.digests[i] = object_hex_digest(text, objects[i]);
            }
        });
}

/// Whether each row says what its digest does.
template <class O>
Result<Done> check_digests(const Place& place, const char* table) {
    DigestText text;
    std::optional<Failure> failure;
    auto done = each_object<O>(place.session, table, "t.site = :site", {place.site},
                               [&](const database::Row& row, const O& object) {
                                   if (database::text(row[0]) != object_digest(text, object))
                                       failure =
                                           damaged("in " + std::string(table) + ", " +
                                                   object.id.value + " is not what was applied");
                               });
    if (failure) return *std::move(failure);
    return done;
}

template <class O>
Result<Done> recount_table(const Place& place, const char* table, ContentsOfRevisions& contents) {
    if (auto good = check_digests<O>(place, table); !good) return good;
    const auto rows = all_rows(place, rows_of(table));
    if (!rows) return rows.failure();
    add_content(contents, table, *rows);
    return Done{};
}

}  // namespace

Result<Done> write_objects(const Place& place, const Intent& goal, Written& written) {
    return each_table(goal, [&](const char* table, const auto& objects) {
        return write_table(place, table, objects, written);
    });
}

Result<Done> read_objects(database::Session& session, const Moment& moment, const Intent& goal,
                          const TableChoice& the_same, Intent& intent) {
    for_each_table(goal, [&](const char* table, const auto& theirs) {
        if (!the_same(table)) return;
        for_each_table(intent, [&](const char*, auto& ours) {
            if constexpr (std::is_same_v<std::decay_t<decltype(ours)>,
                                         std::decay_t<decltype(theirs)>>)
                ours = theirs;
        });
    });
    return each_table(intent, [&](const char* table, auto& objects) -> Result<Done> {
        if (the_same(table)) return Done{};
        return read_table(session, table, moment, objects);
    });
}

void add_content(Contents& contents, const Intent& intent, const TableChoice& meant) {
    std::deque<TableDigests> tables;
    std::vector<std::function<void()>> pieces;
    for_each_table(intent, [&](const char* table, const auto& objects) {
        if (!objects.empty() && (!meant || meant(table)))
            divide(objects, tables.emplace_back(TableDigests{table, {}, {}}), pieces);
    });
    in_parallel(pieces.size(), [&](std::size_t i) { pieces[i](); });
    std::vector<Contents> parts(tables.size());
    in_parallel(tables.size(), [&](std::size_t i) {
        add_content(parts[i], tables[i].name, tables[i].ids, tables[i].digests);
    });
    for (Contents& part : parts) contents.merge(part);
}

bool is_object_table(std::string_view table) {
    bool found = false;
    const Intent none;
    for_each_table(none, [&](const char* name, const auto&) { found = found || table == name; });
    return found;
}

Result<Done> recount_objects(const Place& place, ContentsOfRevisions& contents) {
    const Intent none;
    return each_table(none, [&]<class O>(const char* table, const std::vector<O>&) {
        return recount_table<O>(place, table, contents);
    });
}

}  // namespace colo::store
