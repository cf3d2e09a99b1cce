// How a document's types become a JSON Schema (draft-07, which editors understand best): a second
// reading of the descriptions that fields.h reads by. What a field is for becomes what an editor
// shows about it.
#pragma once

#include <nlohmann/json.hpp>

#include "intent/definition/limits.h"
#include "intent/definition/scalars.h"

namespace colo::definition {

/// Keys stay in the order in which they were described.
using Json = nlohmann::ordered_json;

/// What a schema is being made for, and the parts of it that are used more than once.
struct SchemaScope {
    bool of_standard = false;  ///< a value may be `{parameter: NAME}`; else a text is no blank
    bool is_whole = true;      ///< else keys that the version below may have are not demanded
    Json definitions = Json::object();
};

/// Any of these; one that is such a choice itself is taken apart.
Json any_of(const std::vector<Json>& alternatives);
/// A text of a certain form, and how an editor says that it is not.
Json pattern_schema(const std::string& pattern, const std::string& complaint);
/// A value that stands there itself or, in a standard, that a parameter gives.
Json value_schema(Json value, SchemaScope& scope);
Json integer_schema(SchemaScope& scope);
Json text_schema(SchemaScope& scope);
Json prefix_schema(Family family, SchemaScope& scope);
Json prefix_schema(SchemaScope& scope);
Json range_schema(SchemaScope& scope);
/// A map by name; keys follow `pattern`.
Json map_schema(Json entries, const std::string& pattern, const std::string& complaint);
/// A list of these; `x` means `[x]`.
Json list_schema(const Json& item);
/// What keys may be: an identity; names such as `R[01-06]`; those with a slash between.
std::string identity_pattern();
std::string range_key_pattern();
std::string rack_key_pattern();

template <class T>
struct Schema;

template <class T>
Json schema_of(SchemaScope& scope) {
    return Schema<T>::of(scope);
}

/// The fields of one map, as `describe_fields` states them.
class SchemaFields {
public:
    explicit SchemaFields(SchemaScope& scope) : scope_(scope) {}

    template <class T, class... Limits>
    void required(std::string_view key, T& field, std::string_view description,
                  const Limits&... limits) {
        required_.emplace_back(key);
        optional(key, field, description, limits...);
    }

    template <class T, class... Limits>
    void optional(std::string_view key, T&, std::string_view description, const Limits&... limits) {
        Json schema = schema_of<T>(scope_);
        (limit(schema, limits), ...);
        add(key, description, std::move(schema));
    }

    template <class Map, class... Limits>
    void expanded(std::string_view key, Map&, std::string_view description,
                  const Limits&... limits) {
        Json schema = map_schema(schema_of<typename Map::mapped_type>(scope_), range_key_pattern(),
                                 "write it like R[01-06]");
        (limit(schema, limits), ...);
        add(key, description, std::move(schema));
        if constexpr ((std::is_same_v<Limits, NotEmpty> || ...)) required_.emplace_back(key);
    }

    template <class T>
    void others(std::map<std::string, T>&) {
        others_ = schema_of<T>(scope_);
    }

    void either(std::string_view a, std::string_view b);
    void only_one(std::string_view a, std::string_view b);
    void needs(std::string_view key, std::string_view other);
    void asks(std::string_view key, std::string_view other, std::string_view of_it);

    void limit(Json& schema, const Between& numbers);
    /// The schema of the map; keys that were not described are refused.
    Json finish();

private:
    void add(std::string_view key, std::string_view description, Json schema);
    void limit(Json& schema, const Entries& entries);
    void limit(Json& schema, const Identity&);
    void limit(Json& schema, const NameAndVersion&);
    void limit(Json& schema, const OfFamily& of);
    void limit(Json& schema, const InRacks&);
    void limit(Json& schema, const EndsOfCables&);
    void limit(Json& schema, const NotEmpty&);
    template <class T, std::size_t N>
    void limit(Json& schema, const OneOf<T, N>& words) {
        schema = value_schema({{"enum", words.values}}, scope_);
    }

    SchemaScope& scope_;
    Json properties_ = Json::object();
    std::vector<std::string> required_;
    std::vector<Json> rules_;
    Json others_ = false;
};

template <class T>
struct Schema {  // scalars, and types with describe_fields
    static Json of(SchemaScope& scope) {
        if constexpr (requires { Scalar<T>::pattern(); }) {
            return value_schema(pattern_schema(Scalar<T>::pattern(),
                                               fmt::format("write it like {}", Scalar<T>::example)),
                                scope);
        } else if constexpr (requires { Choice<T>::words; }) {
            return value_schema({{"enum", Choice<T>::words}}, scope);
        } else {
            return described(scope);
        }
    }

private:
    static Json described(SchemaScope& scope) {
        if constexpr (requires { T::schema_name; }) {
            const std::string name =
                fmt::format("{}{}", scope.is_whole ? "" : "part-of-", T::schema_name);
            if (!scope.definitions.contains(name)) scope.definitions[name] = forms(scope);
            return {{"$ref", "#/definitions/" + name}};
        } else {
            return forms(scope);
        }
    }

    static Json short_form(SchemaFields& fields, SchemaScope& scope) {
        Json schema = schema_of<typename T::Short>(scope);
        if constexpr (requires { T::short_limit; }) {
            schema = {{"allOf", Json::array({schema})}};  // beside a $ref nothing counts
            fields.limit(schema, T::short_limit);
        }
        return schema;
    }

    static Json forms(SchemaScope& scope) {
        T sample{};
        SchemaFields fields(scope);
        describe_fields(fields, sample);
        if constexpr (requires { typename T::Short; })
            return any_of({short_form(fields, scope), fields.finish()});
        else
            return fields.finish();
    }
};

template <>
struct Schema<std::string> {
    static Json of(SchemaScope& scope) { return text_schema(scope); }
};
template <>
struct Schema<std::int64_t> {
    static Json of(SchemaScope& scope) { return integer_schema(scope); }
};
template <>
struct Schema<bool> {
    static Json of(SchemaScope& scope) { return value_schema({{"type", "boolean"}}, scope); }
};
template <>
struct Schema<IpPrefix> {
    static Json of(SchemaScope& scope) { return prefix_schema(scope); }
};
template <>
struct Schema<IpAddress> {
    static Json of(SchemaScope& scope) { return text_schema(scope); }
};
template <>
struct Schema<IpInterface> {
    static Json of(SchemaScope& scope) { return prefix_schema(scope); }
};
template <>
struct Schema<Range> {
    static Json of(SchemaScope& scope) { return range_schema(scope); }
};
/// What is looked at later: any single value.
template <>
struct Schema<Node> {
    static Json of(SchemaScope& scope) { return text_schema(scope); }
};

template <class T>
struct Schema<At<T>> : Schema<T> {};
template <class T>
struct Schema<std::optional<T>> : Schema<T> {};

/// A list; `x` means `[x]`.
template <class T>
struct Schema<std::vector<T>> {
    static Json of(SchemaScope& scope) { return list_schema(schema_of<T>(scope)); }
};
template <class T>
struct Schema<Named<T>> {
    static Json of(SchemaScope& scope) {
        return map_schema(schema_of<T>(scope), identity_pattern(),
                          "names are letters, digits, dots and hyphens, at most 63");
    }
};
template <class T>
struct Schema<std::map<std::string, T>> {
    static Json of(SchemaScope& scope) {
        return {{"type", "object"}, {"additionalProperties", schema_of<T>(scope)}};
    }
};

}  // namespace colo::definition
