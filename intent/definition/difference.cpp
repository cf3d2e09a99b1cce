#include "intent/definition/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "intent/definition/entry_words.h"
#include "intent/definition/flat.h"

namespace colo::definition {

namespace {

using Differences = std::vector<EntryDifference>;

bool is_reference(const Node& node) {
    return node.find("parameter") != nullptr || node.find("space") != nullptr;
}

bool same(const Node* a, const Node* b) {
    return (a ? plain_text(*a) : "") == (b ? plain_text(*b) : "") &&
           (!a || !b || a->is_map() == b->is_map());
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

/// Adds the keys in which two values differ. Maps are looked into, lists and references are not.
void compare_values(const std::string& section, const std::string& path, const Node* before,
                    const Node* after, std::vector<ChangedKey>& out) {
    const auto looked_into = [](const Node* node) {
        return !node || (node->is_map() && !is_reference(*node));
    };
    if (!(before || after) || same(before, after)) return;
    if (looked_into(before) && looked_into(after)) {
        std::set<std::string, NaturalLess> keys;
        for (const Node* node : {before, after})
            if (node)
                for (const Entry& entry : node->entries) keys.insert(entry.key);
        for (const std::string& key : keys)
            compare_values(section, path.empty() ? key : path + "." + key,
                           before ? before->find(key) : nullptr, after ? after->find(key) : nullptr,
                           out);
        return;
    }
    const std::string otherwise = default_of(section, path);
    ChangedKey changed{path,
                       before ? plain_text(*before) : otherwise,
                       after ? plain_text(*after) : otherwise,
                       {},
                       {}};
    if ((before && before->is_list()) || (after && after->is_list())) {
        changed.added = missing_in(items_of(before), items_of(after));
        changed.removed = missing_in(items_of(after), items_of(before));
    }
    if (changed.before != changed.after) out.push_back(std::move(changed));
}

/// What `moved` (`NAME.*` to `NAME.*`) calls otherwise between the two: by the name in `after`,
/// that in `before`.
std::map<std::string, std::string> renamed(const Node& before, const Node& after) {
    const auto pairs = [](const Node* list) {
        std::map<std::string, std::string> out;
        if (!list) return out;
        for (const Node& item : list->is_list() ? list->items : std::vector<Node>{*list}) {
            const Node *from = item.find("from"), *to = item.find("to");
            if (from && to && from->text.ends_with(".*") && to->text.ends_with(".*"))
                out[to->text.substr(0, to->text.size() - 2)] =
                    from->text.substr(0, from->text.size() - 2);
        }
        return out;
    };
    const auto then = pairs(before.find("moved"));
    auto now = pairs(after.find("moved"));
    std::map<std::string, std::string> back;  // to an earlier version
    for (const auto& [to, from] : then)
        if (now.erase(to) == 0) back[from] = to;
    now.merge(back);
    return now;
}

const Entry* find_entry(const Node* section, const std::string& name) {
    if (!section) return nullptr;
    const auto found = std::find_if(section->entries.begin(), section->entries.end(),
                                    [&](const Entry& entry) { return entry.key == name; });
    return found == section->entries.end() ? nullptr : &*found;
}

class Comparison {
public:
    Comparison(const Node& before, const Node& after)
        : before_(before), after_(after), renamed_(renamed(before, after)) {}

    void section(const std::string& name) {
        const Node *old_one = before_.find(name), *new_one = after_.find(name);
        const std::size_t first = out_.size();
        std::set<std::string> carried_on;
        if (new_one)
            for (const Entry& entry : new_one->entries) {
                const std::string was = name_before(old_one, entry.key);
                carried_on.insert(was);
                compare(name, find_entry(old_one, was), entry);
            }
        if (old_one)
            for (const Entry& entry : old_one->entries)
                if (!carried_on.contains(entry.key))
                    out_.push_back(
                        {name, entry.key, "", EntryChange::removed, "", {}, entry.key_at});
        std::sort(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(),
                  [](const auto& a, const auto& b) { return natural_less(a.name, b.name); });
    }

    /// What is one value and no collection of entries: `dns`, `capabilities`.
    void single(const std::string& name) {
        EntryDifference one{"", name, "", EntryChange::changed, "", {}, {}};
        const Node* const new_one = after_.find(name);
        compare_values(name, "", before_.find(name), new_one, one.keys);
        if (new_one) one.at = new_one->at;
        if (!one.keys.empty()) out_.push_back(std::move(one));
    }

    Differences take() && { return std::move(out_); }

private:
    /// The name that an entry had: its own where the earlier version has that.
    std::string name_before(const Node* old_section, const std::string& name) const {
        if (find_entry(old_section, name)) return name;
        const auto found = renamed_.find(name);
        return found != renamed_.end() && find_entry(old_section, found->second) ? found->second
                                                                                 : name;
    }

    void compare(const std::string& section, const Entry* before, const Entry& after) {
        EntryDifference one{section, after.key, "", EntryChange::added, "", {}, after.key_at};
        if (!before) {
            one.about = about_entry(section, after.value, after_);
        } else {
            one.change = EntryChange::changed;
            if (before->key != after.key) one.was = before->key;
            compare_values(section, "", &before->value, &after.value, one.keys);
            if (one.keys.empty() && one.was.empty()) return;
        }
        out_.push_back(std::move(one));
    }

    const Node& before_;
    const Node& after_;
    std::map<std::string, std::string> renamed_;  // new name -> old name
    Differences out_;
};

}  // namespace

Differences differences(const Node& before, const Node& after) {
    Comparison comparison(before, after);
    comparison.single("capabilities");
    comparison.single("survives");
    for (const char* name : {"parameters", "groups", "models", "roles"}) comparison.section(name);
    comparison.single("power");
    for (const char* name : {"circuits", "media"}) comparison.section(name);
    comparison.single("routes");
    for (const char* name : {"cabling", "pools", "networks", "asns", "sessions"})
        comparison.section(name);
    comparison.single("dns");
    comparison.section("spares");
    return std::move(comparison).take();
}

std::string to_text(const EntryDifference& difference) {
    std::string text = entry_name(difference.section, difference.name) + ": ";
    switch (difference.change) {
        case EntryChange::added:
            return text + (difference.about.empty() ? "new" : "new, " + difference.about);
        case EntryChange::removed: return text + "removed";
        case EntryChange::changed: break;
    }
    std::vector<std::string> parts;
    if (!difference.was.empty()) parts.push_back("was called " + difference.was);
    for (const ChangedKey& one : difference.keys) parts.push_back(change_text(one));
    return text + fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace colo::definition
