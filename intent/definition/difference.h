// What differs between two versions of a standard, in the words of the trade: from their merged
// documents, not from their text.
#pragma once

#include <string>
#include <vector>

#include "intent/definition/extends.h"

namespace colo::definition {

/// A key of an entry that says something else; texts as people read them.
struct ChangedKey {
    std::string key;                          ///< as a path: `ports.uplink`
    std::string before, after;                ///< empty: not said there, and without a default
    std::vector<std::string> added, removed;  ///< of a list: what came and went

    bool operator==(const ChangedKey&) const = default;
};

enum class EntryChange : std::uint8_t { added, removed, changed };

/// An entry that comes, goes, says something else or is called otherwise.
struct EntryDifference {
    std::string section;  ///< `roles`; empty for what stands by itself: `description`
    std::string name;     ///< `spine`
    std::string was;      ///< its name before, where `moved` says so; else empty
    EntryChange change = EntryChange::changed;
    std::string about;             ///< of an added one: `4 of model spine-32x100`
    std::vector<ChangedKey> keys;  ///< of a changed one
    SourceRange at;  ///< where the later version says it; of a removed one, the earlier

    bool operator==(const EntryDifference&) const = default;
};

/// By section in the order of the language, then in natural order of the names. What a default says
/// anyway is no difference.
std::vector<EntryDifference> differences(const Node& before, const Node& after);

/// `role spine: new, 4 of model spine-32x100`; `cabling uplink: parallel 1 -> 2`.
std::string to_text(const EntryDifference& difference);

}  // namespace colo::definition
