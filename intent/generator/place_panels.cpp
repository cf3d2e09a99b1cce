// Panels stand where the site says, before everything else.
#include <fmt/format.h>

#include "intent/generator/placement.h"

namespace colo::generator {

namespace {

/// What stands where a panel is to be put: another panel, or the facility's own.
std::string taken_by(const Workbench& bench, const WorkDevice& panel, int half) {
    const int end = half + static_cast<int>(panel.hardware->height.value);
    for (const WorkDevice& other : bench.devices)
        if (other.rack == panel.scope_rack && other.half_unit != none && other.half_unit < end &&
            half < other.half_unit + static_cast<int>(other.hardware->height.value))
            return fmt::format("by {}", other.id);
    const auto reserved =
        bench.constraints.reserved.find(RackId(bench.racks[at(panel.scope_rack)].id));
    if (reserved != bench.constraints.reserved.end())
        for (const ReservedUnits& units : reserved->second)
            if ((units.first - 1) * 2 < end && half < units.last * 2)
                return fmt::format("U{}-{} are reserved: {}", units.first, units.last, units.why);
    return "by what stands there";
}

}  // namespace

void place_panels(Workbench& bench, Floor& floor) {
    for (int i = 0; i < static_cast<int>(bench.devices.size()); ++i) {
        const WorkDevice& device = bench.devices[at(i)];
        if (!device.is_panel()) continue;
        const WorkRack& rack = bench.racks[at(device.scope_rack)];
        const auto& entry = bench.inputs.site.panels.at(rack.id + "/" + device.scope);
        const std::int64_t unit = *entry.unit;
        if (unit < 1 || unit * 2 - 2 + device.hardware->height.value > rack.units * 2) {
            bench.out
                .error(
                    "unit-taken", entry.unit.at,
                    fmt::format("rack {} has no unit {} for panel {}", rack.id, unit, device.scope))
                .hint = fmt::format("its units are 1 to {}", rack.units);
            continue;
        }
        const int half = static_cast<int>(unit - 1) * 2;
        if (!floor.space(device.scope_rack).is_free(*device.hardware, device.face, half, device.id))
            bench.out
                .error("unit-taken", entry.unit.at,
                       fmt::format("U{} of rack {} is taken already", unit, rack.id))
                .detail = {taken_by(bench, device, half)};
        else
            floor.put(i, device.scope_rack, half);
    }
}

}  // namespace colo::generator
