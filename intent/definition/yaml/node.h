// A YAML document as colo understands it: maps, lists and texts, each with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intent/base/source.h"

namespace colo::definition {

struct Entry;

/// A value of a document. Scalars stay text: what `no` or `010` means is for the reader of the
/// field to say, which knows what type it wants.
struct Node {
    enum class Kind { null, scalar, list, map };

    Kind kind = Kind::null;
    std::string text;     ///< of a scalar
    bool quoted = false;  ///< a scalar in quotes or a block scalar
    SourceRange at;
    /// Where the value itself was written, when a parameter put it here; else unknown.
    SourceRange origin;
    std::string parameter;  ///< the parameter that put it here; empty when it stands here itself
    /// Of an entry that a version adds to the one it extends: the entry there that it is most
    /// like, and may have meant.
    std::string resembles;
    std::vector<Node> items;
    std::vector<Entry> entries;

    bool is_map() const { return kind == Kind::map; }
    bool is_list() const { return kind == Kind::list; }
    bool is_scalar() const { return kind == Kind::scalar; }

    /// The value of a key, or nullptr.
    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
};

/// A key of a map and its value, in the order of the file.
struct Entry {
    std::string key;
    SourceRange key_at;
    Node value;
};

/// `a map`, `a list`, `a text`, `nothing`: for messages.
std::string_view kind_text(const Node& node);

}  // namespace colo::definition
