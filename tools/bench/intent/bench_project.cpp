#include "tools/bench/intent/bench_project.h"

#include <fmt/format.h>

#include <fstream>

namespace colo::bench {

namespace fs = std::filesystem;

namespace {

constexpr int servers_a_rack = 20;
constexpr int racks_a_row = 20;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string head(const std::string& model, const std::string& height, const std::string& depth) {
    return fmt::format(
        "manufacturer: Bench\nmodel: {}\nslug: bench-{}\nu_height: {}\nis_full_depth: {}\n", model,
        model, height, depth);
}

std::string ports(const std::string& section, const std::string& name, int count,
                  const std::string& rest) {
    std::string text = section.empty() ? "" : section + ":\n";
    for (int i = 1; i <= count; ++i) text += fmt::format("  - {{name: {}{}, {}}}\n", name, i, rest);
    return text;
}

std::string switch_type(const std::string& model) {
    return head(model, "1", "false") + "console-ports:\n  - {name: Console, type: rj-45}\n" +
           ports("power-ports", "PSU ", 2, "type: iec-60320-c14, maximum_draw: 250") +
           ports("interfaces", "Ethernet", 48, "type: 25gbase-x-sfp28") +
           ports("", "Uplink", 8, "type: 100gbase-x-qsfp28") +
           "  - {name: Management1, type: 1000base-t, mgmt_only: true}\n";
}

std::string server_type() {
    return head("server", "1", "true") +
           ports("power-ports", "Power ", 2, "type: iec-60320-c14, maximum_draw: 420") +
           ports("interfaces", "NIC", 3, "type: 25gbase-x-sfp28") +
           "  - {name: BMC, type: 1000base-t, mgmt_only: true}\n";
}

std::string management_switch_type() {
    return head("management", "1", "false") + "console-ports:\n  - {name: Console, type: rj-45}\n" +
           ports("power-ports", "PSU ", 2, "type: iec-60320-c14, maximum_draw: 106") +
           ports("interfaces", "Ethernet", 48, "type: 1000base-t");
}

std::string console_type() {
    return head("console", "1", "false") +
           ports("console-server-ports", "Port ", 48, "type: rj-45") +
           ports("power-ports", "PSU ", 2, "type: iec-60320-c14, maximum_draw: 40") +
           "interfaces:\n  - {name: Net, type: 1000base-t, mgmt_only: true}\n";
}

std::string strip_type() {
    return head("strip", "0", "false") + ports("power-outlets", "C13 ", 36, "type: iec-60320-c13") +
           "interfaces:\n  - {name: Network, type: 100base-tx, mgmt_only: true}\n";
}

constexpr std::string_view standard_text = R"(format: colo-standard/1
standard: bench
version: 1.0.0
parameters:
  servers: {type: count}
groups:
  leaf-group: {racks: 1}
  console-zone: {racks: 10}
models:
  leaf: {device-type: Bench/switch, ports: {servers: "Ethernet[1-40]", uplink: "Ethernet[41-44]", peer: "Uplink[7-8]", mgmt: Management1, console: Console}}
  spine: {device-type: Bench/switch, ports: {leaves: "Ethernet[1-48]", mgmt: Management1, console: Console}}
  management: {device-type: Bench/management, ports: {access: "Ethernet[1-48]", console: Console}}
  console: {device-type: Bench/console, ports: {serial: "Port [1-48]", mgmt: Net}}
  server: {device-type: Bench/server, ports: {data: "NIC[1-2]", capture: NIC3, bmc: BMC}}
  strip: {device-type: Bench/strip, ports: {outlets: "C13 [1-36]", mgmt: Network}}
roles:
  pdu: {model: strip, per: feed, place: {units: zero}, name: "{site}-{rack}-pdu-{feed}"}
  leaf: {model: leaf, per: leaf-group, count: 2, redundancy: pair, place: {units: top, face: rear, order: 10}, name: "{site}-leaf-{n:04}"}
  management: {model: management, per: rack, place: {units: top, face: rear, order: 20}, name: "{site}-mgmt-{n:04}"}
  console: {model: console, per: console-zone, place: {units: top, face: rear, order: 30}, name: "{site}-con-{n:03}"}
  spine: {model: spine, per: row, count: 2, redundancy: pair, place: {units: top, order: 40}, name: "{site}-spine-{n:03}"}
  server: {model: server, count: {parameter: servers}, place: {units: bottom}, name: "{site}-srv-{n:05}", platform: debian}
power: {from: {role: pdu, ports: outlets}}
media:
  dac-25g: {fits: [25gbase-x-sfp28], speed: 25G, lengths: [1 m, 2 m, 3 m], longest: 3 m}
  mm-25g: {fits: [25gbase-x-sfp28], speed: 25G, transceiver: SR, fibre: om4, longest: 100 m}
  dac-100g: {fits: [100gbase-x-qsfp28], speed: 100G, lengths: [1 m, 2 m, 3 m], longest: 3 m}
  om4: {fits: [lc], lengths: [3 m, 5 m, 10 m, 20 m, 30 m]}
  cat6a: {fits: [1000base-t, 100base-tx, rj-45], lengths: [1 m, 2 m, 3 m, 5 m, 10 m, 20 m], longest: 90 m}
  cord: {fits: [iec-60320-c13, iec-60320-c14], lengths: [0.6 m, 1.2 m, 1.8 m]}
cabling:
  data: {from: {role: server, ports: data}, to: {role: leaf, same: leaf-group, ports: servers}, connect: one-each, lag: true, carries: [servers], media: [dac-25g, mm-25g]}
  capture: {from: {role: server, ports: capture}, to: {role: leaf, member: 1, same: leaf-group, ports: servers}, media: [dac-25g, mm-25g]}
  bmc: {from: {role: server, ports: bmc}, to: {role: management, same: rack, ports: access}, carries: [management], media: cat6a}
  management: {from: {role: [leaf, spine, pdu, console], ports: mgmt}, to: {role: management, same: rack, ports: access}, carries: [management], media: cat6a}
  peer: {from: {role: leaf, member: 1, ports: peer}, to: {role: leaf, member: 2, same: pair, ports: peer}, media: dac-100g}
  uplink: {from: {role: leaf, ports: uplink}, to: {role: spine, same: row, ports: leaves}, connect: mesh, media: [dac-25g, mm-25g]}
  console: {from: {role: [leaf, spine, management], ports: console}, to: {role: console, same: row, pick: nearest, ports: serial}, media: cat6a}
pools:
  infra4: {within: ipv4, size: 16}
  infra6: {within: ipv6, size: 56}
networks:
  management: {per: row, ipv4: {within: ipv4, size: 22}, ipv6: {within: ipv6, size: 64}, vlan: 10, members: {role: any, ports: [mgmt, bmc]}}
  servers: {per: leaf-group, ipv4: {within: ipv4, size: 26}, ipv6: {within: ipv6, size: 64}, vlan: 100, members: {role: server, ports: data}, gateway: {on: {role: leaf, same: leaf-group}, kind: anycast}}
  captures: {per: leaf-group, ipv4: {within: ipv4, size: 26}, ipv6: {within: ipv6, size: 64}, members: {role: server, ports: capture}}
  loopbacks: {ipv4: {within: infra4, size: 20}, ipv6: {within: infra6, size: 64}, members: {role: [leaf, spine], interface: Loopback0}, host-routes: true}
  uplinks: {per: {cabling: uplink}, ipv4: {within: infra4, size: 31}, ipv6: {within: infra6, size: 127}, lower: to}
asns:
  leaf: {per: {pair: leaf}, range: 4200001000-4200009999}
  spine: {per: {pair: spine}, range: 4200010000-4200019999}
sessions:
  uplinks: {kind: ebgp, over: {cabling: uplink}}
dns: {zone: "{site}.example.net", record: "{name}", bmc: "{name}-bmc"}
)";

/// Site 0 has all of 10.0.0.0/8; each of a fleet, numbered from 1 to 60, a /14 of it.
std::string site_text(const std::string& name, int number, int servers) {
    const int racks = (servers + servers_a_rack - 1) / servers_a_rack;
    const std::string ipv4 = number == 0 ? "10.0.0.0/8" : fmt::format("10.{}.0.0/14", number * 4);
    std::string text =
        fmt::format("format: colo-site/1\nsite: {}\nstandard: bench 1.0.0\n"
                    "facility: {{name: bench}}\n"
                    "address-space: {{ipv4: {}, ipv6: \"fd{:02x}::/40\", asn: {}}}\nracks:\n",
                    name, ipv4, number, 65000 + number);
    for (int first = 1, row = 1; first <= racks; first += racks_a_row, ++row) {
        const int last = std::min(first + racks_a_row - 1, racks);
        text += fmt::format(
            "  \"R[{:04}-{:04}]\": {{row: \"{}\", position: 1, units: 47, depth: 1070 mm, "
            "feeds: {{A: 12 kW, B: 12 kW}}}}\n",
            first, last, row);
    }
    return text + fmt::format("parameters: {{servers: {}}}\n", servers);
}

}  // namespace

namespace {

void write_standard(const fs::path& folder) {
    const fs::path standard = folder / "standards/bench/1.0.0";
    const fs::path types = standard / "device-types/Bench";
    write(standard / "standard.yaml", std::string(standard_text));
    write(types / "switch.yaml", switch_type("switch"));
    write(types / "management.yaml", management_switch_type());
    write(types / "console.yaml", console_type());
    write(types / "server.yaml", server_type());
    write(types / "strip.yaml", strip_type());
}

}  // namespace

fs::path write_project(const fs::path& folder, int servers) {
    write_standard(folder);
    const fs::path site = folder / "site-definitions/bench.yaml";
    write(site, site_text("bench", 0, servers));
    return site;
}

std::vector<fs::path> write_fleet(const fs::path& folder, int sites) {
    constexpr int servers = 67;
    write_standard(folder);
    std::vector<fs::path> all;
    for (int number = 1; number <= sites; ++number) {
        const std::string name = fmt::format("site{}", number);
        all.push_back(folder / "site-definitions" / (name + ".yaml"));
        write(all.back(), site_text(name, number, servers));
    }
    return all;
}

}  // namespace colo::bench
