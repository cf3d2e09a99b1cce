#include "intent/definition/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/definition/changed_keys.h"
#include "intent/definition/entry_words.h"

namespace colo::definition {

namespace {

using Differences = std::vector<EntryDifference>;

/// What `moved` (`NAME.*` to `NAME.*`) calls otherwise between the two: by the name in `after`,
/// that in `before`.
Renamed renamed(const Node& before, const Node& after) {
    const auto pairs = [](const Node* list) {
        Renamed out;
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
    Renamed back;  // to an earlier version
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
        one.keys = changed_keys(name, before_.find(name), new_one, renamed_);
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
            one.keys = changed_keys(section, &before->value, &after.value, renamed_);
            if (one.keys.empty() && one.was.empty()) return;
        }
        out_.push_back(std::move(one));
    }

    const Node& before_;
    const Node& after_;
    Renamed renamed_;
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
    comparison.single("sheets");
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
