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

/// The inlets of strips, which go to the facility's own feeds.
void add_feeding(Table& table, const Desk& desk) {
    std::set<DeviceId> sources;
    for (const Outlet& outlet : desk.intent().outlets) sources.insert(outlet.device);
    for (const PowerPort& inlet : desk.intent().power_ports) {
        const DeviceWork* const work =
            sources.contains(inlet.device) ? desk.device_work(inlet.device) : nullptr;
        if (!work || !work->after || work->task == Task::label || inlet.cable) continue;
        const auto feed = desk.now().places.feed(*work->after);
        Row row{{}, desk.rack_name(*work), ""};
        row.cells.resize(table.columns.size());
        const auto set = [&](std::string_view key, const Cell& cell) {
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].key == key) row.cells[i] = cell;
        };
        set("rack", text(row.section));
        set("u", cell_of(desk.now().places.named_unit(*work->after)));
        set("device", work->after->name);
        set("action", std::string(to_text(work->task)));
        set("inlet", inlet.name);
        set("inlet_type", inlet.type);
        set("feed", cell_of(feed));
        set("strip", std::string("the facility"));
        set("outlet", feed ? Cell("feed " + *feed) : Cell());
        set("plug_inlet", text(connector_at(inlet.type, "", desk.job().supplies).plug));
        table.rows.push_back(std::move(row));
    }
}

}  // namespace

Table power_table(const Desk& desk, const Colours& colours) {
    Table table{"power",
                "Power schedule",
                "One line a cord. A device with two inlets hangs on two feeds; one with a single "
                "inlet on one, as is meant. What feeds the strips is the facility's.",
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
    add_feeding(table, desk);
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
