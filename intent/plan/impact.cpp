#include "intent/plan/impact.h"

namespace colo::plan {

namespace {

struct Row {
    std::string_view table, field;  // field "": the object comes or goes
    Impact impact;
};

using enum Impact;

// What is not listed is `record`.
constexpr Row rows[] = {
    {"racks", "", hands},
    {"racks", "reserved", record},
    {"racks", "row", hands},
    {"racks", "position", hands},

    {"devices", "", hands},
    {"devices", "rack", hands},
    {"devices", "unit", hands},
    {"devices", "parent", hands},
    {"devices", "bay", hands},
    {"devices", "face", hands},
    {"devices", "depth", hands},
    {"devices", "height_u", hands},
    {"devices", "device_type", hands},
    {"devices", "name", push},  // the hostname
    {"devices", "role", push},
    {"devices", "model", push},  // its firmware
    {"devices", "platform", push},
    {"devices", "pair", push},

    {"interfaces", "", push},  // of a device that stays: a virtual one or a bundle
    {"interfaces", "name", push},
    {"interfaces", "type", push},
    {"interfaces", "speed_mbps", push},
    {"interfaces", "vlan", push},
    {"interfaces", "tagged_vlans", push},
    {"interfaces", "vrf", push},
    {"interfaces", "lag", push},
    {"interfaces", "cable", push},
    {"interfaces", "management_only", push},

    {"power_ports", "", hands},  // of a device that stays: a module in a bay
    {"power_ports", "type", hands},
    {"outlets", "", hands},
    {"outlets", "type", hands},
    {"console_ports", "", hands},
    {"console_ports", "type", hands},
    {"console_server_ports", "", hands},
    {"console_server_ports", "type", hands},
    {"panel_ports", "", hands},
    {"panel_ports", "type", hands},

    {"cables", "", hands},
    {"cables", "label", hands},
    {"cables", "media", hands},
    {"cables", "length_m", hands},
    {"cables", "colour", hands},
    {"cables", "assembly", hands},
    {"cables", "a", hands},
    {"cables", "b", hands},

    // That a VLAN comes or goes is felt where interfaces carry it, and they are changes themselves.
    {"vlans", "vid", push},
    {"vlans", "name", push},

    {"prefixes", "prefix", push},
    {"prefixes", "vrf", push},
    {"prefixes", "vlan", push},
    {"prefixes", "gateway", push},

    {"addresses", "", push},
    {"addresses", "address", push},
    {"addresses", "vrf", push},
    {"addresses", "device", push},
    {"addresses", "interface", push},
    {"addresses", "prefix", push},
    {"addresses", "shared_by", push},

    {"asns", "", push},
    {"asns", "device", push},
    {"asns", "asn", push},

    {"sessions", "", push},
    {"sessions", "kind", push},
    {"sessions", "a", push},
    {"sessions", "b", push},
};

}  // namespace

Impact impact_of_field(std::string_view table, std::string_view field) {
    for (const Row& row : rows)
        if (row.table == table && row.field == field) return row.impact;
    return record;
}

Impact impact_of_presence(std::string_view table) { return impact_of_field(table, ""); }

}  // namespace colo::plan
