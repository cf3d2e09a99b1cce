#include "intent/database/postgresql_session.h"

#include <soci/postgresql/soci-postgresql.h>

#include <memory>
#include <string_view>

#include "intent/database/postgresql_address.h"
#include "intent/database/postgresql_copy.h"
#include "intent/database/postgresql_failure.h"
#include "intent/database/soci_session.h"
#include "intent/database/steps.h"

namespace colo::database {

namespace {

/// Held by every writing transaction until it ends, however it ends: the server lets go of it when
/// the connection is lost. The number is `colo` in ASCII.
constexpr const char* write_lock = "SELECT pg_advisory_xact_lock(1668246639)";

/// A client that stands still, or is cut off, must not keep the others from writing for ever.
constexpr const char* settings = "SET synchronous_commit = on; SET client_min_messages = warning; "
                                 "SET lock_timeout = '30s'; "
                                 "SET idle_in_transaction_session_timeout = '60s'; "
                                 "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; "
                                 "SET tcp_keepalives_count = 3";

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

class PostgresqlSession final : public SociSession {
public:
    explicit PostgresqlSession(PostgresqlAddress address) : address_(std::move(address)) {}

    Result<Done> open() {
        return in_order([&] { return guarded([&] { return connect(); }); },
                        [&] { return check("server_encoding", "UTF8"); },
                        [&] { return check("fsync", "on"); }, [&] { return command(settings); });
    }

    Result<std::int64_t> execute(const std::string& sql, const Parameters& with) override {
        for (const Value& value : with)
            if (const auto* content = std::get_if<std::string>(&value);
                content != nullptr && content->find('\0') != std::string::npos)
                return postgresql_failure(address_.shown, "22021", "a text holds a byte 0");
        return SociSession::execute(sql, with);
    }

    Result<Done> define(const std::string& statement) override {
        std::string ours;
        std::string_view rest = statement;
        constexpr std::string_view type = " TEXT";
        for (std::size_t at = 0; (at = rest.find(type)) != std::string_view::npos;) {
            ours.append(rest.substr(0, at + type.size())).append(" COLLATE \"C\"");
            rest.remove_prefix(at + type.size());
        }
        return command(ours.append(rest));
    }

    Result<Done> bulk_insert(const std::string& table, const Batch& rows) override {
        COLO_ASSERT(rows.complete(), "an incomplete row");
        if (rows.empty()) return Done{};
        const Answer begun = ask(copy_statement(table, rows));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return failure_of(begun.get());
        const std::string text = copy_text(rows);
        const int length = static_cast<int>(text.size());
        if (PQputCopyData(connection_, text.data(), length) != 1 ||
            PQputCopyEnd(connection_, nullptr) != 1)
            return failure_of(nullptr);
        const Answer ended(PQgetResult(connection_), &PQclear);
        while (const Answer more{PQgetResult(connection_), &PQclear}) {
        }
        if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) return failure_of(ended.get());
        return Done{};
    }

    Result<std::vector<std::string>> tables() override {
        std::vector<std::string> names;
        const auto done = each("SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = "
                               "current_schema() ORDER BY tablename",
                               {}, [&](Row& row) { names.push_back(text(row[0])); });
        if (!done) return done.failure();
        return names;
    }

    Result<Columns> columns(const std::string& table) override {
        Columns found;
        const auto done = each(
            "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT), CAST(is_nullable AS TEXT) "
            "FROM information_schema.columns WHERE table_schema = current_schema() AND "
            "table_name = :table ORDER BY ordinal_position",
            {table}, [&](Row& row) {
                found.push_back({text(row[0]),
                                 text(row[1]) == "bigint" ? Type::integer : Type::text,
                                 text(row[2]) == "YES"});
            });
        if (!done) return done.failure();
        return found;
    }

    Result<std::vector<std::string>> check_files() override { return std::vector<std::string>(); }

