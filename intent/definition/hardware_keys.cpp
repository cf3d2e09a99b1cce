#include "intent/definition/hardware_keys.h"

#include <algorithm>
#include <array>

#include "intent/base/result.h"

namespace colo::definition {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 28> device_keys{"manufacturer",
                                                       "model",
                                                       "slug",
                                                       "part_number",
                                                       "description",
                                                       "comments",
                                                       "weight",
                                                       "weight_unit",
                                                       "profile",
                                                       "attributes",
                                                       "interfaces",
                                                       "power-ports",
                                                       "power-outlets",
                                                       "console-ports",
                                                       "console-server-ports",
                                                       "front-ports",
                                                       "rear-ports",
                                                       "module-bays",
                                                       "device-bays",
                                                       "inventory-items",
                                                       "airflow",
                                                       "u_height",
                                                       "is_full_depth",
                                                       "front_image",
                                                       "rear_image",
                                                       "subdevice_role",
                                                       "is_powered",
                                                       "exclude_from_utilization"};
constexpr Keys module_keys = Keys(device_keys).first(21);  // to `airflow`

constexpr std::array<std::string_view, 19> rack_keys{
    "manufacturer", "model",       "slug",         "description",   "comments",
    "form_factor",  "width",       "u_height",     "starting_unit", "desc_units",
    "outer_width",  "outer_depth", "outer_height", "outer_unit",    "mounting_depth",
    "weight",       "max_weight",  "weight_unit",  "airflow"};

constexpr std::array<std::string_view, 10> interface_keys{
    "name",   "label",    "description", "type",    "enabled",
    "bridge", "poe_mode", "poe_type",    "rf_role", "mgmt_only"};
constexpr std::array<std::string_view, 6> power_port_keys{"name", "label",        "description",
                                                          "type", "maximum_draw", "allocated_draw"};
constexpr std::array<std::string_view, 7> outlet_keys{"name",  "label",      "description", "type",
                                                      "color", "power_port", "feed_leg"};
constexpr std::array<std::string_view, 5> console_port_keys{"name", "label", "description", "type",
                                                            "poe"};
constexpr Keys console_server_port_keys = Keys(console_port_keys).first(4);
constexpr std::array<std::string_view, 7> front_port_keys{
    "name", "label", "description", "type", "color", "rear_port", "rear_port_position"};
constexpr std::array<std::string_view, 7> rear_port_keys{
    "name", "label", "description", "type", "color", "positions", "poe"};
constexpr std::array<std::string_view, 4> module_bay_keys{"name", "label", "description",
                                                          "position"};
constexpr Keys device_bay_keys = Keys(module_bay_keys).first(3);
constexpr std::array<std::string_view, 8> item_keys{
    "name",         "label",   "description",    "role",
    "manufacturer", "part_id", "component_type", "component_name"};

constexpr std::array sections{
    Section{"interfaces", PortTable::interface, interface_keys},
    Section{"power-ports", PortTable::power_port, power_port_keys},
    Section{"power-outlets", PortTable::outlet, outlet_keys},
    Section{"console-ports", PortTable::console_port, console_port_keys},
    Section{"console-server-ports", PortTable::console_server_port, console_server_port_keys},
    Section{"front-ports", PortTable::front_port, front_port_keys},
    Section{"rear-ports", PortTable::rear_port, rear_port_keys},
    Section{"module-bays", std::nullopt, module_bay_keys},
    Section{"device-bays", std::nullopt, device_bay_keys},
    Section{"inventory-items", std::nullopt, item_keys}};

constexpr std::array references{
    PartReference{"front-ports", "rear_port", "rear-ports", "a rear port"},
    PartReference{"power-outlets", "power_port", "power-ports", "a power port"},
    PartReference{"interfaces", "bridge", "interfaces", "an interface"}};

}  // namespace

std::string_view folder_of(HardwareKind kind) {
    constexpr std::array<std::string_view, 3> names{"device-types", "module-types", "rack-types"};
    return names[static_cast<std::size_t>(kind)];
}

std::span<const std::string_view> known_keys(HardwareKind kind) {
    switch (kind) {
        case HardwareKind::device_type: return device_keys;
        case HardwareKind::module_type: return module_keys;
        case HardwareKind::rack_type: return rack_keys;
    }
    return {};
}

std::span<const Section> all_sections() { return sections; }

const Section& section(std::string_view key) {
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& s) { return s.key == key; });
    COLO_ASSERT(found != sections.end(), "no such section of a hardware file");
    return *found;
}

std::span<const PartReference> part_references() { return references; }

}  // namespace colo::definition
