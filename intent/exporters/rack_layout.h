// What is seen of a rack: which devices from which side, where, and what is free.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intent/exporters/places.h"

namespace colo::exporters {

/// A device as one side of the rack shows it.
struct Seen {
    const Device* device = nullptr;
    std::int64_t bottom = 0;   ///< half units above the floor of U1
    std::int64_t height = 1;   ///< half units
    bool from_behind = false;  ///< mounted on the other face, and deep enough to be seen here

    bool operator==(const Seen&) const = default;
};

/// Free rack units: no part of them is taken, and the facility does not keep them.
struct FreeUnits {
    std::int64_t both = 0, front_only = 0, rear_only = 0;

    bool operator==(const FreeUnits&) const = default;
};

struct RackLayout {
    std::vector<Seen> front, rear;            ///< from the bottom up
    std::vector<bool> front_free, rear_free;  ///< for each unit, U1 first
    /// Zero-U devices on the posts of the rear, as one sees them standing behind the rack, in the
    /// order of their ids; the first is nearest the units. The rack's feeds by name go left, right,
    /// left, right; what is on none of them goes where there are fewer.
    std::vector<const Device*> left, right;
    /// Devices that overlap one before them or reach beyond the rack: a broken intent.
    std::vector<const Device*> without_room;

    FreeUnits free_units() const;
};

/// What the facility keeps of the rack, within its units.
std::vector<ReservedUnits> reserved_units(const Rack& rack);

/// Lays out the devices of a rack. Two devices of half a unit in one unit stand one above the
/// other, in the order of their ids.
RackLayout rack_layout(const Rack& rack, std::vector<const Device*> devices, const Places& places);

}  // namespace colo::exporters
