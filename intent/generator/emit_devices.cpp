// Devices and all of their ports.
#include <algorithm>
#include <array>
#include <numeric>

#include "intent/generator/emit.h"
#include "intent/generator/speeds.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

std::optional<std::string> text_or_nothing(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

Device make_device(const Workbench& bench, const WorkDevice& from) {
    Device device;
    device.id = DeviceId(from.id);
    device.name = from.name;
    device.number = from.number;
    device.role = text_or_nothing(from.role_name);
    device.model = from.hardware->model;
    device.device_type = from.hardware->device_type;
    device.platform = text_or_nothing(from.platform);
    if (from.rack != none) device.rack = RackId(bench.racks[at(from.rack)].id);
    if (from.half_unit != none) device.unit = from.half_unit / 2 + 1;
    device.height = from.hardware->height;
    device.face = from.hardware->depth == Depth::zero ? Face::rear : from.face;
    device.depth = from.hardware->depth;
    device.weight = from.hardware->weight;
    if (from.parent != none) {  // takes no units, and its weight and power are its parent's
        device.parent = DeviceId(bench.devices[at(from.parent)].id);
        device.bay = from.bay;
        device.height = HalfUnits{0};
        device.face = from.face;
        device.depth = Depth::zero;
        device.weight = std::nullopt;
    }
    if (from.pair != none) device.pair = bench.pairs[at(from.pair)].id;
    const bool fed = !from.inlets.empty();
    if (fed) device.typical = from.hardware->typical;
    if (fed) device.maximum = from.hardware->maximum;
    device.rule = from.is_panel() ? "panels" : from.role_name;
    return device;
}

class Ports {
public:
    Ports(Workbench& bench, int index)
        : bench_(bench), device_(bench.devices[at(index)]), index_(index), id_(device_.id) {}

    void emit(const std::vector<int>& order) {
        for (const int port : order) emit(port, device_.hardware->ports[at(port)]);
    }

private:
    PortId id_of(int port) const { return bench_.port_id({index_, port}); }

    std::optional<CableId> cable_of(int port) const {
        const std::string* const cable = bench_.cable_at({index_, port});
        return cable ? std::optional(CableId(*cable)) : std::nullopt;
    }

    std::optional<std::string> feed_of_inlet(int port) const {
        for (const Inlet& inlet : device_.inlets)
            if (inlet.port == port) return bench_.racks[at(device_.rack)].feeds[at(inlet.feed)];
        return text_or_nothing(device_.scope_feed);
    }

    void emit(int port, const PortSpec& spec) {
        Intent& intent = bench_.intent;
        switch (spec.table) {
            case PortTable::interface: return emit_interface(port, spec);
            case PortTable::power_port:
                intent.power_ports.push_back(
                    {id_of(port), id_, spec.name, spec.type, feed_of_inlet(port), cable_of(port)});
                return;
            case PortTable::outlet:
                intent.outlets.push_back({id_of(port), id_, spec.name, spec.type,
                                          text_or_nothing(device_.scope_feed), spec.leg,
                                          cable_of(port)});
                return;
            case PortTable::console_port:
                intent.console_ports.push_back(
                    {id_of(port), id_, spec.name, spec.type, cable_of(port)});
                return;
            case PortTable::console_server_port:
                intent.console_server_ports.push_back(
                    {id_of(port), id_, spec.name, spec.type, cable_of(port)});
                return;
            case PortTable::front_port: return emit_panel_port(port, spec, PanelSide::front);
            case PortTable::rear_port: return emit_panel_port(port, spec, PanelSide::rear);
        }
    }

    void emit_interface(int port, const PortSpec& spec) {
        Interface made;
        made.id = id_of(port);
        made.device = id_;
        made.name = spec.name;
        made.type = spec.type;
        made.management_only = spec.management_only;
        made.cable = cable_of(port);
        made.speed = speed_of(spec);
        if (const int cable = device_.port_cable[at(port)]; cable != none)
            if (bench_.cables[at(cable)].speed) made.speed = bench_.cables[at(cable)].speed;
        bench_.devices[at(index_)].port_interface[at(port)] =
            static_cast<int>(bench_.intent.interfaces.size());
        bench_.lag_of_interface.push_back(none);
        bench_.intent.interfaces.push_back(std::move(made));
    }

    void emit_panel_port(int port, const PortSpec& spec, PanelSide side) {
        PanelPort made;
        made.id = id_of(port);
        made.device = id_;
        made.name = spec.name;
        made.side = side;
        made.type = spec.type;
        made.cable = cable_of(port);
        for (int other = 0; other < static_cast<int>(device_.hardware->ports.size()); ++other) {
            const PortSpec& behind = device_.hardware->ports[at(other)];
            const bool is_behind =
                side == PanelSide::front
                    ? behind.table == PortTable::rear_port && behind.name == spec.behind
                    : behind.table == PortTable::front_port && behind.behind == spec.name;
            if (!is_behind) continue;
            made.through = id_of(other);
            break;
        }
        bench_.intent.panel_ports.push_back(std::move(made));
    }

    Workbench& bench_;
    const WorkDevice& device_;
    int index_;
    DeviceId id_;
};

/// Devices as their ports are sorted, whose ids go on with a colon: so that sorting the tables of
/// the intent has little to do.
std::vector<int> in_order_of_ids(const Workbench& bench) {
    std::vector<std::string> keys;
    keys.reserve(bench.devices.size());
    for (const WorkDevice& device : bench.devices) keys.push_back(device.id + ":");
    std::vector<int> order(bench.devices.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return keys[at(a)] < keys[at(b)]; });
    return order;
}

