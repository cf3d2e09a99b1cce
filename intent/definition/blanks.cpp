#include "intent/definition/blanks.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::definition {

namespace {

void say_blank(const std::string& text, const SourceRange& at, Diagnostics& out) {
    const auto& all = out.all();
    const bool is_first = std::none_of(
        all.begin(), all.end(), [](const Diagnostic& one) { return one.code == "not-filled-in"; });
    Diagnostic& problem = out.error("not-filled-in", at, fmt::format("{} is not filled in", text));
    if (is_first) problem.hint = "write what it asks for in its place, without the brackets";
}

}  // namespace

bool is_blank(std::string_view text) {
    return text.size() > 1 && text.front() == '<' && text.find('>') == text.size() - 1;
}

bool refuse_blanks(Node& tree, Diagnostics& out) {
    if (tree.is_scalar() && is_blank(tree.text)) {
        say_blank(tree.text, tree.at, out);
        tree.kind = Node::Kind::null;
        return true;
    }
    bool found = false;
    for (Node& item : tree.items) found |= refuse_blanks(item, out);
    for (Entry& entry : tree.entries) {
        if (is_blank(entry.key)) say_blank(entry.key, entry.key_at, out), found = true;
        found |= refuse_blanks(entry.value, out);
    }
    std::erase_if(tree.entries, [](const Entry& entry) { return is_blank(entry.key); });
    return found;
}

}  // namespace colo::definition
