// What stands in each rack: the common ground of the rules about units, weight and power.
#pragma once

#include <optional>
#include <vector>

#include "intent/model/constraints.h"
#include "intent/model/intent.h"

namespace colo::rules {

struct RackContents {
    const Rack* rack;
    std::vector<const Device*> devices;  ///< in the order of the intent
};

/// Racks in natural order of their ids. Devices without a rack are in none.
std::vector<RackContents> contents_of_racks(const Intent& intent);

/// Units of one rack, face by face, in halves: a device of half a unit takes one of a unit's two.
class UnitMap {
public:
    UnitMap(const RackContents& contents, const std::vector<ReservedUnits>& reserved);

    /// Whether a device of this shape could stand with its lowest half unit free at `unit`.
    bool is_free(std::int64_t unit, const Device& shape) const;
    /// The lowest unit where a device of this shape could stand.
    std::optional<std::int64_t> lowest_free(const Device& shape) const;
    /// How many devices of this shape, which has a height, could be added.
    std::int64_t room_for(const Device& shape) const;

private:
    void take(std::int64_t unit, HalfUnits height, bool front, bool rear);
    int& halves(std::int64_t unit, bool front);
    int halves(std::int64_t unit, bool front) const;

    std::int64_t units_;
    std::vector<int> front_, rear_;  // taken halves of each unit
};

/// Whether a device stands on units at all; one that hangs beside them or is nowhere does not.
bool stands_on_units(const Device& device);
bool takes_front(const Device& device);
bool takes_rear(const Device& device);
/// The highest unit that a device touches.
std::int64_t top_unit(const Device& device);

}  // namespace colo::rules
