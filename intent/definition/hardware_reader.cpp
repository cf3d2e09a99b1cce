#include "intent/definition/hardware_reader.h"

#include <fmt/format.h>

#include <array>

#include "intent/definition/hardware_part.h"

namespace colo::definition {

namespace {

std::optional<Power> draw_of(const Part& port, std::string_view key) {
    const auto number = port.decimal(key);
    return number ? std::optional(Power{*number}) : std::nullopt;
}

PortSpec read_port(const Part& part, PortTable table) {
    PortSpec port;
    port.table = table;
    port.name = part.text("name");
    port.type = part.text("type");
    port.management_only = part.flag("mgmt_only", false);
    port.behind = part.text("rear_port");
    if (table == PortTable::power_port) {
        port.maximum_draw = draw_of(part, "maximum_draw");
        port.allocated_draw = draw_of(part, "allocated_draw");
    }
    if (const std::string leg = part.text("feed_leg"); !leg.empty()) port.leg = leg;
    return port;
}

/// What has no name could not be spoken of.
bool has_name(const Part& part, const Section& section) {
    if (!part.text("name").empty()) return true;
    part.warning("missing-key", part.node().at, "name",
                 fmt::format("an entry of {} has no name and is left out", section.key));
    return false;
}

std::vector<PortSpec> read_ports(const Node& document, Diagnostics& out) {
    std::vector<PortSpec> ports;
    for (const Section& section : all_sections())
        for_each_part(document, section.key, out, [&](const Part& part) {
            part.warn_unknown_keys(section.keys);
            if (has_name(part, section) && section.ports)
                ports.push_back(read_port(part, *section.ports));
        });
    return ports;
}

std::vector<ModuleBay> read_bays(const Node& document, Diagnostics& out) {
    std::vector<ModuleBay> bays;
    for_each_part(document, "module-bays", out, [&](const Part& part) {
        bays.push_back({part.text("name"), part.text("position")});
    });
    return bays;
}

std::optional<HalfUnits> height_of(const Part& device) {
    const auto height = device.decimal("u_height");
    if (!height) return std::nullopt;
    if (*height % 500 != 0)
        device.warning(
            "out-of-range", device.find("u_height")->at, "u_height",
            fmt::format("u_height {} is no number of half rack units and is rounded down",
                        thousandths_text(*height)));
    return HalfUnits{*height / 500};
}

std::optional<Length> length_of(const Part& rack, std::string_view key) {
    const auto number = rack.decimal(key);
    if (!number) return std::nullopt;
    return rack.text("outer_unit") == "in" ? Length{*number * 254 / 10'000}
                                           : Length{*number / 1000};
}

/// The document to read from, or nothing when it is none.
std::optional<Part> begin(const Node& document, HardwareKind kind, Diagnostics& out) {
    if (!document.is_map()) {
        out.error("wrong-type", document.at, "a hardware file must be a map");
        return std::nullopt;
    }
    const Part whole(document, out);
    whole.warn_unknown_keys(known_keys(kind));
    return whole;
}

}  // namespace

DeviceType read_device_type(const Node& document, Diagnostics& out) {
    DeviceType type;
    type.at = document.at;
    const auto whole = begin(document, HardwareKind::device_type, out);
    if (!whole) return type;
    type.manufacturer = whole->text("manufacturer");
    type.model = whole->text("model");
    type.part_number = whole->text("part_number");
    type.full_depth = whole->flag("is_full_depth", true);
    type.airflow = whole->text("airflow");
    type.weight = whole->weight("weight");
    type.height = height_of(*whole);
    type.ports = read_ports(document, out);
    type.bays = read_bays(document, out);
    for_each_part(document, "device-bays", out, [&](const Part& part) {
        if (std::string bay = part.text("name"); !bay.empty())
            type.device_bays.push_back(std::move(bay));
    });
    return type;
}

ModuleType read_module_type(const Node& document, Diagnostics& out) {
    ModuleType type;
    type.at = document.at;
    const auto whole = begin(document, HardwareKind::module_type, out);
    if (!whole) return type;
    type.manufacturer = whole->text("manufacturer");
    type.model = whole->text("model");
    type.part_number = whole->text("part_number");
    type.ports = read_ports(document, out);
    return type;
}

RackType read_rack_type(const Node& document, Diagnostics& out) {
    RackType type;
    type.at = document.at;
    const auto whole = begin(document, HardwareKind::rack_type, out);
    if (!whole) return type;
    if (const auto units = whole->decimal("u_height")) type.units = *units / 1000;
    type.width = length_of(*whole, "outer_width");
    type.depth = length_of(*whole, "outer_depth");
    type.max_weight = whole->weight("max_weight");
    type.posts = length_of(*whole, "mounting_depth");
    const std::string form = whole->text("form_factor");
    type.rear_posts = !form.starts_with("2-post") && !form.starts_with("wall-frame");
    return type;
}

std::string_view to_text(PortTable table) {
    constexpr std::array<std::string_view, 7> names{
        "interface",           "power port", "outlet",   "console port",
        "console server port", "front port", "rear port"};
    return names[static_cast<std::size_t>(table)];
}

bool Hardware::is_panel() const {
    for (const PortSpec& port : ports)
        if (port.table == PortTable::front_port) return true;
    return false;
}

}  // namespace colo::definition
