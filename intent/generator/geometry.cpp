#include "intent/generator/geometry.h"

#include <cstdlib>

namespace colo::generator {

namespace {

Face opposite(Face face) { return face == Face::front ? Face::rear : Face::front; }

/// The face of the rack on which a port is reached. Inlets are at the device's back; a zero-U
/// strip hangs at the rear.
Face face_of(const Workbench& bench, const WorkDevice& device, const PortSpec& port) {
    if (bench.body(device).hardware->depth == Depth::zero) return Face::rear;
    const bool at_front = port.table != PortTable::power_port &&
                          port.table != PortTable::rear_port &&
                          device.hardware->port_side == Face::front;
    return at_front ? device.face : opposite(device.face);
}

/// Height of a device's middle above the rack's floor, in hundredths of a millimetre.
std::int64_t middle(const WorkDevice& device) {
    return (2 * device.half_unit + device.hardware->height.value) * rack_unit_hundredths_mm / 4;
}

/// From a port up to the tray; strips run the rack's whole height.
std::int64_t rise(const Workbench& bench, const WorkDevice& device) {
    if (device.hardware->depth == Depth::zero)
        return bench.inputs.standard.routes.tray_above_rack.value;
    const WorkRack& rack = bench.racks[at(device.rack)];
    return (rack.units * rack_unit_hundredths_mm - middle(device)) / 100 +
           bench.inputs.standard.routes.tray_above_rack.value;
}

Length along_tray(const Workbench& bench, const WorkRack& a, const WorkRack& b) {
    const auto& routes = bench.inputs.standard.routes;
    return {std::abs(a.position - b.position) * routes.rack_width.value +
            std::abs(a.row_order - b.row_order) * routes.row_spacing.value};
}

}  // namespace

Length rack_distance(const Workbench& bench, int a, int b) {
    if (a == b) return {0};
    const auto& tray = bench.inputs.standard.routes.tray_above_rack;
    return along_tray(bench, bench.racks[at(a)], bench.racks[at(b)]) + tray * 2;
}

Length route(const Workbench& bench, const PortRef& a, const PortRef& b) {
    const WorkDevice& from_port = bench.devices[at(a.device)];
    const WorkDevice& to_port = bench.devices[at(b.device)];
    const WorkDevice& from = bench.body(from_port);
    const WorkDevice& to = bench.body(to_port);
    const auto& routes = bench.inputs.standard.routes;
    Length way = routes.slack * 2;
    if (from.rack != to.rack)
        return way + Length{rise(bench, from) + rise(bench, to)} +
               along_tray(bench, bench.racks[at(from.rack)], bench.racks[at(to.rack)]);
    const bool strip = from.hardware->depth == Depth::zero || to.hardware->depth == Depth::zero;
    if (!strip) way += Length{std::abs(middle(from) - middle(to)) / 100};
    if (face_of(bench, from_port, bench.port(a)) != face_of(bench, to_port, bench.port(b)))
        way += bench.racks[at(from.rack)].width;
    return way;
}

Length route_out(const Workbench& bench, const PortRef& port, Length beyond) {
    const WorkDevice& device = bench.body(bench.devices[at(port.device)]);
    return bench.inputs.standard.routes.slack * 2 + Length{rise(bench, device)} + beyond;
}

}  // namespace colo::generator
