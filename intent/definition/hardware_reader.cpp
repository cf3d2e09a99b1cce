#include "intent/definition/hardware_reader.h"

#include <fmt/format.h>

#include <array>

#include "intent/base/names.h"

namespace colo::definition {

namespace {

struct Section {
    std::string_view key;
    PortTable table;
};
constexpr std::array sections{Section{"interfaces", PortTable::interface},
                              Section{"power-ports", PortTable::power_port},
                              Section{"power-outlets", PortTable::outlet},
                              Section{"console-ports", PortTable::console_port},
                              Section{"console-server-ports", PortTable::console_server_port},
                              Section{"front-ports", PortTable::front_port},
                              Section{"rear-ports", PortTable::rear_port}};

std::string text_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node && node->is_scalar() ? node->text : "";
}

/// A decimal of the library in thousandths; what is no number is warned about and left out.
std::optional<std::int64_t> decimal(const Node& map, std::string_view key, Diagnostics& out) {
    const Node* node = map.find(key);
    if (!node || node->kind == Node::Kind::null) return std::nullopt;
    const auto value = node->is_scalar() ? read_thousandths(node->text) : std::nullopt;
    if (!value)
        out.warning("wrong-type", node->at, fmt::format("{} is not a number and is left out", key));
    return value;
}

std::optional<Mass> weight_of(const Node& map, std::string_view key, Diagnostics& out) {
    const auto number = decimal(map, key, out);
    if (!number) return std::nullopt;
    const std::string unit = text_of(map, "weight_unit");
    const auto mass = read_mass(thousandths_text(*number) + " " + (unit.empty() ? "kg" : unit));
    if (!mass)
        out.warning("bad-unit", map.find("weight_unit")->at,
                    fmt::format("{} is no unit of weight; the weight is left out", unit));
    return mass;
}

std::optional<Power> draw_of(const Node& port, std::string_view key, Diagnostics& out) {
    const auto number = decimal(port, key, out);
    return number ? std::optional(Power{*number}) : std::nullopt;
}

PortSpec read_port(const Node& node, PortTable table, Diagnostics& out) {
    PortSpec port;
    port.table = table;
    port.name = text_of(node, "name");
    port.type = text_of(node, "type");
    port.management_only = text_of(node, "mgmt_only") == "true";
    port.behind = text_of(node, "rear_port");
    if (table == PortTable::power_port) {
        port.maximum_draw = draw_of(node, "maximum_draw", out);
        port.allocated_draw = draw_of(node, "allocated_draw", out);
    }
    if (const std::string leg = text_of(node, "feed_leg"); !leg.empty()) port.leg = leg;
    return port;
}

std::vector<PortSpec> read_ports(const Node& document, Diagnostics& out) {
    std::vector<PortSpec> ports;
    for (const Section& section : sections) {
        const Node* list = document.find(section.key);
        if (!list) continue;
        if (!list->is_list()) {
            out.error("wrong-type", list->at, fmt::format("{} must be a list", section.key));
            continue;
        }
        for (const Node& item : list->items) {
            PortSpec port = read_port(item, section.table, out);
            if (port.name.empty())
                out.warning("missing-key", item.at,
                            fmt::format("an entry of {} has no name and is left out", section.key));
            else
                ports.push_back(std::move(port));
        }
    }
    return ports;
}

void warn_unknown_keys(const Node& document, std::vector<std::string> known, Diagnostics& out) {
    for (const Entry& entry : document.entries) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        Diagnostic& oddity = out.warning("unknown-key", entry.key_at,
                                         fmt::format("unknown key {} is not used", entry.key));
        if (const auto near = nearest_name(entry.key, known))
            oddity.hint = fmt::format("did you mean {}?", *near);
    }
}

bool is_map(const Node& document, Diagnostics& out) {
    if (document.is_map()) return true;
    out.error("wrong-type", document.at, "a hardware file must be a map");
    return false;
}

const std::vector<std::string> common_keys{
    "manufacturer", "model",       "slug",          "part_number",   "description",
    "comments",     "weight",      "weight_unit",   "profile",       "attributes",
    "interfaces",   "power-ports", "power-outlets", "console-ports", "console-server-ports",
    "front-ports",  "rear-ports",  "module-bays",   "device-bays",   "inventory-items"};

std::vector<std::string> with_common(std::vector<std::string> more) {
    more.insert(more.end(), common_keys.begin(), common_keys.end());
    return more;
}

}  // namespace

DeviceType read_device_type(const Node& document, Diagnostics& out) {
    DeviceType type;
    type.at = document.at;
    if (!is_map(document, out)) return type;
    warn_unknown_keys(
        document,
        with_common({"u_height", "is_full_depth", "airflow", "front_image", "rear_image",
                     "subdevice_role", "is_powered", "exclude_from_utilization"}),
        out);
    type.manufacturer = text_of(document, "manufacturer");
    type.model = text_of(document, "model");
    type.full_depth = text_of(document, "is_full_depth") != "false";
    type.airflow = text_of(document, "airflow");
    type.weight = weight_of(document, "weight", out);
    if (const auto height = decimal(document, "u_height", out))
        type.height = HalfUnits{*height / 500};
    type.ports = read_ports(document, out);
    if (const Node* bays = document.find("module-bays"))
        for (const Node& bay : bays->items)
            type.bays.push_back({text_of(bay, "name"), text_of(bay, "position")});
    return type;
}

ModuleType read_module_type(const Node& document, Diagnostics& out) {
    ModuleType type;
    type.at = document.at;
    if (!is_map(document, out)) return type;
    warn_unknown_keys(document, with_common({"airflow"}), out);
    type.manufacturer = text_of(document, "manufacturer");
    type.model = text_of(document, "model");
    type.ports = read_ports(document, out);
    return type;
}

RackType read_rack_type(const Node& document, Diagnostics& out) {
    RackType type;
    type.at = document.at;
    if (!is_map(document, out)) return type;
    const std::string unit = text_of(document, "outer_unit");
    const auto length = [&](std::string_view key) -> std::optional<Length> {
        const auto number = decimal(document, key, out);
        if (!number) return std::nullopt;
        return unit == "in" ? Length{*number * 254 / 10'000} : Length{*number / 1000};
    };
    if (const auto units = decimal(document, "u_height", out)) type.units = *units / 1000;
    type.width = length("outer_width");
    type.depth = length("outer_depth");
    type.posts = length("mounting_depth");
    const std::string form = text_of(document, "form_factor");
    type.rear_posts = !form.starts_with("2-post") && !form.starts_with("wall-frame");
    type.max_weight = weight_of(document, "max_weight", out);
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
