// The objects of an intent as rows, one table for each kind.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "intent/model/intent.h"
#include "intent/store/contents.h"
#include "intent/store/rows.h"

namespace colo::store {

/// What was written, for the revision's entry.
struct Written {
    std::int64_t added = 0, changed = 0, removed = 0;  ///< objects
    Contents contents;
};

/// Makes the live objects of the place's site those of the goal.
Result<Done> write_objects(const Place& place, const Intent& goal, Written& written);

/// Fills the tables of an intent with the rows that are live at one revision and not at the other;
/// `store-damaged` when a row is not what its digest says.
Result<Done> read_changed(database::Session& session, const Span& span, Intent& intent);

/// Adds one object, as it is at the moment, to its table; nothing where there is none.
Result<Done> read_one(database::Session& session, const Moment& moment, std::string_view table,
                      const std::string& id, Intent& intent);

/// From when to when each version of an object lived, the first one first.
Result<std::vector<Lifetime>> lives_of(database::Session& session, std::int64_t site,
                                       std::string_view table, const std::string& id);

/// Says of a table, by name, whether it is meant.
using TableChoice = std::function<bool(const char* table)>;

/// Fills the tables of an intent: those that are `the_same` from the goal, the others from rows.
Result<Done> read_objects(database::Session& session, const Moment& moment, const Intent& goal,
                          const TableChoice& the_same, Intent& intent);

/// Adds the digest of each table that is meant and has objects; of all unless said.
void add_content(Contents& contents, const Intent& intent, const TableChoice& meant = {});

/// Whether this is the name of a kind of object: `devices`.
bool is_object_table(std::string_view table);

/// Adds to the contents of each revision what the rows say that it was; `store-damaged` when a row
/// does not say what its own digest does.
Result<Done> recount_objects(const Place& place, ContentsOfRevisions& contents);

}  // namespace colo::store