std::vector<int> ports_by_name(const Hardware& hardware) {
    std::vector<int> order(hardware.ports.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return hardware.ports[at(a)].name < hardware.ports[at(b)].name;
    });
    return order;
}

/// Tables are large: growing them step by step would move each object several times.
void reserve(Workbench& bench) {
    std::array<std::size_t, 7> ports{};
    for (const WorkDevice& device : bench.devices)
        for (const PortSpec& port : device.hardware->ports)
            ++ports[static_cast<std::size_t>(port.table)];
    const auto count = [&](PortTable table) { return ports[static_cast<std::size_t>(table)]; };
    const std::size_t made =
        bench.cables.size() + 2 * bench.devices.size();  // bundles, virtual ones
    bench.intent.devices.reserve(bench.devices.size());
    bench.intent.interfaces.reserve(count(PortTable::interface) + made);
    bench.intent.power_ports.reserve(count(PortTable::power_port));
    bench.intent.outlets.reserve(count(PortTable::outlet));
    bench.intent.console_server_ports.reserve(count(PortTable::console_server_port));
    bench.intent.addresses.reserve(8 * bench.devices.size());
}

}  // namespace

int add_interface(Workbench& bench, int device, const std::string& name, const std::string& type) {
    Interface made;
    made.device = DeviceId(bench.devices[at(device)].id);
    made.id = PortId(made.device.value + ":" + name);
    const auto [found, is_new] = bench.made_interfaces.emplace(
        made.id.value, static_cast<int>(bench.intent.interfaces.size()));
    if (!is_new) return found->second;
    made.name = name;
    made.type = type;
    bench.lag_of_interface.push_back(none);
    bench.intent.interfaces.push_back(std::move(made));
    return found->second;
}

void emit_devices(Workbench& bench) {
    reserve(bench);
    std::map<const Hardware*, std::vector<int>> ports;  // in the order of their names
    for (const int i : in_order_of_ids(bench)) {
        bench.intent.devices.push_back(make_device(bench, bench.devices[at(i)]));
        const Hardware* hardware = bench.devices[at(i)].hardware;
        const auto [order, is_new] = ports.try_emplace(hardware);
        if (is_new) order->second = ports_by_name(*hardware);
        Ports(bench, i).emit(order->second);
        if (bench.is_power_source(bench.devices[at(i)]))
            bench.constraints.power_sources.insert(DeviceId(bench.devices[at(i)].id));
    }
}

void emit_hardware(Workbench& bench) {
    emit_racks(bench);
    emit_devices(bench);
    emit_cables(bench);
    emit_lags(bench);
}

}  // namespace colo::generator
