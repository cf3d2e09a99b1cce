// Racks, what is in them, and what is written down about it on site.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/rack_layout.h"
#include "intent/exporters/sheet/step_words.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

Cell text(const std::string& said) { return cell_of(std::optional(said)); }

std::map<RackId, std::vector<const Device*>> devices_by_rack(const Intent& intent) {
    std::map<RackId, std::vector<const Device*>> out;
    for (const Device& device : intent.devices)
        if (device.rack) out[*device.rack].push_back(&device);
    return out;
}

std::string reserved_text(const Rack& rack, const exporters::Numbering& numbering) {
    std::string out;
    for (const ReservedUnits& units : rack.reserved) {
        const auto [first, last] =
            std::minmax({exporters::printed_unit(rack, units.first, numbering),
                         exporters::printed_unit(rack, units.last, numbering)});
        out += fmt::format("{}U{}-{} {}", out.empty() ? "" : ", ", first, last, units.why);
    }
    return out;
}

std::string part_number(const Desk& desk, const Device& device) {
    const auto& models = desk.job().supplies.models;
    const auto found = models.find(device.model);
    return found == models.end() ? "" : found->second.part_number;
}

/// The management interface that a MAC is read from: the first that is for management only.
std::map<DeviceId, std::string> management_ports(const Intent& intent) {
    std::map<DeviceId, std::string> out;
    for (const Interface& port : intent.interfaces)
        if (port.management_only) out.try_emplace(port.device, port.name);
    return out;
}

std::map<DeviceId, std::size_t> inlets(const Intent& intent) {
    std::map<DeviceId, std::size_t> out;
    for (const PowerPort& port : intent.power_ports) ++out[port.device];
    return out;
}

}  // namespace

Table racks_table(const Desk& desk) {
    Table table{"racks",
                "Racks",
                "",
                {printed("rack_id", "Id", false), printed("rack", "Rack"), printed("row", "Row"),
                 printed("position", "Position"), printed("units", "Units"),
                 printed("width_mm", "Width (mm)"), printed("depth_mm", "Depth (mm)"),
                 printed("devices", "Devices"), printed("free_u", "Free U"),
                 printed("weight_kg", "Weight (kg)"), printed("max_weight_kg", "Carries (kg)"),
                 printed("reserved", "Reserved by the facility")},
                {},
                false};
    const auto contents = devices_by_rack(desk.intent());
    std::set<std::string> in_work;
    for (const DeviceWork& work : desk.devices) in_work.insert(desk.rack_name(work));
    std::vector<const Rack*> racks;
    for (const Rack& rack : desk.intent().racks)
        if (!desk.is_change() || in_work.contains(rack.name)) racks.push_back(&rack);
    std::sort(racks.begin(), racks.end(),
              [](const Rack* a, const Rack* b) { return natural_less(a->name, b->name); });
    for (const Rack* rack : racks) {
        const auto found = contents.find(rack->id);
        const auto devices = found == contents.end() ? std::vector<const Device*>{} : found->second;
        const auto layout = exporters::rack_layout(*rack, devices, desk.now().places);
        table.rows.push_back(
            {{rack->id.value, rack->name, rack->row, rack->position, rack->units, rack->width.value,
              rack->depth.value, static_cast<std::int64_t>(devices.size()),
              layout.free_units().both, Thousandths{rack->weight.value}, cell_of(rack->max_weight),
              text(reserved_text(*rack, desk.now().places.numbering()))},
             "",
             ""});
    }
    return table;
}

Table devices_table(const Desk& desk) {
    Table table{"devices",
                "Rack contents",
                "From the bottom of each rack up. A device of several units is named on labels by "
                "the unit in the column Named by.",
                {printed("device_id", "Id", false), printed("action", "Do", desk.is_change()),
                 printed("rack", "Rack"), printed("units", "Units"), printed("u", "Named by"),
                 printed("face", "Face"), printed("device", "Device"), printed("role", "Role"),
                 on_screen(printed("model", "Model")), printed("hardware", "Hardware"),
                 printed("part_number", "Part number"), printed("height_u", "Height (U)"),
                 printed("weight_kg", "Weight (kg)"), printed("bay", "In bay"),
                 printed("step", "Step"), to_fill("done", "Done", Fill::tick, 5)},
                {},
                true};
    if (desk.job().options.device_named_by == NamedBy::bottom)
        table.note = "From the bottom of each rack up. A device of several units is named on "
                     "labels by the lowest.";
    for (const DeviceWork& work : desk.devices) {
        const Device& device = work.shown();
        const exporters::Places& places = desk.layout(work).places;
        const Device* const parent = device.parent ? places.device(*device.parent) : nullptr;
        table.rows.push_back(
            {{device.id.value, std::string(to_text(work.task)), text(desk.rack_name(work)),
              text(places.units(device)), cell_of(places.named_unit(device)),
              device.unit ? Cell(std::string(colo::to_text(device.face))) : Cell(), device.name,
              cell_of(device.role), device.model, text(device.device_type),
              text(part_number(desk, device)), Thousandths{device.height.value * 500},
              cell_of(device.weight),
              parent ? Cell(parent->name + " " + device.bay.value_or("")) : Cell(),
              work.step > 0 ? Cell(work.step) : Cell(), Cell()},
             desk.rack_name(work),
             ""});
    }
    return table;
}

Table serials_table(const Desk& desk) {
    Table table{"serials",
                "Serial capture",
                "Read from the thing itself, not from its box. One line a device; serial numbers "
                "of power supplies one after the other, with commas.",
                {printed("device_id", "Id", false), printed("rack", "Rack"), printed("u", "U"),
                 printed("device", "Device"), on_screen(printed("model", "Model")),
                 printed("hardware", "Hardware"), printed("part_number", "Part number"),
                 printed("serial_known", "On record"),
                 to_fill("serial", "Serial number", Fill::text, 18),
                 to_fill("asset_tag", "Asset tag", Fill::text, 12), printed("mac_port", "MAC of"),
                 to_fill("mac", "MAC address", Fill::text, 18), printed("inlets", "PSUs"),
                 to_fill("inlet_serials", "PSU serial numbers", Fill::text, 22),
                 to_fill("captured_by", "By", Fill::text, 6),
                 to_fill("captured_on", "Date", Fill::date, 9)},
                {},
                true};
    const auto ports = management_ports(desk.intent());
    const auto supplies = inlets(desk.intent());
    for (const DeviceWork& work : desk.devices) {
        if (!work.after || work.task == Task::label) continue;
        const Device& device = *work.after;
        const auto port = ports.find(device.id);
        const auto supply = supplies.find(device.id);
        table.rows.push_back(
            {{device.id.value, text(desk.rack_name(work)),
              cell_of(desk.now().places.named_unit(device)), device.name, device.model,
              text(device.device_type), text(part_number(desk, device)), cell_of(device.serial),
              Cell(), Cell(), port == ports.end() ? Cell() : Cell(port->second), Cell(),
              supply == supplies.end() ? Cell() : Cell(static_cast<std::int64_t>(supply->second)),
              Cell(), Cell(), Cell()},
             desk.rack_name(work),
             ""});
    }
    return table;
}

}  // namespace colo::sheets
