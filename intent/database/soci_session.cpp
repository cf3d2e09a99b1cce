#include "intent/database/soci_session.h"

#include <typeinfo>
#include <variant>

namespace colo::database {

namespace {

/// Values bound to a statement. They must outlive it: SOCI keeps addresses only.
class Bound {
public:
    explicit Bound(const Parameters& values) : values_(values) { numbers_.reserve(values.size()); }

    void bind_to(soci::statement& statement) {
        for (const Value& value : values_)
            std::visit([&](const auto& content) { bind(statement, content); }, value);
    }

private:
    void bind(soci::statement& statement, std::monostate) {
        statement.exchange(soci::use(nothing_, null_));
    }
    void bind(soci::statement& statement, const std::int64_t& number) {
        statement.exchange(soci::use(numbers_.emplace_back(number)));
    }
    void bind(soci::statement& statement, const double& number) {
        statement.exchange(soci::use(number));
    }
    void bind(soci::statement& statement, const std::string& text) {
        statement.exchange(soci::use(text));
    }

    const Parameters& values_;
    std::vector<long long> numbers_;  ///< SOCI tells long from long long
    std::string nothing_;
    soci::indicator null_ = soci::i_null;
};

Value value_at(const soci::row& row, std::size_t column) {
    if (row.get_indicator(column) == soci::i_null) return std::monostate{};
    switch (row.get_properties(column).get_data_type()) {
        case soci::dt_long_long: return std::int64_t{row.get<long long>(column)};
        case soci::dt_integer: return std::int64_t{row.get<int>(column)};
        case soci::dt_double: return row.get<double>(column);
        default: return row.get<std::string>(column);
    }
}

void copy(const soci::row& from, Row& to) {
    to.resize(from.size());
    for (std::size_t column = 0; column < from.size(); ++column)
        to[column] = value_at(from, column);
}

void prepare(soci::statement& statement, const std::string& sql) {
    statement.alloc();
    statement.prepare(sql);
    statement.define_and_bind();
}

}  // namespace

Result<std::int64_t> SociSession::execute(const std::string& sql, const Parameters& with) {
    return guarded([&] {
        Bound bound(with);
        soci::statement statement(sql_);
        bound.bind_to(statement);
        prepare(statement, sql);
        statement.execute(true);
        return std::int64_t{statement.get_affected_rows()};
    });
}

Result<Done> SociSession::each(const std::string& sql, const Parameters& with,
                               const std::function<void(Row&)>& take) {
    return guarded([&] {
        Bound bound(with);
        soci::row found;
        soci::statement statement(sql_);
        bound.bind_to(statement);
        statement.exchange(soci::into(found));
        prepare(statement, sql);
        statement.execute();
        for (Row row; statement.fetch(); take(row)) copy(found, row);
        return Done{};
    });
}

Result<Done> SociSession::commit() {
    const auto done = execute("COMMIT", {});
    if (!done) return done.failure();
    return Done{};
}

void SociSession::rollback() noexcept {
    try {
        sql_ << "ROLLBACK";
    } catch (const std::exception&) {
        return;  // the database has undone it already: SQLite does when the disk is full
    }
}

}  // namespace colo::database
