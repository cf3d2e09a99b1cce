// YAML trees for tests of the schemas: as JSON, as editors see them, and with one thing changed.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "intent/definition/yaml/node.h"

namespace colo::tests {

/// The tree of a file of the project that is known to be YAML.
definition::Node read_tree(const std::string& path_in_project);

/// A tree from text that is known to be YAML.
definition::Node tree_of(const std::string& yaml);

/// What the YAML 1.2 core schema makes of a tree: `010` and `0x1f` are numbers, `no` is a text.
nlohmann::json as_json(const definition::Node& tree);

/// A tree with one thing changed.
struct TreeEdit {
    std::string what;  ///< `racks/R[1-2]/units becomes true`
    definition::Node tree;
};

/// Every value replaced by `each` others, most of another type; there are eleven, taken in turn.
std::vector<TreeEdit> values_replaced(const definition::Node& tree, std::size_t each);
/// Every scalar replaced by `with`.
std::vector<TreeEdit> scalars_replaced(const definition::Node& tree, const definition::Node& with);
/// Every key spelt wrongly.
std::vector<TreeEdit> keys_misspelt(const definition::Node& tree);
/// Every key left out.
std::vector<TreeEdit> keys_removed(const definition::Node& tree);

}  // namespace colo::tests
