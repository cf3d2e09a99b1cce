#include "intent/definition/yaml/node.h"

namespace colo::definition {

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

Node* Node::find(std::string_view key) {
    for (Entry& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

std::string_view kind_text(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return "nothing";
        case Node::Kind::scalar: return "a text";
        case Node::Kind::list: return "a list";
        case Node::Kind::map: return "a map";
    }
    return "";
}

}  // namespace colo::definition
