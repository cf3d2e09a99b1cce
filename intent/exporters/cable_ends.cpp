#include "intent/exporters/cable_ends.h"

#include "intent/model/describe.h"

namespace colo::exporters {

namespace {

Face face_of(const Device& device, bool is_rear_of_panel) {
    if (!is_rear_of_panel) return device.face;
    return device.face == Face::front ? Face::rear : Face::front;
}

std::string label_of(const Places& places, const Device& device, const std::string& port) {
    const Rack* rack = places.rack(device);
    if (!rack) return device.name + ":" + port;
    return rack->name + "-" + places.spot(device) + ":" + port;
}

}  // namespace

std::string label_text(const CableEndPlace& near, const CableEndPlace& far) {
    return near.label + " / " + far.label;
}

CableEnds::CableEnds(const Intent& intent, const Numbering& numbering)
    : intent_(&intent), places_(intent, numbering) {
    ports_.reserve(intent.interfaces.size() + intent.outlets.size() + intent.power_ports.size() +
                   intent.console_ports.size() + intent.console_server_ports.size() +
                   intent.panel_ports.size());
    for_each_table(intent, [&](const char*, const auto& table) {
        for (const auto& one : table) {
            using T = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::same_as<T, PanelPort>)
                ports_[one.id.value] = {one.type, one.side == PanelSide::rear};
            else if constexpr (std::same_as<decltype(T::id), PortId>)
                ports_[one.id.value] = {one.type, false};
        }
    });
}

const Rack* CableEnds::rack(const CableEnd& end) const {
    const Device* device = end.device ? places_.device(*end.device) : nullptr;
    return device ? places_.rack(*device) : nullptr;
}

CableEndPlace CableEnds::place(const CableEnd& end) const {
    CableEndPlace out;
    const Device* device = end.device ? places_.device(*end.device) : nullptr;
    if (!device) {
        out.port = end.text.value_or(end.name.value_or(""));
        out.label = out.port;
        return out;
    }
    const auto found = end.port ? ports_.find(end.port->value) : ports_.end();
    const Port port = found == ports_.end() ? Port{} : found->second;
    const Rack* rack = places_.rack(*device);
    out.site = intent_->head.site;
    out.rack = rack ? rack->name : "";
    out.unit = places_.named_unit(*device);
    out.face = to_text(face_of(*device, port.is_rear_of_panel));
    out.device = device->name;
    out.port = end.name.value_or("");
    out.port_type = port.type;
    out.label = label_of(places_, *device, out.port + (port.is_rear_of_panel ? " rear" : ""));
    return out;
}

}  // namespace colo::exporters
