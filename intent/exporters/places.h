// Where devices are, in the words that sheets and labels use.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/model/intent.h"

namespace colo::exporters {

/// The object of that id in a table of an intent; none: null.
template <class T, class ThisId>
const T* find_by_id(const std::vector<T>& table, const ThisId& id) {
    const auto at =
        std::lower_bound(table.begin(), table.end(), id,
                         [](const T& one, const ThisId& wanted) { return one.id < wanted; });
    return at != table.end() && at->id == id ? &*at : nullptr;
}

/// The highest rack unit that a device occupies, whole or in part; none for zero-U.
/// Sheets and labels name a device of several units by this one (the manner of TIA-606);
/// the intent itself holds the lowest.
std::optional<std::int64_t> top_unit(const Device& device);

/// `U42`, `U41-42`; empty for a device without a unit.
std::string units_text(const Device& device);

/// Answers about the places of an intent's devices. The intent must outlive it.
class Places {
public:
    explicit Places(const Intent& intent);

    const Device* device(const DeviceId& id) const { return find_by_id(intent_->devices, id); }
    /// The rack it stands in; none: null.
    const Rack* rack(const Device& device) const;
    /// The highest rack unit of it, or of what it is put into; none for zero-U.
    std::optional<std::int64_t> top_unit(const Device& device) const;
    /// The feed of a power strip: of all its outlets, when that is one.
    std::optional<std::string> feed(const Device& device) const;
    /// What names a device within its rack: the topmost unit (`42`); `PDU-A` for the rack's only
    /// zero-U power strip on feed A; the device's name for what else has no unit. In a bay: that
    /// of what it is put into, and the bay (`42 Slot 1`).
    std::string spot(const Device& device) const;

private:
    const Intent* intent_;
    std::map<DeviceId, std::optional<std::string>> feeds_;  // none: of several feeds
    std::map<std::pair<RackId, std::string>, int> strips_;  // zero-U strips of a rack on a feed
};

}  // namespace colo::exporters
