#include "intent/definition/changed_keys.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "intent/definition/entry_words.h"
#include "intent/definition/flat.h"

namespace colo::definition {

namespace {

bool is_reference(const Node& node) {
    return node.find("parameter") != nullptr || node.find("space") != nullptr;
}

bool same(const Node* a, const Node* b) {
    return (a ? plain_text(*a) : "") == (b ? plain_text(*b) : "") &&
           (!a || !b || a->is_map() == b->is_map());
}

/// Whether a key speaks of entries by their names.
bool names_entries(std::string_view key) {
    const std::string_view last = key.substr(key.find_last_of('.') + 1);
    constexpr std::string_view keys[] = {"role", "cabling", "network", "carries"};
    return std::find(std::begin(keys), std::end(keys), last) != std::end(keys);
}

/// What is called otherwise and spoken of by its new name is no difference: the names of before
/// become those of after.
Node with_new_names(Node node, const Renamed& renamed) {
    for (const auto& [now, then] : renamed)
        if (node.is_scalar() && node.text == then) return node.text = now, node;
    for (Node& item : node.items) item = with_new_names(std::move(item), renamed);
    return node;
}

/// The texts of a list's items; one value is a list of one.
std::vector<std::string> items_of(const Node* node) {
    std::vector<std::string> out;
    if (!node) return out;
    if (!node->is_list()) return {plain_text(*node)};
    for (const Node& item : node->items) out.push_back(plain_text(item));
    return out;
}

std::vector<std::string> missing_in(const std::vector<std::string>& others,
                                    const std::vector<std::string>& list) {
    std::vector<std::string> out;
    std::copy_if(list.begin(), list.end(), std::back_inserter(out), [&](const std::string& item) {
        return std::find(others.begin(), others.end(), item) == others.end();
    });
    return out;
}

bool is_list(const Node* node) { return node && node->is_list(); }
bool is_looked_into(const Node* node) { return !node || (node->is_map() && !is_reference(*node)); }
const Node* find_in(const Node* node, const std::string& key) {
    return node ? node->find(key) : nullptr;
}

ChangedKey changed_value(const std::string& section, const std::string& path, const Node* before,
                         const Node* after) {
    const std::string otherwise = default_of(section, path);
    ChangedKey changed;
    changed.key = path;
    changed.before = before ? plain_text(*before) : otherwise;
    changed.after = after ? plain_text(*after) : otherwise;
    if (is_list(before) || is_list(after)) {
        changed.added = missing_in(items_of(before), items_of(after));
        changed.removed = missing_in(items_of(after), items_of(before));
    }
    return changed;
}

std::set<std::string, NaturalLess> keys_of(const Node* before, const Node* after) {
    std::set<std::string, NaturalLess> keys;
    for (const Node* node : {before, after})
        if (node)
            for (const Entry& entry : node->entries) keys.insert(entry.key);
    return keys;
}

/// Adds the keys in which two values differ. Maps are looked into, lists and references are not.
void compare_values(const std::string& section, const std::string& path, const Node* before,
                    const Node* after, const Renamed& renamed, std::vector<ChangedKey>& out) {
    Node called_anew;
    if (before && names_entries(path)) before = &(called_anew = with_new_names(*before, renamed));
    if (!(before || after) || same(before, after)) return;
    if (!is_looked_into(before) || !is_looked_into(after)) {
        ChangedKey changed = changed_value(section, path, before, after);
        if (changed.before != changed.after) out.push_back(std::move(changed));
        return;
    }
    for (const std::string& key : keys_of(before, after))
        compare_values(section, path.empty() ? key : path + "." + key, find_in(before, key),
                       find_in(after, key), renamed, out);
}

}  // namespace

std::vector<ChangedKey> changed_keys(const std::string& section, const Node* before,
                                     const Node* after, const Renamed& renamed) {
    std::vector<ChangedKey> out;
    compare_values(section, "", before, after, renamed, out);
    return out;
}

}  // namespace colo::definition
