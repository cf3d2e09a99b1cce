// How the fields of objects are kept in columns.
//
// | field | column |
// |---|---|
// | text, id | TEXT |
// | number, truth value | BIGINT |
// | quantity | BIGINT in its small unit, which ends the column's name: `weight_g`, `typical_mw` |
// | enumeration, address, prefix | TEXT as people write it |
// | what may be absent | the same, NULL where it is |
// | an end of a cable or session, a handoff | one column a part: `a_port`, `a_device`, ... |
// | feeds, a list | TEXT holding JSON |
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "intent/database/value.h"
#include "intent/model/describe.h"

namespace colo::store {

/// The value of a field as its column has it: a whole number or a text.
inline std::int64_t column_value(std::int64_t number) { return number; }
inline std::int64_t column_value(bool truth) { return truth ? 1 : 0; }
template <class Tag>
std::int64_t column_value(Quantity<Tag> quantity) {
    return quantity.value;
}
inline std::string_view column_value(const std::string& text) { return text; }
template <class Tag>
std::string_view column_value(const Id<Tag>& id) {
    return id.value;
}
template <class T>
    requires std::is_enum_v<T>
std::string_view column_value(T value) {
    return to_text(value);
}
inline std::string column_value(const IpAddress& address) { return to_text(address); }
inline std::string column_value(const IpPrefix& prefix) { return to_text(prefix); }
inline std::string column_value(const IpInterface& interface) { return to_text(interface); }
std::string column_value(const Feeds& feeds);
std::string column_value(const std::vector<std::string>& texts);
std::string column_value(const std::vector<ReservedUnits>& reserved);

/// Reads a field back from its column; false when the column does not hold such a value.
bool read_column(database::Value& value, std::int64_t& number);
bool read_column(database::Value& value, bool& truth);
bool read_column(database::Value& value, std::string& text);
bool read_column(database::Value& value, Face& face);
bool read_column(database::Value& value, Depth& depth);
bool read_column(database::Value& value, PanelSide& side);
bool read_column(database::Value& value, CableKind& kind);
bool read_column(database::Value& value, IpAddress& address);
bool read_column(database::Value& value, IpPrefix& prefix);
bool read_column(database::Value& value, IpInterface& interface);
bool read_column(database::Value& value, Feeds& feeds);
bool read_column(database::Value& value, std::vector<std::string>& texts);
bool read_column(database::Value& value, std::vector<ReservedUnits>& reserved);
template <class Tag>
bool read_column(database::Value& value, Id<Tag>& id) {
    return read_column(value, id.value);
}
template <class Tag>
bool read_column(database::Value& value, Quantity<Tag>& quantity) {
    return read_column(value, quantity.value);
}
template <class T>
bool read_column(database::Value& value, std::optional<T>& field) {
    if (database::is_null(value)) return field.reset(), true;
    return read_column(value, field.emplace());
}

/// The type of the column that keeps a T.
template <class T>
inline constexpr database::Type column_type =
    std::is_same_v<decltype(column_value(std::declval<const T&>())), std::int64_t>
        ? database::Type::integer
        : database::Type::text;
template <class T>
inline constexpr database::Type column_type<std::optional<T>> = column_type<T>;

/// Calls `column(name, part, value)` for each column of a field; `part` is empty for most.
template <class V, class T>
void each_column(V& column, const char* name, T& field) {
    if constexpr (Is<T, CableEnd>) {
        column(name, "_port", field.port), column(name, "_device", field.device);
        column(name, "_name", field.name), column(name, "_text", field.text);
    } else if constexpr (Is<T, SessionEnd>) {
        column(name, "_device", field.device), column(name, "_text", field.text);
        column(name, "_address", field.address), column(name, "_asn", field.asn);
    } else if constexpr (Is<T, Handoff>) {
        column(name, "_place", field.place), column(name, "_device", field.device);
        column(name, "_port", field.port);
    } else {
        column(name, "", field);
    }
}

/// Calls `column(name, part, value)` for each column of an object, `id` first.
template <class V, class O>
void each_column_of(V& column, O& object) {
    describe([&](const char* name, auto& field) { each_column(column, name, field); }, object);
}

}  // namespace colo::store
