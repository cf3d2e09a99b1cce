#include "intent/store/transfer.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "intent/database/batch.h"
#include "intent/database/migrations.h"
#include "intent/database/session.h"
#include "intent/database/steps.h"
#include "intent/database/transaction.h"
#include "intent/store/record.h"
#include "intent/store/rows.h"
#include "intent/store/schema.h"
#include "intent/store/site.h"
#include "intent/store/store.h"

namespace colo::store {

using database::Access;
using database::in_order;
using database::Session;
using database::Transaction;

namespace {

namespace fs = std::filesystem;
using Open = std::unique_ptr<Session>;

/// A database whose tables are those of today.
Result<Open> open_ready(const std::string& url) {
    auto session = database::open_session(url);
    if (!session) return session;
    if (const auto ready = database::migrate(**session, schema_area, migrations()); !ready)
        return ready.failure();
    return session;
}

Result<bool> holds_a_store(Session& session) {
    const auto rows = session.query("SELECT lineage FROM store");
    if (!rows) return rows.failure();
    return !rows->empty();
}

/// A database that holds a store; it is left as it is where it does not.
Result<Open> open_source(const std::string& url) {
    const Failure missing{"store-missing", "there is no store to take", {url}, "", false};
    if (!database::database_exists(url)) return missing;
    auto session = database::open_session(url);
    if (!session) return session;
    const auto tables = (*session)->tables();
    if (!tables) return tables.failure();
    if (tables->empty()) return missing;
    if (const auto ready = database::migrate(**session, schema_area, migrations()); !ready)
        return ready.failure();
    const auto holds = holds_a_store(**session);
    if (!holds) return holds.failure();
    if (!*holds) return missing;
    return session;
}

void remove_database(const std::string& file) {
    std::error_code ignored;
    for (const char* part : {"", "-wal", "-shm", "-journal"}) fs::remove(file + part, ignored);
}

/// Rows refer to those of the first tables: so they come before all others, and go after them.
std::vector<std::string> tables_in_order() {
    const std::vector<std::string> first{"store", "site", "standard", "revision"};
    std::vector<std::string> order = first;
    for (const std::string& table : tables_of_store())
        if (std::find(first.begin(), first.end(), table) == first.end()) order.push_back(table);
    return order;
}

std::string selection_of(const std::string& table, const database::Columns& columns) {
    std::string list;
    for (const database::Column& column : columns)
        list += (list.empty() ? "\"" : ", \"") + column.name + "\"";
    return "SELECT " + list + " FROM \"" + table + "\"";
}

void add(database::Batch& batch, const database::Column& column, const database::Value& value) {
    if (database::is_null(value))
        batch.add_null();
    else if (column.type == database::Type::integer)
        batch.add(database::integer(value));
    else
        batch.add(database::text(value));
}

class Transfer {
public:
    Transfer(Session& from, Session& to, const Progress& progress)
        : from_(from), to_(to), progress_(progress) {}

    /// All rows of all tables. Both sessions are in a transaction.
    Result<Done> run() {
        for (const std::string& table : tables_in_order())
            if (auto copied = copy(table); !copied) return copied;
        return Done{};
    }

    std::int64_t rows() const { return rows_; }

private:
    Result<Done> copy(const std::string& table) {
        const auto columns = from_.columns(table);
        if (!columns) return columns.failure();
        Insertion insertion(to_, table, *columns);
        const auto read = from_.each(selection_of(table, *columns), {}, [&](database::Row& row) {
            for (std::size_t i = 0; i < columns->size(); ++i)
                add(insertion.batch(), (*columns)[i], row[i]);
            insertion.row_done();
            constexpr std::int64_t now_and_then = 10'000;
            if (++rows_ % now_and_then == 0) progress_(rows_);
        });
        if (!read) return read.failure();
        return insertion.finish();
    }

