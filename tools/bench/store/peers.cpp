#include "tools/bench/store/peers.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ranges>

#include "intent/database/session.h"
#include "intent/database/steps.h"
#include "intent/database/transaction.h"

namespace colo::bench {

namespace {

void add(database::Batch& batch, const database::Column& column, const database::Value& value) {
    if (database::is_null(value))
        batch.add_null();
    else if (column.type == database::Type::integer)
        batch.add(database::integer(value));
    else
        batch.add(database::text(value));
}

Result<Done> read(database::Session& session, const std::string& name, std::vector<Table>& out) {
    const auto columns = session.columns(name);
    if (!columns) return columns.failure();
    Table& table = out.emplace_back(Table{name, database::Batch(*columns)});
    std::string list;
    for (const database::Column& column : *columns)
        list += (list.empty() ? "\"" : ", \"") + column.name + "\"";
    return session.each("SELECT " + list + " FROM \"" + name + "\"", {}, [&](database::Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i) add(table.rows, (*columns)[i], row[i]);
    });
}

}  // namespace

Result<std::vector<Table>> rows_of(const std::string& url) {
    const auto session = database::open_session(url);
    if (!session) return session.failure();
    std::vector<std::string> names{"store", "site", "standard", "revision"};
    const auto all = (*session)->tables();
    if (!all) return all.failure();
    for (const std::string& name : *all)
        if (name != "schema_version" && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    std::vector<Table> tables;
    for (const std::string& name : names)
        if (auto done = read(**session, name, tables); !done) return done.failure();
    return tables;
}

std::size_t count_of_rows(const std::vector<Table>& tables) {
    std::size_t rows = 0;
    for (const Table& table : tables) rows += table.rows.rows();
    return rows;
}

Result<Done> empty_tables(const std::string& url, const std::vector<Table>& tables) {
    const auto session = database::open_session(url);
    if (!session) return session.failure();
    for (const Table& table : std::views::reverse(tables))
        if (const auto gone = (*session)->execute("DELETE FROM \"" + table.name + "\""); !gone)
            return gone.failure();
    return Done{};
}

Result<double> django_seconds(const std::string& url, const std::string& into) {
    constexpr std::string_view scheme = "sqlite:";
    const Failure none{"bench-django", "no python3-django, or no SQLite", {}, "", false};
    if (!url.starts_with(scheme)) return none;
    const std::string command = std::string("/usr/bin/python3 '") + COLO_SOURCE_DIR +
                                "/tools/bench/store/django-rows' '" + url.substr(scheme.size()) +
                                "' '" + into.substr(scheme.size()) + "' 2>/dev/null";
    std::FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
    if (pipe == nullptr) return none;
    std::array<char, 100> answer{};
    const std::size_t got = std::fread(answer.data(), 1, answer.size() - 1, pipe);
    if (pclose(pipe) != 0 || got == 0) return none;
    return std::strtod(answer.data(), nullptr);
}

}  // namespace colo::bench
