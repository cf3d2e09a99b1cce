#include "tools/colo/kinds.h"

namespace colo::tool {

const std::map<std::string, ListedKind>& listed_kinds() {
    static const std::map<std::string, ListedKind> all{
        {"racks",
         {{"racks"},
          {"id", "name", "row", "position", "units", "width_mm", "depth_mm", "weight_kg",
           "max_weight_kg"}}},
        {"devices",
         {{"devices"},
          {"id", "name", "model", "rack", "unit", "face", "parent", "bay", "serial"},
          {"parent", "bay"}}},
        {"ports",
         {{"interfaces", "power_ports", "outlets", "console_ports", "console_server_ports",
           "panel_ports"},
          {"id", "type", "cable"}}},
        {"interfaces", {{"interfaces"}, {"id", "type", "speed_mbps", "vlan", "lag", "cable"}}},
        {"power-ports", {{"power_ports"}, {"id", "type", "feed", "cable"}}},
        {"outlets", {{"outlets"}, {"id", "type", "feed", "phase", "cable"}}},
        {"console-ports", {{"console_ports"}, {"id", "type", "cable"}}},
        {"console-server-ports", {{"console_server_ports"}, {"id", "type", "cable"}}},
        {"panel-ports", {{"panel_ports"}, {"id", "side", "type", "through", "cable"}}},
        {"cables", {{"cables"}, {"label", "id", "media", "length_m", "colour", "a", "b"}}},
        {"circuits",
         {{"circuits"}, {"id", "kind", "provider", "side", "speed_mbps", "handoff", "cable"}}},
        {"vlans", {{"vlans"}, {"id", "vid", "name", "scope"}}},
        {"prefixes", {{"prefixes"}, {"id", "prefix", "vrf", "gateway", "pool"}}},
        {"addresses", {{"addresses"}, {"address", "device", "interface", "dns_name", "id"}}},
        {"asns", {{"asns"}, {"id", "device", "asn"}}},
        {"sessions", {{"sessions"}, {"id", "kind", "a", "b"}}}};
    return all;
}

}  // namespace colo::tool