    Session& from_;
    Session& to_;
    const Progress& progress_;
    std::int64_t rows_ = 0;
};

/// Empties every table, those that others refer to last.
Result<Done> empty(Session& session) {
    auto tables = tables_in_order();
    std::reverse(tables.begin(), tables.end());
    for (const std::string& table : tables)
        if (const auto gone = session.execute("DELETE FROM \"" + table + "\""); !gone)
            return gone.failure();
    return Done{};
}

Result<Transferred> transfer(Session& from, Session& to, const Progress& progress,
                             const std::function<Result<Done>()>& before,
                             const std::function<Result<Done>()>& after) {
    auto reading = Transaction::begin(from, Access::read);
    if (!reading) return reading.failure();
    auto writing = Transaction::begin(to, Access::write);
    if (!writing) return writing.failure();
    Transfer work(from, to, progress);
    Transferred done;
    const auto written = in_order(
        before, [&] { return work.run(); }, after,
        [&]() -> Result<Done> {
            const auto lineage = read_lineage(to);
            if (!lineage) return lineage.failure();
            return done = {work.rows(), lineage->epoch}, Done{};
        },
        [&] { return writing->commit(); });
    if (!written) return written.failure();
    (void)to.analyze(tables_of_store());  // only speed hangs on it
    return done;
}

Result<Done> check_is_empty(Session& session, const std::string& url) {
    const auto holds = holds_a_store(session);
    if (!holds) return holds.failure();
    if (!*holds) return Done{};
    return Failure{"store-not-empty",
                   "there is a store already where this one was to go",
                   {url},
                   "name another place; nothing was changed",
                   false};
}

Result<Done> nothing_more() { return Done{}; }

/// The epoch that a restore begins: later than both. A store of another name is not replaced.
Result<std::int64_t> next_epoch(Session& backup, Session& now) {
    const auto theirs = read_lineage(backup);
    if (!theirs) return theirs.failure();
    const auto holds = holds_a_store(now);
    if (!holds) return holds.failure();
    if (!*holds) return theirs->epoch + 1;
    const auto ours = read_lineage(now);
    if (!ours) return ours.failure();
    if (ours->name == theirs->name) return std::max(ours->epoch, theirs->epoch) + 1;
    return Failure{"store-foreign-backup",
                   "the backup is of another store than the one that is there",
                   {"backup of " + theirs->name + ", store " + ours->name},
                   "restore it to an empty place; nothing was changed",
                   false};
}

/// A copy of a backup that may be brought up to date; gone with the object.
class Borrowed {
public:
    explicit Borrowed(const std::string& file) : path_(file + ".restoring") {
        remove_database(path_);  // what a restore that was killed has left
        std::error_code none;
        in_use_ = fs::file_size(file + "-wal", none) > 0 && !none;
        if (!in_use_) fs::copy_file(file, path_, error_);
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() { remove_database(path_); }

    Result<Done> there() const {
        if (in_use_)
            return Failure{"store-no-backup",
                           "the backup is a store in use, or one that was not closed",
                           {path_.substr(0, path_.rfind('.')) + "-wal holds a part of it"},
                           "make a backup of it first: colo store backup FILE --store sqlite:IT",
                           false};
        if (!error_) return Done{};
        return Failure{"store-no-backup",
                       "the backup cannot be read",
                       {error_.message()},
                       "restoring needs the file, and room for a copy beside it",
                       false};
    }
    std::string url() const { return "sqlite:" + path_; }

private:
    std::string path_;
    std::error_code error_;
    bool in_use_ = false;
};

Result<Done> check_copy(const std::string& url) {
    const auto store = Store::open(url, Missing::empty);
    if (!store) return store.failure();
    const auto found = store.value().check([](std::string_view) {});
    if (!found) return found.failure();
    if (found->empty()) return Done{};
    return Failure{"store-backup-damaged", "the backup does not hold what was applied",
                   found->front().causes, "take an older backup; nothing was changed", false};
}

/// Nothing may have been applied since the copy of what is replaced was made.
Result<Done> check_unmoved(Session& session, const std::optional<RecordHead>& kept) {
    if (!kept) return Done{};
    const auto now = head_of_record(session);
    if (!now) return now.failure();
    if (*now == *kept) return Done{};
    return Failure{"store-changed",
                   "somebody applied while the store was being kept",
                   {},
                   "nothing was changed: run the command again",
                   true};
}

}  // namespace

Result<Transferred> copy_store(const std::string& from, const std::string& to,
                               const Progress& progress) {
    const auto source = open_source(from);
    if (!source) return source.failure();
    const auto target = open_ready(to);
    if (!target) return target.failure();
    return transfer(
        **source, **target, progress, [&] { return check_is_empty(**target, to); }, nothing_more);
}

Result<Transferred> back_up(const std::string& from, const std::string& file,
                            const Progress& progress) {
    std::error_code error;
    if (fs::exists(file, error))
        return Failure{"file-exists",
                       "the backup's file is there already",
                       {file},
                       "name another file; this one was left as it is",
                       false};
    const std::string partial = file + ".partial";
    remove_database(partial);
    auto copied = copy_store(from, "sqlite:" + partial, progress);
    // SQLite tells nobody when it cannot move what it wrote into the file itself
    const bool whole = copied && !fs::exists(partial + "-wal", error);
    if (whole) fs::rename(partial, file, error);
    if (whole && !error) return copied;
    remove_database(partial);
    if (!copied) return copied;
    return Failure{
        "file-not-written",
        "the backup could not be finished",
        {file + (whole ? ": " + error.message() : ": its log could not be moved into it")},
        "see that the disk has room, then run the command again",
        true};
}

Result<Done> check_backup(const std::string& file) {
    const Borrowed borrowed(file);
    if (auto there = borrowed.there(); !there) return there;
    if (const auto source = open_source(borrowed.url()); !source) return source.failure();
    return check_copy(borrowed.url());
}

Result<Transferred> restore(const std::string& file, const std::string& to,
                            const std::optional<RecordHead>& kept, const Progress& progress) {
    const Borrowed borrowed(file);
    if (const auto there = borrowed.there(); !there) return there.failure();
    if (const auto good = check_copy(borrowed.url()); !good) return good.failure();
    const auto source = open_source(borrowed.url());
    if (!source) return source.failure();
    const auto target = open_ready(to);
    if (!target) return target.failure();
    std::int64_t epoch = 0;
    return transfer(
        **source, **target, progress,
        [&]() -> Result<Done> {
            const auto next = next_epoch(**source, **target);
            if (!next) return next.failure();
            if (auto same = check_unmoved(**target, kept); !same) return same;
            epoch = *next;
            return empty(**target);
        },
        [&]() -> Result<Done> {
            const auto set = (*target)->execute("UPDATE store SET epoch = :epoch", {epoch});
            if (!set) return set.failure();
            return Done{};
        });
}

}  // namespace colo::store
