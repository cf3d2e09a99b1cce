// Cords from inlets to outlets, and what each feed carries.
#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/sheet/connectors.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

Cell text(const std::string& said) { return cell_of(std::optional(said)); }

/// Inlets and outlets by their ids.
struct Sockets {
    explicit Sockets(const Intent& intent) {
        for (const PowerPort& port : intent.power_ports) inlets.emplace(port.id, &port);
        for (const Outlet& outlet : intent.outlets) outlets.emplace(outlet.id, &outlet);
    }
    std::map<PortId, const PowerPort*> inlets;
    std::map<PortId, const Outlet*> outlets;
};

template <class T>
const T* find(const std::map<PortId, const T*>& ports, const CableEnd& end) {
    const auto found = end.port ? ports.find(*end.port) : ports.end();
    return found == ports.end() ? nullptr : found->second;
}

}  // namespace

Table power_table(const Desk& desk, const Colours& colours) {
    Table table{"power",
                "Power schedule",
                "One line a cord. The cords of one device go to different feeds; each colour is "
                "one feed where the standard says so.",
                {printed("rack", "Rack"),
                 printed("u", "U"),
                 printed("device", "Device"),
                 printed("action", "Do", desk.is_change()),
                 printed("inlet", "Inlet"),
                 printed("inlet_type", "Inlet type", false),
                 printed("feed", "Feed"),
                 printed("strip", "Power strip"),
                 printed("outlet", "Outlet"),
                 printed("outlet_type", "Outlet type", false),
                 printed("phase", "Phase"),
                 printed("label", "Cord"),
                 printed("medium", "Medium"),
                 printed("plug_inlet", "Plug at inlet"),
                 printed("plug_outlet", "Plug at outlet"),
                 printed("length_m", "Cord (m)"),
                 printed("colour", "Colour"),
                 printed("typical_w", "Device typical (W)"),
                 printed("maximum_w", "Device maximum (W)"),
                 printed("step", "Step"),
                 to_fill("done", "Done", Fill::tick, 5)},
                {},
                true};
    const Sockets now(desk.intent()), then(*desk.before().intent);
    const auto power = colours.find("power");
    for (const CableWork& work : desk.cables) {
        const Cable& cable = work.shown();
        if (cable.kind != CableKind::power) continue;
        const Layout& layout = desk.layout(work);
        const Sockets& sockets = work.after ? now : then;
        const bool a_is_inlet = find(sockets.inlets, cable.a) != nullptr;
        const CableEnd &in = a_is_inlet ? cable.a : cable.b, &out = a_is_inlet ? cable.b : cable.a;
        const PowerPort* const inlet = find(sockets.inlets, in);
        const Outlet* const outlet = find(sockets.outlets, out);
        const Device* const device = in.device ? layout.places.device(*in.device) : nullptr;
        const auto near = layout.ends.place(in), far = layout.ends.place(out);
        const Supplies& supplies = desk.job().supplies;
        table.rows.push_back({{text(near.rack),
                               cell_of(near.unit),
                               text(near.device),
                               std::string(to_text(work.task)),
                               text(near.port),
                               text(near.port_type),
                               inlet ? cell_of(inlet->feed) : Cell(),
                               text(far.device),
                               text(far.port),
                               text(far.port_type),
                               outlet ? cell_of(outlet->phase) : Cell(),
                               cable.label,
                               cable.media,
                               text(connector_at(near.port_type, cable.media, supplies).plug),
                               text(connector_at(far.port_type, cable.media, supplies).plug),
                               Thousandths{cable.length.value},
                               cell_of(cable.colour),
                               device ? cell_of(device->typical) : Cell(),
                               device ? cell_of(device->maximum) : Cell(),
                               work.step > 0 ? Cell(work.step) : Cell(),
                               Cell()},
                              near.rack,
                              power == colours.end() ? "" : power->second});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const Row& a, const Row& b) {
        return a.section != b.section && natural_less(a.section, b.section);
    });
    return table;
}

Table feeds_table(const Desk& desk) {
    Table table{"feeds",
                "Feeds",
                "What each feed carries in the end. With another feed lost: the load when the "
                "rack's worst other feed is gone and this one takes over.",
                {printed("rack", "Rack"), printed("feed", "Feed"),
                 printed("capacity_w", "Usable (W)"), printed("typical_w", "Typical (W)"),
                 printed("maximum_w", "Maximum (W)"),
                 printed("failover_w", "With another feed lost (W)"),
                 to_fill("measured_w", "Measured (W)", Fill::number, 12),
                 to_fill("measured_by", "By", Fill::text, 8)},
                {},
                false};
    std::vector<const Rack*> racks;
    std::set<std::string> in_work;
    for (const DeviceWork& work : desk.devices) in_work.insert(desk.rack_name(work));
    for (const Rack& rack : desk.intent().racks)
        if (!desk.is_change() || in_work.contains(rack.name)) racks.push_back(&rack);
    std::sort(racks.begin(), racks.end(),
              [](const Rack* a, const Rack* b) { return natural_less(a->name, b->name); });
    for (const Rack* rack : racks)
        for (const auto& [name, feed] : rack->feeds)
            table.rows.push_back({{rack->name, name, Thousandths{feed.capacity.value},
                                   Thousandths{feed.typical.value}, Thousandths{feed.maximum.value},
                                   cell_of(feed.failover), Cell(), Cell()},
                                  rack->name,
                                  ""});
    return table;
}

}  // namespace colo::sheets
