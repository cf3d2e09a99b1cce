#include "intent/database/sqlite_session.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <thread>

#include "intent/database/soci_bulk.h"
#include "intent/database/soci_session.h"
#include "intent/database/sqlite_failure.h"
#include "intent/database/steps.h"

namespace colo::database {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto longest_wait = 30s;  ///< for another program's write to end

/// SOCI reads `key=value` pairs unless there is no equals sign in the text at all.
std::optional<std::string> connect_text(const std::string& file) {
    if (file.find('=') == std::string::npos) return file;
    if (file.find('"') != std::string::npos) return std::nullopt;
    return "dbname=\"" + fs::absolute(file).string() + "\"";
}

class SqliteSession final : public SociSession {
public:
    explicit SqliteSession(std::string file) : file_(std::move(file)) {}

    Result<Done> open() {
        const auto connect = connect_text(file_);
        if (!connect)
            return Failure{
                "store-url", "a store's path cannot hold both `=` and `\"`", {file_}, ""};
        return in_order(
            [&] { return guarded([&] { return sql_.open(soci::sqlite3, *connect), Done{}; }); },
            [&] { return set("busy_timeout", std::to_string(longest_wait / 1ms)); },
            [&] { return use_wal(); },
            [&] { return set("synchronous", "2"); },  // FULL: a commit that was told is on disk
            [&] { return set("foreign_keys", "1"); });
    }

    Result<Done> define(const std::string& statement) override {
        const auto done = execute(statement, {});
        if (!done) return done.failure();
        return Done{};
    }

    Result<Done> bulk_insert(const std::string& table, const Batch& rows) override {
        COLO_ASSERT(rows.complete(), "an incomplete row");
        if (rows.empty()) return Done{};
        return guarded([&] { return insert_vectors(sql_, table, rows), Done{}; });
    }

    Result<std::vector<std::string>> tables() override {
        std::vector<std::string> names;
        const auto done =
            each("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                 "'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                 {}, [&](Row& row) { names.push_back(text(row[0])); });
        if (!done) return done.failure();
        return names;
    }

    Result<Columns> columns(const std::string& table) override {
        Columns found;
        const auto done =
            each("SELECT name, type, \"notnull\" FROM pragma_table_info(:table) ORDER BY "
                 "cid",
                 {table}, [&](Row& row) {
                     found.push_back({text(row[0]),
                                      text(row[1]) == "BIGINT" ? Type::integer : Type::text,
                                      integer(row[2]) == 0});
                 });
        if (!done) return done.failure();
        return found;
    }

    Result<Done> analyze(const std::vector<std::string>&) override { return Done{}; }

    Result<std::vector<std::string>> check_files() override {
        std::vector<std::string> complaints;
        const auto take = [&](Row& row) {
            if (text(row[0]) != "ok") complaints.push_back(text(row[0]));
        };
        const auto done = in_order(
            [&] { return each("PRAGMA integrity_check", {}, take); },
            [&] {
                return each("SELECT \"table\" || ' refers to a row that is not in ' || parent FROM "
                            "pragma_foreign_key_check()",
                            {}, take);
            });
        if (!done) return done.failure();
        return complaints;
    }

    Result<std::string> random_name() override {
        const auto rows = query("SELECT lower(hex(randomblob(16)))");
        if (!rows) return rows.failure();
        return text(rows->front().front());
    }

protected:
    Result<Done> begin(Access access) override {
        if (access == Access::write && sqlite_api::sqlite3_db_readonly(connection(), "main") == 1)
            return sqlite_failure(file_, SQLITE_READONLY, "the file may only be read");
        const auto done = execute(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN", {});
        if (!done) return done.failure();
        return Done{};
    }

    /// A disk that fails here may have taken the whole transaction before it did.
    Result<Done> commit() override {
        auto done = SociSession::commit();
        if (done || done.failure().code != "store-io") return done;
        Failure failure = done.failure();
        failure.code = unknown_outcome;
        return failure;
    }

    Failure failure_of(const std::exception& error) override {
        const auto* own = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
        if (own == nullptr || connection() == nullptr)
            return sqlite_failure(file_, own == nullptr ? SQLITE_ERROR : own->result(),
                                  error.what());
        return sqlite_failure(file_, own->result(), sqlite_api::sqlite3_errmsg(connection()));
    }

private:
    /// SOCI's library keeps to itself what the sanitizer would check the type of its backend with.
    __attribute__((no_sanitize("vptr"))) sqlite_api::sqlite3* connection() {
        if (!sql_.is_connected()) return nullptr;
        return static_cast<soci::sqlite3_session_backend*>(sql_.get_backend())->conn_;
    }

    /// What SQLite says a setting is; empty when it says nothing.
    Result<std::string> pragma(const std::string& statement) {
        const auto rows = query("PRAGMA " + statement);
        if (!rows) return rows.failure();
        return rows->empty() ? std::string() : text(rows->front().front());
    }

    /// Sets and reads back: SQLite ignores what it does not know, without a word.
    Result<Done> set(const std::string& setting, const std::string& value) {
        if (const auto given = pragma(setting + " = " + value); !given) return given.failure();
        const auto now = pragma(setting);
        if (!now) return now.failure();
        if (*now != value) return not_taken(setting, value, *now);
        return Done{};
    }

    /// The mode stays with the file. Two programs that open a new file at once get in each other's
    /// way here without SQLite's own waiting, so this waits by itself.
    Result<Done> use_wal() {
        for (auto waited = 0ms;; waited += 20ms) {
            auto mode = pragma("journal_mode");
            if (mode && *mode != "wal") mode = pragma("journal_mode = WAL");
            if (mode && *mode == "wal") return Done{};
            if (mode) return not_taken("journal_mode", "wal", *mode);
            if (mode.failure().code != "store-locked" || waited >= longest_wait)
                return mode.failure();
            std::this_thread::sleep_for(20ms);
        }
    }

    Failure not_taken(const std::string& setting, const std::string& wanted,
                      const std::string& found) const {
        return {"store-setting",
                "SQLite does not take a setting that the store depends on",
                {file_ + ": " + setting + " is `" + found + "`, not `" + wanted + "`"},
                "keep the store on a local disk"};
    }

    std::string file_;
};

/// What SQLite would only call "unable to open database file".
std::optional<Failure> missing_folder(const fs::path& file) {
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return std::nullopt;
    return Failure{"store-no-folder",
                   "the folder of the store does not exist",
                   {folder.string()},
                   "make it with: mkdir -p " + folder.string()};
}

}  // namespace

Result<std::unique_ptr<Session>> open_sqlite(const std::string& file) {
    if (auto missing = missing_folder(file)) return *std::move(missing);
    auto session = std::make_unique<SqliteSession>(file);
    if (const auto opened = session->open(); !opened) return opened.failure();
    return std::unique_ptr<Session>(std::move(session));
}

bool sqlite_exists(const std::string& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

}  // namespace colo::database
