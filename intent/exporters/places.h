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

/// How a site counts its rack units, and which of them names a device of several. The intent counts
/// from the bottom.
struct Numbering {
    bool from_top = false;   ///< U1 is at the top
    bool by_lowest = false;  ///< named by the unit nearest the floor

    bool operator==(const Numbering&) const = default;
};

/// A unit of a rack by the number that stands on its posts.
inline std::int64_t printed_unit(const Rack& rack, std::int64_t unit, const Numbering& numbering) {
    return numbering.from_top ? rack.units + 1 - unit : unit;
}

/// The highest rack unit that a device occupies, whole or in part; none for zero-U.
/// Sheets and labels name a device of several units by this one (the manner of TIA-606);
/// the intent itself holds the lowest.
std::optional<std::int64_t> top_unit(const Device& device);

/// `U42`, `U41-42`, as the posts of its rack are numbered; empty for a device without a unit.
std::string units_text(const Device& device, const Rack& rack, const Numbering& numbering = {});

/// Answers about the places of an intent's devices. The intent must outlive it.
class Places {
public:
    explicit Places(const Intent& intent, const Numbering& numbering = {});

    const Numbering& numbering() const { return numbering_; }

    const Device* device(const DeviceId& id) const { return find_by_id(intent_->devices, id); }
    /// The rack it stands in; none: null.
    const Rack* rack(const Device& device) const;
    /// The highest rack unit of it, or of what it is put into; none for zero-U.
    std::optional<std::int64_t> top_unit(const Device& device) const;
    /// The printed number of the unit that names it, or what it is put into; none for zero-U.
    std::optional<std::int64_t> named_unit(const Device& device) const;
    /// `U42`, `U41-42`: the units of it, or of what it is put into; empty for zero-U.
    std::string units(const Device& device) const;
    /// The feed of a power strip: of all its outlets, when that is one.
    std::optional<std::string> feed(const Device& device) const;
    /// What names a device within its rack: the unit that names it (`42`); `PDU-A` for the rack's
    /// only zero-U power strip on feed A; the device's name for what else has no unit. In a bay:
    /// that of what it is put into, and the bay (`42 Slot 1`).
    std::string spot(const Device& device) const;

private:
    const Intent* intent_;
    Numbering numbering_;
    std::map<DeviceId, std::optional<std::string>> feeds_;  // none: of several feeds
    std::map<std::pair<RackId, std::string>, int> strips_;  // zero-U strips of a rack on a feed
};

}  // namespace colo::exporters
