// Values of a plan file: every type of the model and of a plan as JSON, and back. What is described
// is written field by field in the order of its description; what is not, part by part, with a
// structured binding that no longer compiles when a part is added.
//
// Reading gives false where the JSON does not hold such a value; the value is then of no use.
#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "intent/model/describe.h"
#include "intent/plan/plan_file.h"

namespace colo::plan {

using Json = nlohmann::json;

/// How many values an enumeration has, from 0.
template <class E>
inline constexpr int values_of = 0;
template <>
inline constexpr int values_of<Face> = 2;
template <>
inline constexpr int values_of<Depth> = 3;
template <>
inline constexpr int values_of<PanelSide> = 2;
template <>
inline constexpr int values_of<CableKind> = 5;
template <>
inline constexpr int values_of<AllocationKind> = allocation_kinds;
template <>
inline constexpr int values_of<Action> = 3;
template <>
inline constexpr int values_of<Impact> = 3;
template <>
inline constexpr int values_of<Work> = 7;
template <>
inline constexpr int values_of<Loss> = 5;

/// The parts of what is not described.
template <Is<Feed> O>
auto parts(O& o) {
    auto& [a, b, c, d] = o;
    return std::tie(a, b, c, d);
}
template <class O>
    requires Is<O, ReservedUnits> || Is<O, Handoff> || Is<O, Allocation> || Is<O, FieldChange> ||
             Is<O, Kept>
auto parts(O& o) {
    auto& [a, b, c] = o;
    return std::tie(a, b, c);
}
template <class O>
    requires Is<O, CableEnd> || Is<O, SessionEnd> || Is<O, Exception> || Is<O, Origin>
auto parts(O& o) {
    auto& [a, b, c, d] = o;
    return std::tie(a, b, c, d);
}
template <class O>
    requires Is<O, PowerBasis> || Is<O, Input>
auto parts(O& o) {
    auto& [a, b] = o;
    return std::tie(a, b);
}
template <Is<Moved> O>
auto parts(O& o) {
    auto& [a, b, c, d, e] = o;
    return std::tie(a, b, c, d, e);
}
template <Is<SiteHead> O>
auto parts(O& o) {
    auto& [a, b, c, d, e, f, g, h, i, j, k] = o;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k);
}
template <Is<Risk> O>
auto parts(O& o) {
    auto& [a, b, c, d, e, f, g, h, i, j, k] = o;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k);
}
template <Is<Change> O>
auto parts(O& o) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = o;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m);
}

template <class T>
concept InParts = requires(T& o) { parts(o); };
template <class T>
concept Described = requires(T& o) { describe([](const char*, auto&) {}, o); };

/// What an object of a table is described by.
template <Described T>
Json field_names() {
    Json names = Json::array();
    const T object{};
    describe([&](const char* name, const auto&) { names.push_back(name); }, object);
    return names;
}

inline Json json_value(bool value) { return value; }
inline Json json_value(std::int64_t value) { return value; }
inline Json json_value(std::size_t value) { return value; }
inline Json json_value(const std::string& value) { return value; }
inline Json json_value(const IpAddress& value) { return to_text(value); }
inline Json json_value(const IpPrefix& value) { return to_text(value); }
inline Json json_value(const IpInterface& value) { return to_text(value); }

bool read_value(const Json& json, bool& value);
bool read_value(const Json& json, std::int64_t& value);
bool read_value(const Json& json, std::size_t& value);
/// Nothing that a terminal could take for a command: control characters but for line ends and tabs.
bool read_value(const Json& json, std::string& value);
bool read_value(const Json& json, IpAddress& value);
bool read_value(const Json& json, IpPrefix& value);
bool read_value(const Json& json, IpInterface& value);

template <class Tag>
Json json_value(const Id<Tag>& id) {
    return id.value;
}
template <class Tag>
bool read_value(const Json& json, Id<Tag>& id) {
    return read_value(json, id.value);
}

template <class Tag>
Json json_value(const Quantity<Tag>& quantity) {
    return quantity.value;
}
template <class Tag>
bool read_value(const Json& json, Quantity<Tag>& quantity) {
    return read_value(json, quantity.value);
}

template <class E>
    requires std::is_enum_v<E>
Json json_value(E value) {
    return std::string(to_text(value));
}
template <class E>
    requires std::is_enum_v<E>
bool read_value(const Json& json, E& value) {
    static_assert(values_of<E> > 0);
    const auto* const text = json.get_ptr<const std::string*>();
    for (int i = 0; text && i < values_of<E>; ++i)
        if (value = static_cast<E>(i); to_text(value) == *text) return true;
    return false;
}

template <class T>
Json json_value(const std::optional<T>& value);
template <class T>
bool read_value(const Json& json, std::optional<T>& value);
template <class T>
Json json_value(const std::vector<T>& values);
template <class T>
bool read_value(const Json& json, std::vector<T>& values);
template <class T>
Json json_value(const std::map<std::string, T>& values);
template <class T>
bool read_value(const Json& json, std::map<std::string, T>& values);

template <InParts T>
Json json_value(const T& object) {
    Json out = Json::array();
    std::apply([&](const auto&... part) { (out.push_back(json_value(part)), ...); }, parts(object));
    return out;
}
template <InParts T>
bool read_value(const Json& json, T& object) {
    auto all = parts(object);
    if (!json.is_array() || json.size() != std::tuple_size_v<decltype(all)>) return false;
    std::size_t at = 0;
    return std::apply([&](auto&... part) { return (read_value(json[at++], part) && ...); }, all);
}

template <Described T>
Json json_value(const T& object) {
    Json out = Json::array();
    describe([&](const char*, const auto& field) { out.push_back(json_value(field)); }, object);
    return out;
}
template <Described T>
bool read_value(const Json& json, T& object) {
    if (!json.is_array()) return false;
    bool good = true;
    std::size_t at = 0;
    describe(
        [&](const char*, auto& field) {
            good = good && at < json.size() && read_value(json[at], field);
            ++at;
        },
        object);
    return good && at == json.size();
}

template <class T>
Json json_value(const std::optional<T>& value) {
    return value ? json_value(*value) : Json();
}
template <class T>
bool read_value(const Json& json, std::optional<T>& value) {
    if (json.is_null()) return value.reset(), true;
    return read_value(json, value.emplace());
}

template <class T>
Json json_value(const std::vector<T>& values) {
    Json out = Json::array();
    for (const T& value : values) out.push_back(json_value(value));
    return out;
}
template <class T>
bool read_value(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return false;
    values.clear();
    values.reserve(json.size());
    for (const Json& one : json)
        if (!read_value(one, values.emplace_back())) return false;
    return true;
}

/// As pairs, so that no name comes twice unseen.
template <class T>
Json json_value(const std::map<std::string, T>& values) {
    Json out = Json::array();
    for (const auto& [name, value] : values)
        out.push_back(Json::array({json_value(name), json_value(value)}));
    return out;
}
template <class T>
bool read_value(const Json& json, std::map<std::string, T>& values) {
    if (!json.is_array()) return false;
    values.clear();
    for (const Json& one : json) {
        std::string name;
        if (!one.is_array() || one.size() != 2 || !read_value(one[0], name)) return false;
        const auto [at, is_new] = values.try_emplace(std::move(name));
        if (!is_new || !read_value(one[1], at->second)) return false;
    }
    return true;
}

}  // namespace colo::plan
