#include "intent/database/soci_bulk.h"

#include <vector>

namespace colo::database {

namespace {

using Indicators = std::vector<soci::indicator>;

std::string insert_text(const std::string& table, const Batch& rows) {
    std::string names, places;
    for (const Batch::Filled& filled : rows.filled()) {
        const std::string comma = names.empty() ? "" : ", ";
        names += comma + "\"" + filled.column.name + "\"";
        places += comma + ":" + filled.column.name;
    }
    return "INSERT INTO \"" + table + "\" (" + names + ") VALUES (" + places + ")";
}

Indicators indicators_of(const std::vector<bool>& null) {
    Indicators indicators(null.size(), soci::i_ok);
    for (std::size_t row = 0; row < null.size(); ++row)
        if (null[row]) indicators[row] = soci::i_null;
    return indicators;
}

void bind(soci::statement& statement, const Batch::Filled& filled, Indicators& indicators) {
    if (filled.column.type == Type::integer)
        statement.exchange(soci::use(filled.integers, indicators));
    else
        statement.exchange(soci::use(filled.texts, indicators));
}

}  // namespace

void insert_vectors(soci::session& session, const std::string& table, const Batch& rows) {
    std::vector<Indicators> indicators;
    for (const Batch::Filled& filled : rows.filled())
        indicators.push_back(indicators_of(filled.null));
    soci::statement statement(session);
    for (std::size_t column = 0; column < indicators.size(); ++column)
        bind(statement, rows.filled()[column], indicators[column]);
    statement.alloc();
    statement.prepare(insert_text(table, rows));
    statement.define_and_bind();
    statement.execute(true);
}

}  // namespace colo::database
