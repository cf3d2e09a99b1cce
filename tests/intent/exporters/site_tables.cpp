#include <fmt/format.h>

#include "tests/intent/exporters/sample_site.h"

namespace colo::tests {

namespace {

Cable cable(const std::string& id, CableKind kind, CableEnd a, CableEnd b) {
    Cable out;
    out.id = CableId(id);
    out.label = fmt::format("C-{:04}", id.size());
    out.kind = kind;
    out.media = kind == CableKind::power ? "c13-c14" : "dac-25g";
    out.length = {2000};
    out.route_length = Length{1620};
    out.a = std::move(a);
    out.b = std::move(b);
    out.rule = id.substr(0, id.find('/'));
    return out;
}

CableEnd end_at(const PortId& port) {
    const auto colon = port.value.find(':');
    std::string name = port.value.substr(colon + 1);
    if (const auto slash = name.find('/'); slash != std::string::npos) name.erase(0, slash + 1);
    return tests::end_at(port, port.value.substr(0, colon), name);
}

void add_panel_port(Intent& site, PanelSide side) {
    const std::string from = side == PanelSide::front ? "front" : "rear";
    PanelPort port;
    port.id = PortId("panel.R01.PP1:" + from + "/Port 3");
    port.device = DeviceId("panel.R01.PP1");
    port.name = "Port 3";
    port.side = side;
    port.type = "lc";
    site.panel_ports.push_back(port);
}

}  // namespace

void add_circuit(Intent& site) {
    add_panel_port(site, PanelSide::front);
    add_panel_port(site, PanelSide::rear);
    Circuit circuit;
    circuit.id = CircuitId("WAN-88");
    circuit.kind = "wan";
    circuit.provider = "Colt";
    circuit.media = "sm-10g";
    circuit.speed = {10'000};
    circuit.handoff = {"R01", DeviceId("panel.R01.PP1"), "panel.R01.PP1:front/Port 3"};
    circuit.cable = CableId("wan/WAN-88");
    site.circuits.push_back(circuit);
    const PortId port = add_interface(site, "wan-router.1", "Ethernet1");
    Cable cord = cable("wan/WAN-88", CableKind::circuit,
                       end_at(PortId("panel.R01.PP1:front/Port 3")), end_at(port));
    cord.colour = "yellow";
    site.cables.push_back(cord);
    CableEnd theirs;
    theirs.text = "MMR-2 PP 17, 3-4";
    Cable trunk = cable("trunk/WAN-88", CableKind::circuit,
                        end_at(PortId("panel.R01.PP1:rear/Port 3")), theirs);
    trunk.route_length.reset();
    site.cables.push_back(trunk);
}

void add_cords(Intent& site, const std::string& server, const std::string& leaf_port) {
    const PortId nic = add_interface(site, server, "NIC1-1");
    const PortId leaf = add_interface(site, "leaf.R01.1", leaf_port);
    site.cables.push_back(
        cable("server-data/" + server + "/1", CableKind::data, end_at(nic), end_at(leaf)));
    PowerPort inlet;
    inlet.id = PortId(server + ":PSU1");
    inlet.device = DeviceId(server);
    inlet.name = "PSU1";
    inlet.type = "iec-60320-c14";
    inlet.feed = "A";
    site.power_ports.push_back(inlet);
    site.cables.push_back(cable("power/" + server + "/1", CableKind::power, end_at(inlet.id),
                                end_at(PortId("pdu.R01.A:C13 01"))));
}

void add_addressing(Intent& site) {
    site.vlans.push_back({VlanId("servers.R01"), 200, "servers-r01", "R01", "servers"});
    Prefix prefix;
    prefix.id = PrefixId("servers.R01/ipv6");
    prefix.prefix = *read_prefix("fd00:21::/64");
    prefix.scope = "R01";
    prefix.vlan = VlanId("servers.R01");
    prefix.gateway = read_address("fd00:21::1");
    prefix.pool = "servers";
    prefix.rule = "servers";
    site.prefixes.push_back(prefix);
    Address address;
    address.id = AddressId("servers.R01/trading-server.1/ipv6");
    address.address = *read_interface("fd00:21::0:7/64");
    address.device = DeviceId("trading-server.1");
    address.interface = PortId("trading-server.1:NIC1-1");
    address.prefix = prefix.id;
    address.rule = "servers";
    site.addresses.push_back(address);
    site.asns.push_back({AsnId("leaf.R01.1"), DeviceId("leaf.R01.1"), 4'200'000'001, "leafs"});
    const SessionEnd ours{DeviceId("leaf.R01.1"), {}, *read_address("192.0.2.1"), 65021};
    const SessionEnd theirs{{}, "Colt", *read_address("192.0.2.0"), 8220};
    site.sessions.push_back({SessionId("wan/WAN-88/ipv4"), "ebgp", ours, theirs, "wan"});
}

void add_consoles(Intent& site) {
    site.console_ports.push_back(
        {PortId("leaf.R01.1:Console"), DeviceId("leaf.R01.1"), "Console", "rj-45", {}});
    site.console_server_ports.push_back(
        {PortId("console-server.A:Port 1"), DeviceId("console-server.A"), "Port 1", "rj-45", {}});
}

}  // namespace colo::tests
