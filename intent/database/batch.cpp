#include "intent/database/batch.h"

#include <utility>

#include "intent/base/result.h"

namespace colo::database {

Batch::Batch(Columns columns) {
    COLO_ASSERT(!columns.empty(), "a table without columns");
    filled_.reserve(columns.size());
    for (Column& column : columns) filled_.push_back({std::move(column), {}, {}, {}});
}

Batch::Filled& Batch::next(bool null) {
    Filled& column = filled_[next_];
    column.null.push_back(null);
    if (++next_ == filled_.size()) next_ = 0, ++rows_;
    return column;
}

void Batch::add(std::int64_t number) {
    Filled& column = next(false);
    COLO_ASSERT(column.column.type == Type::integer, "a number for a column of texts");
    column.integers.push_back(number);
}

void Batch::add(std::string_view text) {
    Filled& column = next(false);
    COLO_ASSERT(column.column.type == Type::text, "a text for a column of numbers");
    column.texts.emplace_back(text);
}

void Batch::add_null() {
    Filled& column = next(true);
    if (column.column.type == Type::integer) column.integers.push_back(0);
    if (column.column.type == Type::text) column.texts.emplace_back();
}

void Batch::clear() {
    for (Filled& column : filled_)
        column.integers.clear(), column.texts.clear(), column.null.clear();
    next_ = rows_ = 0;
}

}  // namespace colo::database
