#include "tests/intent/definition/yaml_tree.h"

#include <regex>

#include "intent/definition/yaml/reader.h"
#include "tests/golden.h"

namespace colo::tests {

namespace {

using definition::Entry;
using definition::Node;

nlohmann::json plain_scalar(const std::string& text) {
    static const std::regex truth("true|True|TRUE|false|False|FALSE");
    static const std::regex integer("[-+]?[0-9]+");
    static const std::regex other_base("0o[0-7]+|0x[0-9a-fA-F]+");
    static const std::regex number(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
    if (text.find_first_of("0123456789.-+tTfF") != 0) return text;
    if (std::regex_match(text, truth)) return text[0] == 't' || text[0] == 'T';
    if (std::regex_match(text, integer) && text.size() < 19) return std::stoll(text);
    if (std::regex_match(text, other_base))
        return std::stoll(text.substr(2), nullptr, text[1] == 'x' ? 16 : 8);
    if (std::regex_match(text, number)) return std::stod(text);
    return text;
}

/// Visits every node with the keys that lead to it; the visitor may change it for a while.
void visit(Node& node, const std::string& path, const auto& seen) {
    seen(node, path);
    for (std::size_t i = 0; i < node.items.size(); ++i)
        visit(node.items[i], path + "/" + std::to_string(i), seen);
    for (definition::Entry& entry : node.entries) visit(entry.value, path + "/" + entry.key, seen);
}

struct Replacement {
    std::string name;
    Node node;
};

const std::vector<Replacement>& replacements() {
    static const std::vector<Replacement> all = [] {
        std::vector<Replacement> made;
        for (const char* yaml :
             {"no such thing", "7", "true", "-1", "\"7\"", "1.5", "{a: b}", "[a, b]", "{}", "[]"})
            made.push_back({yaml, *tree_of(std::string("x: ") + yaml).find("x")});
        made.push_back({"null", Node{}});
        return made;
    }();
    return all;
}

}  // namespace

Node tree_of(const std::string& yaml) {
    Sources sources;
    Diagnostics problems;
    const auto tree = definition::read_yaml(sources, sources.add("tree.yaml", yaml), problems);
    EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
    return tree.value_or(Node{});
}

Node read_tree(const std::string& path_in_project) {
    return tree_of(read_golden(std::string(COLO_SOURCE_DIR) + "/" + path_in_project));
}

nlohmann::json as_json(const Node& tree) {
    switch (tree.kind) {
        case Node::Kind::null: return nullptr;
        case Node::Kind::scalar:
            return tree.quoted ? nlohmann::json(tree.text) : plain_scalar(tree.text);
        case Node::Kind::list: {
            auto list = nlohmann::json::array();
            for (const Node& item : tree.items) list.push_back(as_json(item));
            return list;
        }
        case Node::Kind::map: {
            auto map = nlohmann::json::object();
            for (const Entry& entry : tree.entries) map[entry.key] = as_json(entry.value);
            return map;
        }
    }
    return nullptr;
}

std::vector<TreeEdit> values_replaced(const Node& tree, std::size_t each) {
    Node work = tree;
    std::vector<TreeEdit> edits;
    std::size_t turn = 0;
    const auto& kinds = replacements();
    visit(work, "", [&](Node& node, const std::string& path) {
        const Node before = node;
        for (std::size_t i = 0; i < std::min(each, kinds.size()); ++i) {
            const Replacement& with = kinds[turn++ % kinds.size()];
            node = with.node;
            edits.push_back({path + " becomes " + with.name, work});
            node = before;
        }
    });
    return edits;
}

std::vector<TreeEdit> scalars_replaced(const Node& tree, const Node& with) {
    Node work = tree;
    std::vector<TreeEdit> edits;
    visit(work, "", [&](Node& node, const std::string& path) {
        if (!node.is_scalar()) return;
        const Node before = std::exchange(node, with);
        edits.push_back({path + " is replaced", work});
        node = before;
    });
    return edits;
}

std::vector<TreeEdit> keys_misspelt(const Node& tree) {
    Node work = tree;
    std::vector<TreeEdit> edits;
    visit(work, "", [&](Node& node, const std::string& path) {
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const std::string before = node.entries[i].key;
            node.entries[i].key += i % 2 == 0 ? "x" : " x";  // another name, and no name at all
            edits.push_back({path + "/" + node.entries[i].key, work});
            node.entries[i].key = before;
        }
    });
    return edits;
}

std::vector<TreeEdit> keys_removed(const Node& tree) {
    Node work = tree;
    std::vector<TreeEdit> edits;
    visit(work, "", [&](Node& node, const std::string& path) {
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const auto before = node.entries;
            node.entries.erase(node.entries.begin() + static_cast<std::ptrdiff_t>(i));
            edits.push_back({path + "/" + before[i].key + " is removed", work});
            node.entries = before;
        }
    });
    return edits;
}

}  // namespace colo::tests
