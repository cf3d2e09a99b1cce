// How a document's maps become values: each type describes its fields once, with `describe_fields`,
// and is read from a Node by that description. The same descriptions give the JSON Schema.
//
// A type describes itself so, with the keys in the order in which people should meet them:
//
//     template <class F> void describe_fields(F& field, Group& group) {
//         field.required("racks", group.racks, "the most racks that one group holds");
//         field.optional("within", group.within, "row or site");
//     }
//
// What a value may hold beyond its type follows its description (limits.h); what keys ask of each
// other is said by `either`, `only_one`, `needs` and `asks`. The schema says these to editors. The
// reader leaves them to the checks of the document, whose messages know more.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "intent/base/diagnostic.h"
#include "intent/base/id.h"
#include "intent/base/names.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

/// A value and where it was written. When a parameter gave it, `at` is where the parameter is used,
/// `origin` where its value stands (in the site definition, or the parameter's default).
template <class T>
struct At {
    T value{};
    SourceRange at;
    SourceRange origin;
    std::string parameter;

    const T& operator*() const { return value; }
    const T* operator->() const { return &value; }
    bool given() const { return at.known(); }
};

/// A collection: a map by name. Names follow the grammar of identities unless the type says
/// otherwise (`static constexpr bool free_names = true`).
template <class T>
using Named = std::map<std::string, T, NaturalLess>;

template <class T>
struct Scalar;  // specialised in scalars.h: static std::optional<T> read(...), what()

template <class T>
T read_value(const Node& node, Diagnostics& out);

/// Reads the fields of one map; what it does not know, it refuses.
class FieldReader {
public:
    FieldReader(const Node& map, Diagnostics& out) : map_(map), out_(out) {}

    template <class T, class... Limits>
    void required(std::string_view key, T& into, std::string_view /*description*/,
                  const Limits&...) {
        const Node* node = look_up(key);
        if (node)
            into = read_value<T>(*node, out_);
        else
            missing_.emplace_back(key);
    }

    template <class T, class... Limits>
    void optional(std::string_view key, T& into, std::string_view /*description*/,
                  const Limits&...) {
        if (const Node* node = look_up(key)) into = read_value<T>(*node, out_);
    }

    /// A collection whose keys may be ranges: `R[01-06]`. Each name gets the entry's value, with
    /// `position` counting up where it has one.
    template <class Map, class... Limits>
    void expanded(std::string_view key, Map& into, std::string_view /*description*/,
                  const Limits&...) {
        if (const Node* node = look_up(key)) into = read_expanded<Map>(*node, out_);
    }

    void either(std::string_view, std::string_view) {}    ///< at least one of the two
    void only_one(std::string_view, std::string_view) {}  ///< one of the two, not both
    void needs(std::string_view, std::string_view) {}     ///< the first only with the second
    /// Where the first is true, the map under the second must have the third.
    void asks(std::string_view, std::string_view, std::string_view) {}

    /// Any other keys, as a map of texts: only for maps that hold free fields.
    template <class T>
    void others(std::map<std::string, T>& into) {
        for (const Entry& entry : map_.entries)
            if (known_.insert(entry.key).second)
                into.emplace(entry.key, read_value<T>(entry.value, out_));
    }

    /// Reports missing and unknown keys.
    void finish();

private:
    const Node* look_up(std::string_view key) {
        known_.emplace(key);
        const Node* node = map_.find(key);
        return node && node->kind != Node::Kind::null ? node : nullptr;
    }
    SourceRange key_place(std::string_view key) const;

    const Node& map_;
    Diagnostics& out_;
    std::set<std::string, std::less<>> known_;
    std::vector<std::string> missing_;
};

/// Says that a value is of another kind than wanted; `wanted` with its article: `a map`.
void say_wrong_type(const Node& node, std::string_view wanted, Diagnostics& out);

/// What a name may consist of, as a hint.
inline constexpr std::string_view name_grammar =
    "names are letters, digits, dots and hyphens, at most 63, and begin with a letter or digit";

/// Says that a key of a collection is not a name.
void say_bad_name(const Entry& entry, Diagnostics& out);

