#include "intent/exporters/cabling/cabling.h"

namespace colo::exporters {

namespace {

template <class T>
const std::vector<const T*>&
found_in(const std::unordered_map<RackId, std::vector<const T*>>& by_rack, const RackId& rack) {
    static const std::vector<const T*> none;
    const auto at = by_rack.find(rack);
    return at == by_rack.end() ? none : at->second;
}

std::int64_t count_at(const std::unordered_map<std::string_view, std::int64_t>& counts,
                      const DeviceId& device) {
    const auto at = counts.find(device.value);
    return at == counts.end() ? 0 : at->second;
}

}  // namespace

CablingIndex::CablingIndex(const Intent& intent, const CableEnds& ends) {
    for (const Device& device : intent.devices)
        if (device.rack) devices_[*device.rack].push_back(&device);
    for (const Cable& cable : intent.cables) {
        const Rack *a = ends.rack(cable.a), *b = ends.rack(cable.b);
        if (a) cables_[a->id].push_back(&cable);
        if (b && b != a) cables_[b->id].push_back(&cable);
    }
    for (const Outlet& port : intent.outlets) ports_[port.id.value] = PortUse::serves;
    for (const ConsoleServerPort& port : intent.console_server_ports)
        ports_[port.id.value] = PortUse::serves;
    for (const Interface& port : intent.interfaces) {
        ports_[port.id.value] = port.management_only ? PortUse::served : PortUse::network;
        if (!port.management_only) ++network_ports_[port.device.value];
    }
    for (const PanelPort& port : intent.panel_ports) {
        ports_[port.id.value] = PortUse::panel;
        ++panel_ports_[port.device.value];
    }
}

const std::vector<const Cable*>& CablingIndex::cables(const RackId& rack) const {
    return found_in(cables_, rack);
}

const std::vector<const Device*>& CablingIndex::devices(const RackId& rack) const {
    return found_in(devices_, rack);
}

std::int64_t CablingIndex::rank(const CableEnd& end) const {
    const auto port = end.port ? ports_.find(end.port->value) : ports_.end();
    if (port == ports_.end() || !end.device) return 0;
    switch (port->second) {
        case PortUse::serves: return serves;
        case PortUse::served: return 0;
        case PortUse::network: return count_at(network_ports_, *end.device);
        case PortUse::panel: return count_at(panel_ports_, *end.device);
    }
    return 0;
}

}  // namespace colo::exporters
