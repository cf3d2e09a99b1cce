// Rows of objects, read one by one. Included in this folder only.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "intent/store/columns.h"
#include "intent/store/rows.h"

namespace colo::store {

inline Rows rows_of(const char* table) { return {table, "id", "digest", ""}; }

/// The columns of a kind of object as a query names them: `t."id", t."name"`.
template <class O>
std::string selected() {
    std::string list;
    for (const database::Column& column : columns_of<O>())
        list += (list.empty() ? "t.\"" : ", t.\"") + column.name + "\"";
    return list;
}

/// Calls `take(row, object)` for each row of a table. The row has the digest in front; what the
/// object took from it is gone.
template <class O, class Take>
Result<Done> each_object(database::Session& session, const std::string& table,
                         const std::string& condition, const database::Parameters& with,
                         Take&& take) {
    std::optional<Failure> failure;
    auto done = session.each(
        "SELECT t.digest, " + selected<O>() + " FROM " + table + " t WHERE " + condition, with,
        [&](database::Row& row) {
            O object;
            if (read_object(row, 1, object))
                take(row, std::move(object));
            else
                failure = damaged("a row of " + table + " cannot be read: " + object.id.value);
        });
    if (failure) return *std::move(failure);
    return done;
}

/// Reads rows that meet a condition, each checked against its digest.
template <class O>
Result<Done> read_where(database::Session& session, const std::string& table,
                        const std::string& condition, const database::Parameters& with,
                        std::vector<O>& objects) {
    DigestText text;
    std::optional<Failure> failure;
    auto done =
        each_object<O>(session, table, condition, with, [&](database::Row& row, O&& object) {
            if (database::text(row[0]) != object_digest(text, object))
                failure =
                    damaged("in " + table + ", " + object.id.value + " is not what was applied");
            objects.push_back(std::move(object));
        });
    if (failure) return *std::move(failure);
    return done;
}

/// Calls `call(table, objects)` for each kind of object until one fails.
template <class I, class Call>
Result<Done> each_table(I& intent, Call&& call) {
    Result<Done> result = Done{};
    for_each_table(intent, [&](const char* table, auto& objects) {
        if (result) result = call(table, objects);
    });
    return result;
}

}  // namespace colo::store