template <class T>
struct Reads {  // scalars, and types with describe_fields
    static T read(const Node& node, Diagnostics& out) {
        if constexpr (requires { Scalar<T>::wanted; }) {
            if (node.is_scalar())
                if (auto value = Scalar<T>::read(node, out)) return *std::move(value);
            if (!node.is_scalar()) say_wrong_type(node, Scalar<T>::wanted, out);
            return T{};
        } else {
            T made{};
            made.at = node.at;
            if constexpr (requires { made.read_short(node, out); })
                if (!node.is_map()) {
                    made.read_short(node, out);
                    return made;
                }
            if (!node.is_map()) {
                say_wrong_type(node, "a map", out);
                return made;
            }
            FieldReader reader(node, out);
            describe_fields(reader, made);
            reader.finish();
            return made;
        }
    }
};

template <class T>
struct Reads<At<T>> {
    static At<T> read(const Node& node, Diagnostics& out) {
        return {read_value<T>(node, out), node.at, node.origin, node.parameter};
    }
};

template <class T>
struct Reads<std::optional<T>> {
    static std::optional<T> read(const Node& node, Diagnostics& out) {
        return read_value<T>(node, out);
    }
};

/// A list; `x` means `[x]`.
template <class T>
struct Reads<std::vector<T>> {
    static std::vector<T> read(const Node& node, Diagnostics& out) {
        std::vector<T> made;
        if (!node.is_list()) {
            made.push_back(read_value<T>(node, out));
            return made;
        }
        for (const Node& item : node.items) made.push_back(read_value<T>(item, out));
        return made;
    }
};

/// A collection by name.
template <class T>
struct Reads<Named<T>> {
    static Named<T> read(const Node& node, Diagnostics& out) {
        Named<T> made;
        if (!node.is_map()) {
            say_wrong_type(node, "a map by name", out);
            return made;
        }
        for (const Entry& entry : node.entries) {
            if (!is_identity(entry.key)) say_bad_name(entry, out);
            if (entry.value.kind == Node::Kind::null) continue;
            T value = read_value<T>(entry.value, out);
            if constexpr (requires { value.at; }) value.at = entry.key_at;
            made.emplace(entry.key, std::move(value));
        }
        return made;
    }
};

/// Says that a range key is wrong, or that a name comes out of two keys.
void say_bad_range(const Entry& entry, const std::string& error, Diagnostics& out);
void say_name_twice(const Entry& entry, const std::string& name, const SourceRange& first,
                    Diagnostics& out);
/// Whether every part between slashes is an identity.
bool is_path_of_identities(std::string_view name);

template <class Map>
Map read_expanded(const Node& node, Diagnostics& out) {
    using T = typename Map::mapped_type;
    Map made;
    if (!node.is_map()) {
        say_wrong_type(node, "a map by name", out);
        return made;
    }
    for (const Entry& entry : node.entries) {
        if (entry.value.kind == Node::Kind::null) continue;
        const NameList list = expand_names(entry.key);
        if (!list.error.empty()) say_bad_range(entry, list.error, out);
        if (list.names.empty()) continue;
        if (!std::all_of(list.names.begin(), list.names.end(), is_path_of_identities))
            say_bad_name(entry, out);
        T value = read_value<T>(entry.value, out);
        value.at = entry.key_at;
        if constexpr (requires { value.written; }) value.written = entry.key;
        for (const std::string& name : list.names) {
            const auto [first, is_new] = made.emplace(name, value);
            if (!is_new) say_name_twice(entry, name, first->second.at, out);
            if constexpr (requires { *value.position += 1; })
                if (value.position) *value.position += 1;
        }
    }
    return made;
}

/// A map of free texts.
template <class T>
struct Reads<std::map<std::string, T>> {
    static std::map<std::string, T> read(const Node& node, Diagnostics& out) {
        std::map<std::string, T> made;
        if (!node.is_map()) {
            say_wrong_type(node, "a map", out);
            return made;
        }
        for (const Entry& entry : node.entries)
            if (entry.value.kind != Node::Kind::null)
                made.emplace(entry.key, read_value<T>(entry.value, out));
        return made;
    }
};

/// The tree itself, for what is looked at later.
template <>
struct Reads<Node> {
    static Node read(const Node& node, Diagnostics&) { return node; }
};

template <class T>
T read_value(const Node& node, Diagnostics& out) {
    return Reads<T>::read(node, out);
}

}  // namespace colo::definition
