// Values that go into SQL statements and come out of them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace colo::database {

/// NULL, a whole number, a floating number or a text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The values of a statement's parameters, in the order in which they stand in it.
using Parameters = std::vector<Value>;
/// The values of a result's row, in the order of its columns.
using Row = std::vector<Value>;

inline bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// The whole number of a value that is one, also of one that came as text (an expression's does).
/// Only a damaged database gives anything else where a number belongs; then it is 0.
std::int64_t integer(const Value& value);

/// The text of a value that is one; empty where a damaged database gives something else.
const std::string& text(const Value& value);
std::string text(Value&& value);

/// What a column of a table holds. All whole numbers are 64 bits wide.
enum class Type : std::uint8_t { integer, text };

/// A column of a table; its name is a name in SQL and in no need of escapes.
struct Column {
    std::string name;
    Type type = Type::text;
    bool nullable = false;

    bool operator==(const Column&) const = default;
};
using Columns = std::vector<Column>;

}  // namespace colo::database
