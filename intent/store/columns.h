// Objects as rows: the names of their columns, their values, their digests. All of it follows from
// `describe`: a new field costs a migration that adds its columns, and no code here.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "intent/base/digest.h"
#include "intent/database/batch.h"
#include "intent/store/fields.h"

namespace colo::store {

/// `weight_kg` with `_g`: `weight_g`.
std::string with_unit(std::string_view name, std::string_view unit);

inline std::string column_name(std::string_view name, const Power&) {
    return with_unit(name, "_mw");
}
inline std::string column_name(std::string_view name, const Length&) {
    return with_unit(name, "_mm");
}
inline std::string column_name(std::string_view name, const Mass&) { return with_unit(name, "_g"); }
inline std::string column_name(std::string_view name, const Speed&) {
    return with_unit(name, "_mbps");
}
inline std::string column_name(std::string_view name, const HalfUnits&) {
    return with_unit(name, "_half_u");
}
template <class T>
std::string column_name(std::string_view name, const T&) {
    return std::string(name);
}
template <class T>
std::string column_name(std::string_view name, const std::optional<T>&) {
    return column_name(name, T{});
}

/// The columns of a kind of object.
template <class O>
database::Columns columns_of() {
    database::Columns columns;
    const auto add = [&]<class T>(const char* name, const char* part, const T& field) {
        columns.push_back({column_name(name, field) + part, column_type<T>, is_optional<T>});
    };
    const O object{};
    each_column_of(add, object);
    return columns;
}

/// Adds an object's values to the current row.
template <class O>
void add_to(database::Batch& batch, const O& object) {
    const auto add = [&]<class T>(const char*, const char*, const T& field) {
        if constexpr (!is_optional<T>)
            batch.add(column_value(field));
        else if (field)
            batch.add(column_value(*field));
        else
            batch.add_null();
    };
    each_column_of(add, object);
}

/// Reads an object from a row whose columns begin at `first`; false when the row is not one.
template <class O>
bool read_object(database::Row& row, std::size_t first, O& object) {
    bool good = true;
    const auto read = [&](const char*, const char*, auto& field) {
        good = good && first < row.size() && read_column(row[first], field);
        ++first;
    };
    each_column_of(read, object);
    return good;
}

/// Collects the bytes that an object's digest is made from.
class DigestText {
public:
    void clear() { text_.clear(); }
    const std::string& text() const { return text_; }
    void add(std::string_view name, std::string_view part, std::string_view value);
    void add(std::string_view name, std::string_view part, std::int64_t value);
    HexDigest digest() const { return hex_digest_of(text_); }

private:
    std::string text_;
};

/// An object's digest covers the names and values of its fields. A field that is absent adds
/// nothing, so that a field which comes later, and may be absent, changes no digest of old.
template <class O>
HexDigest object_hex_digest(DigestText& text, const O& object) {
    text.clear();
    const auto add = [&]<class T>(const char* name, const char* part, const T& field) {
        if constexpr (std::is_same_v<T, std::vector<ReservedUnits>>) {
            // Came later: where there are none, a digest is what it was before.
            if (!field.empty()) text.add(name, part, column_value(field));
        } else if constexpr (!is_optional<T>)
            text.add(name, part, column_value(field));
        else if (field)
            text.add(name, part, column_value(*field));
    };
    each_column_of(add, object);
    return text.digest();
}

template <class O>
std::string object_digest(DigestText& text, const O& object) {
    const HexDigest digest = object_hex_digest(text, object);
    return {digest.data(), digest.size()};
}

}  // namespace colo::store
