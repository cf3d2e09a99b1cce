// Finds each device its rack, its units and its feeds.
#pragma once

#include "intent/generator/rack_space.h"

namespace colo::generator {

/// All racks while devices are placed into them.
class Floor {
public:
    explicit Floor(Workbench& bench);

    /// Why the device does not fit the rack at `half_unit` (none: anywhere), or nothing.
    std::optional<Shortage> shortage(const WorkDevice& device, int rack, int half_unit) const;
    /// Why its power does not suit the rack, or nothing.
    std::optional<Shortage> power_shortage(const WorkDevice& device, int rack) const;
    /// Puts the device there; `half_unit` none: where its role wants it.
    void put(int device, int rack, int half_unit);

    const RackSpace& space(int rack) const { return spaces_[at(rack)]; }
    RackSpace& space(int rack) { return spaces_[at(rack)]; }
    const PowerBook& power(int rack) const { return power_[at(rack)]; }
    int wanted_unit(const WorkDevice& device, int rack) const;

private:
    struct Draw {
        Power budget, failover;
    };
    Draw draw_of(const WorkDevice& device) const;
    std::vector<Inlet> inlets_of(const WorkDevice& device, int rack) const;
    std::optional<Shortage> airflow(const WorkDevice& device) const;
    std::optional<Shortage> rails(const WorkDevice& device, int rack) const;
    std::optional<Shortage> units(const WorkDevice& device, int rack, int half_unit) const;
    std::optional<Shortage> outlets(const std::vector<Inlet>& inlets, const WorkDevice& device,
                                    int rack) const;
    void stock_outlets();

    Workbench& bench_;
    std::vector<RackSpace> spaces_;
    std::vector<PowerBook> power_;
    std::vector<OutletStock> outlets_;
};

/// Puts a site's panels where it says.
void place_panels(Workbench& bench, Floor& floor);

/// Whether a device is fed by cords of ours: it has inlets and is no source of power itself.
bool is_powered(const Workbench& bench, const WorkDevice& device);

/// `R03 U23 1U front full`, U23 being the lowest, or `R03 zero`, or `in: chassis.1 Slot 2`.
std::string place_text(const Workbench& bench, const WorkDevice& device);

/// The place that an earlier plan kept, read back from its text.
struct KeptPlace {
    std::string rack;
    int half_unit = none, halves = 0;
    Face face = Face::front;
    bool full = false;
};
std::optional<KeptPlace> read_place(const std::string& text);

}  // namespace colo::generator
