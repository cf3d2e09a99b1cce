#include "intent/plan/impact.h"

#include <algorithm>

namespace colo::plan {

namespace {

struct Row {
    std::string_view table, field;  // field "": the object comes or goes
    Work work[2];                   // the second one `mount` where there is one alone
};

using enum Work;

// Every described field has its line, so that a new one is judged when it is described.
constexpr Row rows[] = {
    {"racks", "", {mount}},
    {"racks", "id", {record}},
    {"racks", "name", {label}},
    {"racks", "row", {move}},
    {"racks", "position", {move}},
    {"racks", "units", {mount}},
    {"racks", "width_mm", {mount}},
    {"racks", "depth_mm", {mount}},
    {"racks", "max_weight_kg", {record}},
    {"racks", "weight_kg", {record}},
    {"racks", "feeds", {record}},
    {"racks", "reserved", {record}},

    {"devices", "", {mount}},
    {"devices", "id", {record}},
    {"devices", "name", {label, config}},  // on its front, and its hostname
    {"devices", "number", {record}},
    {"devices", "role", {config}},
    {"devices", "model", {config}},
    {"devices", "device_type", {mount}},
    {"devices", "platform", {image}},  // if there was one before
    {"devices", "rack", {move}},
    {"devices", "unit", {move}},
    {"devices", "height_u", {mount}},
    {"devices", "face", {move}},
    {"devices", "depth", {mount}},
    {"devices", "weight_kg", {record}},
    {"devices", "pair", {config}},
    {"devices", "serial", {mount}},  // if another one was known
    {"devices", "typical_w", {record}},
    {"devices", "maximum_w", {record}},
    {"devices", "rule", {record}},
    {"devices", "parent", {move}},
    {"devices", "bay", {move}},

    {"interfaces", "", {config}},  // of a device that stays: a virtual one or a bundle
    {"interfaces", "id", {record}},
    {"interfaces", "device", {config}},
    {"interfaces", "name", {config}},
    {"interfaces", "type", {config}},
    {"interfaces", "speed_mbps", {config}},
    {"interfaces", "mac", {record}},
    {"interfaces", "vlan", {config}},
    {"interfaces", "tagged_vlans", {config}},
    {"interfaces", "vrf", {config}},
    {"interfaces", "lag", {config}},
    {"interfaces", "cable", {config}},
    {"interfaces", "management_only", {config}},

    {"power_ports", "", {mount}},  // of a device that stays: a module in a bay
    {"power_ports", "id", {record}},
    {"power_ports", "device", {mount}},
    {"power_ports", "name", {record}},
    {"power_ports", "type", {mount}},
    {"power_ports", "feed", {record}},  // its cable says so
    {"power_ports", "cable", {record}},

    {"outlets", "", {mount}},
    {"outlets", "id", {record}},
    {"outlets", "device", {mount}},
    {"outlets", "name", {record}},
    {"outlets", "type", {mount}},
    {"outlets", "feed", {record}},
    {"outlets", "phase", {record}},
    {"outlets", "cable", {record}},

    {"console_ports", "", {mount}},
    {"console_ports", "id", {record}},
    {"console_ports", "device", {mount}},
    {"console_ports", "name", {record}},
    {"console_ports", "type", {mount}},
    {"console_ports", "cable", {record}},

    {"console_server_ports", "", {mount}},
    {"console_server_ports", "id", {record}},
    {"console_server_ports", "device", {mount}},
    {"console_server_ports", "name", {record}},
    {"console_server_ports", "type", {mount}},
    {"console_server_ports", "cable", {record}},

    {"panel_ports", "", {mount}},
    {"panel_ports", "id", {record}},
    {"panel_ports", "device", {mount}},
    {"panel_ports", "name", {record}},
    {"panel_ports", "side", {mount}},
    {"panel_ports", "through", {mount}},  // a cassette that is wired otherwise
    {"panel_ports", "type", {mount}},
    {"panel_ports", "cable", {record}},

    {"cables", "", {cable}},
    {"cables", "id", {record}},
    {"cables", "label", {label}},
    {"cables", "kind", {record}},
    {"cables", "media", {cable}},
    {"cables", "length_m", {cable}},
    {"cables", "route_length_m", {record}},
    {"cables", "colour", {cable}},
    {"cables", "assembly", {cable}},
    {"cables", "a", {cable}},
    {"cables", "b", {cable}},
    {"cables", "rule", {record}},
    {"cables", "path", {record}},

    {"circuits",
     "",
     {record}},  // ordered and ended on paper; our cable to it is a change by itself
    {"circuits", "id", {record}},
    {"circuits", "kind", {record}},
    {"circuits", "provider", {record}},
    {"circuits", "side", {record}},
    {"circuits", "media", {record}},
    {"circuits", "speed_mbps", {record}},
    {"circuits", "handoff", {record}},
    {"circuits", "cable", {record}},

    {"vlans", "", {record}},  // felt where interfaces carry it, and these are changes themselves
    {"vlans", "id", {record}},
    {"vlans", "vid", {config}},
    {"vlans", "name", {config}},
    {"vlans", "scope", {record}},
    {"vlans", "rule", {record}},

    {"prefixes", "", {record}},
    {"prefixes", "id", {record}},
    {"prefixes", "prefix", {config}},
    {"prefixes", "vrf", {config}},
    {"prefixes", "scope", {record}},
    {"prefixes", "vlan", {config}},
    {"prefixes", "gateway", {config}},
    {"prefixes", "pool", {record}},
    {"prefixes", "unique", {record}},
    {"prefixes", "rule", {record}},

    {"addresses", "", {config}},
    {"addresses", "id", {record}},
    {"addresses", "address", {config}},
    {"addresses", "vrf", {config}},
    {"addresses", "device", {config}},
    {"addresses", "interface", {config}},
    {"addresses", "prefix", {config}},
    {"addresses", "shared_by", {config}},
    {"addresses", "dns_name", {record}},
    {"addresses", "rule", {record}},

    {"asns", "", {config}},
    {"asns", "id", {record}},
    {"asns", "device", {config}},
    {"asns", "asn", {config}},
    {"asns", "rule", {record}},

    {"sessions", "", {config}},
    {"sessions", "id", {record}},
    {"sessions", "kind", {config}},
    {"sessions", "a", {config}},
    {"sessions", "b", {config}},
    {"sessions", "rule", {record}},
};

/// A rack's feeds are judged as one: `feeds.A.maximum_w`.
const Row* row_of(std::string_view table, std::string_view field) {
    const std::string_view name = field.substr(0, field.find('.'));
    for (const Row& row : rows)
        if (row.table == table && row.field == name) return &row;
    return nullptr;
}

std::vector<Work> work_of(const Row* row) {
    if (!row) return {record};
    std::vector<Work> out{row->work[0]};
    if (row->work[1] != mount) out.push_back(row->work[1]);
    return out;
}

}  // namespace

Impact impact_of(Work work) {
    if (work == record) return Impact::record;
    return work < config ? Impact::hands : Impact::push;
}

std::vector<Work> work_of_presence(std::string_view table) { return work_of(row_of(table, "")); }

std::vector<Work> work_of(std::string_view table, const FieldChange& field) {
    const bool replaced = !field.before.empty() && !field.after.empty();
    if (table == "devices" && !replaced) {  // a serial learnt; a device that colo begins to manage
        if (field.field == "serial") return {record};
        if (field.field == "platform") return {config};
    }
    return work_of(row_of(table, field.field));
}

bool is_judged(std::string_view table, std::string_view field) {
    return row_of(table, field) != nullptr;
}

}  // namespace colo::plan
