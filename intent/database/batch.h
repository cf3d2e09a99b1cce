// Rows for one table, gathered column by column, as databases take them fastest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intent/database/value.h"

namespace colo::database {

class Batch {
public:
    /// The values of one column; of the two lists, the one of its type is filled. Where `null` is
    /// set, the value counts for nothing.
    struct Filled {
        Column column;
        std::vector<long long> integers;
        std::vector<std::string> texts;
        std::vector<bool> null;
    };

    explicit Batch(Columns columns);

    /// The next value of the current row. A row is complete when each column has its value, and a
    /// value of another type than its column's is a bug.
    void add(std::int64_t number);
    void add(std::string_view text);
    void add_null();

    std::size_t rows() const { return rows_; }
    bool empty() const { return rows_ == 0; }
    /// Whether all rows are complete.
    bool complete() const { return next_ == 0; }
    const std::vector<Filled>& filled() const { return filled_; }
    /// Forgets the rows and keeps the columns.
    void clear();

private:
    Filled& next(bool null);

    std::vector<Filled> filled_;
    std::size_t next_ = 0, rows_ = 0;
};

}  // namespace colo::database
