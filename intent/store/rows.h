// Rows that come with one revision and end with another. What a row says never changes; its end is
// set once. A row is live at revision r when since <= r, and until is NULL or > r.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/database/batch.h"
#include "intent/database/session.h"

namespace colo::store {

/// The revision of a site that is being written.
struct Place {
    database::Session& session;
    std::int64_t site = 0, revision = 0;
};

/// Rows of one table, or those of one kind in it.
struct Rows {
    std::string table;
    std::string key, content;  ///< columns: what a row is found by within its site, what it says
    std::string kind;          ///< of its column `kind`; empty: the table has none
};

/// A row's key and content: an object's id and digest, an allocation's identity and value.
struct Keyed {
    std::string key, content;

    bool operator==(const Keyed&) const = default;
};

/// A row of any time.
struct Lifetime {
    Keyed keyed;
    std::int64_t since = 0;
    std::optional<std::int64_t> until;

    bool live_at(std::int64_t revision) const {
        return since <= revision && (!until || *until > revision);
    }
};

/// What makes live rows equal to a goal. A row that changed is ended and brought.
struct Difference {
    std::vector<std::string> ended;    ///< keys
    std::vector<std::size_t> brought;  ///< places in the goal
    std::int64_t added = 0, changed = 0, removed = 0;
};

/// Compares two lists that are sorted by key; a key that a list holds twice is a bug.
Difference compare(const std::vector<Keyed>& live, const std::vector<Keyed>& goal);

Result<std::vector<Keyed>> live_rows(const Place& place, const Rows& rows);
Result<Done> end_rows(const Place& place, const Rows& rows, const std::vector<std::string>& keys);
/// All rows there ever were, by key and beginning.
Result<std::vector<Lifetime>> all_rows(const Place& place, const Rows& rows);

/// Inserts rows in chunks. Each row's values go to `batch()`, then `row_done` is called.
class Insertion {
public:
    Insertion(database::Session& session, std::string table, database::Columns columns);

    database::Batch& batch() { return batch_; }
    void row_done();
    /// Inserts the last chunk, or tells what stopped an earlier one.
    Result<Done> finish();

private:
    void flush();

    database::Session& session_;
    std::string table_;
    database::Batch batch_;
    std::optional<Failure> failure_;
};

/// Rows of a site at a revision, or now: a condition on the table `t`, and its parameters.
struct Moment {
    std::int64_t site = 0;
    std::optional<std::int64_t> revision;

    std::string condition() const;
    database::Parameters parameters() const;
};

/// Rows that are live at one revision of a site and not at another: a condition on the table `t`,
/// which an index answers, and its parameters.
struct Span {
    std::int64_t site = 0, at = 0, other = 0;

    std::string condition() const;
    database::Parameters parameters() const { return {site, at, other, at}; }
};

/// There is no store to answer from.
Failure no_store(const std::string& url);

/// The store does not hold what colo wrote.
Failure damaged(std::string what);

}  // namespace colo::store