    Result<Done> analyze(const std::vector<std::string>& tables) override {
        std::string list;
        for (const std::string& table : tables)
            list += (list.empty() ? "\"" : ", \"") + table + "\"";
        const auto done = execute("ANALYZE " + list, {});
        if (!done) return done.failure();
        return Done{};
    }

    Result<std::string> random_name() override {
        const auto rows = query("SELECT replace(CAST(gen_random_uuid() AS TEXT), '-', '')");
        if (!rows) return rows.failure();
        return text(rows->front().front());
    }

protected:
    Result<Done> begin(Access access) override {
        auto begun =
            access == Access::read
                // who only reads may take its time: nobody waits for it
                ? command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
                          "SET LOCAL idle_in_transaction_session_timeout = 0")
                : in_order(
                      [&] { return command("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"); },
                      [&] { return command(write_lock); });
        if (!begun) rollback();
        return begun;
    }

    Result<Done> commit() override {
        const Answer answer = ask("COMMIT");
        const std::string_view state = state_of(answer.get());
        if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) {
            // The server answers ROLLBACK to the COMMIT of a transaction that had failed.
            if (PQcmdStatus(answer.get()) == std::string_view("COMMIT")) return Done{};
            return postgresql_failure(address_.shown, "40000", "it was undone instead");
        }
        Failure failure = failure_of(answer.get());
        if (is_lost_connection(state)) failure.code = unknown_outcome;
        return failure;
    }

    void rollback() noexcept override {
        if (connection_ != nullptr) const Answer ignored = ask("ROLLBACK");
    }

    Failure failure_of(const std::exception& error) override {
        const auto* own = dynamic_cast<const soci::postgresql_soci_error*>(&error);
        const std::string state = own == nullptr ? std::string() : own->sqlstate();
        const bool alive = connection_ != nullptr && PQstatus(connection_) == CONNECTION_OK;
        const bool told = state.find_first_not_of(std::string_view(" \0", 2)) != std::string::npos;
        return postgresql_failure(address_.shown, told ? state : alive ? "?" : "", error.what());
    }

private:
    /// Its connection, for what SOCI has no words for. `is_connected` of SOCI would run a
    /// statement, which ends a COPY that is under way.
    __attribute__((no_sanitize("vptr"))) Done connect() {
        sql_.open(soci::postgresql, address_.connect);
        connection_ = static_cast<soci::postgresql_session_backend*>(sql_.get_backend())->conn_;
        return Done{};
    }

    Answer ask(const std::string& statement) {
        return {PQexec(connection_, statement.c_str()), &PQclear};
    }

    /// Runs a statement whose rows, if any, count for nothing.
    Result<Done> command(const std::string& statement) {
        const Answer answer = ask(statement);
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return Done{};
        return failure_of(answer.get());
    }

    static std::string_view state_of(const PGresult* answer) {
        const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
        return state == nullptr ? "" : state;
    }

    Failure failure_of(const PGresult* answer) {
        return postgresql_failure(address_.shown, state_of(answer),
                                  answer == nullptr ? PQerrorMessage(connection_)
                                                    : PQresultErrorMessage(answer));
    }

    Result<Done> check(const std::string& setting, const std::string& wanted) {
        const auto rows = query("SELECT current_setting('" + setting + "')");
        if (!rows) return rows.failure();
        const std::string& found = text(rows->front().front());
        if (found == wanted) return Done{};
        return Failure{
            "store-setting",
            "the server has a setting with which the store cannot be trusted",
            {address_.shown + ": " + setting + " is `" + found + "`, not `" + wanted + "`"},
            "change it on the server, or use another one",
            false};
    }

    PostgresqlAddress address_;
    PGconn* connection_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<Session>> open_postgresql(const std::string& url) {
    auto address = read_postgresql_address(url);
    if (!address) return address.failure();
    auto session = std::make_unique<PostgresqlSession>(*std::move(address));
    if (const auto opened = session->open(); !opened) return opened.failure();
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace colo::database
