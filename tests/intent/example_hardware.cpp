#include "tests/intent/example_builder.h"

namespace colo::example {

namespace {

CableEnd end_at(const std::string& port) {
    const auto colon = port.find(':');
    return {PortId(port), DeviceId(port.substr(0, colon)), port.substr(colon + 1), {}};
}

}  // namespace

Device& Builder::device(std::string id, std::string role, std::string name, int number) {
    Device one;
    one.id = DeviceId(std::move(id));
    one.name = std::move(name);
    one.number = number;
    one.role = role;
    one.rule = std::move(role);
    return out_.intent.devices.emplace_back(std::move(one));
}

void Builder::interface(const std::string& of, const std::string& name, const std::string& type,
                        Speed speed) {
    Interface port;
    port.id = PortId(of + ":" + name);
    port.device = DeviceId(of);
    port.name = name;
    port.type = type;
    if (type != "virtual" && type != "lag") port.speed = speed;
    out_.intent.interfaces.push_back(std::move(port));
}

void Builder::rack(int n) {
    Rack rack;
    rack.id = RackId(rack_name(n));
    rack.name = rack_name(n);
    rack.row = "A";
    rack.position = n;
    rack.units = 42;
    rack.width = {600};
    rack.depth = {1070};
    rack.max_weight = Mass{900'000};
    rack.feeds = {{"A", {watts(10'000), {}, {}, {}}}, {"B", {watts(10'000), {}, {}, {}}}};
    out_.intent.racks.push_back(std::move(rack));
    strip(n, "A");
    strip(n, "B");
    management_switch(n);
    leaf(n);
}

void Builder::strip(int n, const std::string& feed) {
    const std::string id = fmt::format("pdu.{}.{}", rack_name(n), feed);
    Device& strip = device(id, "pdu", fmt::format("lab1-r{:02}-pdu-{}", n, feed == "A" ? "a" : "b"),
                           2 * n - (feed == "A"));
    strip.model = "pdu-3phase-16a";
    strip.device_type = "APC/AP8881";
    strip.platform = "apc-pdu";
    strip.rack = RackId(rack_name(n));
    strip.depth = Depth::zero;
    strip.weight = Mass{8'000};
    interface(id, "Network", "100base-tx", {100});
    for (int i = 1; i <= 36; ++i) {
        Outlet outlet;
        outlet.id = PortId(fmt::format("{}:C13 {:02}", id, i));
        outlet.device = DeviceId(id);
        outlet.name = fmt::format("C13 {:02}", i);
        outlet.type = "iec-60320-c13";
        outlet.feed = feed;
        out_.intent.outlets.push_back(std::move(outlet));
    }
}

void Builder::inlets(const std::string& of, int rack, int outlet) {
    for (const auto& [n, feed] : {std::pair{1, "A"}, std::pair{2, "B"}}) {
        PowerPort inlet;
        inlet.id = PortId(fmt::format("{}:PSU{}", of, n));
        inlet.device = DeviceId(of);
        inlet.name = fmt::format("PSU{}", n);
        inlet.type = "iec-60320-c14";
        inlet.feed = feed;
        const std::string inlet_id = inlet.id.value;
        out_.intent.power_ports.push_back(std::move(inlet));
        connect(CableKind::power, fmt::format("power/{}/{}", of, n), "c13-c14", inlet_id,
                fmt::format("pdu.{}.{}:C13 {:02}", rack_name(rack), feed, outlet));
    }
}

void Builder::leaf(int n) {
    const std::string id = leaf_id(n);
    Device& leaf = device(id, "leaf", fmt::format("lab1-leaf-{:02}", n), n);
    leaf.model = "leaf-48x25";
    leaf.device_type = "Arista/DCS-7050SX3-48YC8-R";
    leaf.platform = "linux-switch";
    leaf.rack = RackId(rack_name(n));
    leaf.unit = 42;
    leaf.height = {2};
    leaf.face = Face::rear;
    leaf.depth = Depth::half;
    leaf.weight = Mass{9'500};
    leaf.pair = pair_id(n);
    leaf.typical = watts(160);
    leaf.maximum = watts(250);
    for (int i = 1; i <= 48; ++i)
        interface(id, fmt::format("Ethernet{}", i), "25gbase-x-sfp28", {i == 48 ? 10'000 : 25'000});
    interface(id, "Ethernet49/1", "100gbase-x-qsfp28", {100'000});
    interface(id, "Management1", "1000base-t", {1'000});
    for (const char* name : {"Loopback0", "Loopback1", "Vlan100", "Vlan4094"})
        interface(id, name, "virtual");
    inlets(id, n, 36);
    const std::string access = "mgmt-switch." + rack_name(n) + ":Ethernet";
    connect(CableKind::management, "management/" + id + "/1", "cat6a", id + ":Management1",
            access + "48");
    connect(CableKind::management, "management/pdu." + rack_name(n) + ".A/1", "cat6a",
            "pdu." + rack_name(n) + ".A:Network", access + "46");
    connect(CableKind::management, "management/pdu." + rack_name(n) + ".B/1", "cat6a",
            "pdu." + rack_name(n) + ".B:Network", access + "47");
    if (n % 2 == 0)
        connect(CableKind::data, "peer-link/" + leaf_id(n - 1) + "/1", "dac-100g",
                leaf_id(n - 1) + ":Ethernet49/1", id + ":Ethernet49/1");
}

void Builder::management_switch(int n) {
    const std::string id = "mgmt-switch." + rack_name(n);
    Device& one = device(id, "mgmt-switch", fmt::format("lab1-mgmt-{:02}", n), n);
    one.model = "mgmt-48x1";
    one.device_type = "Arista/DCS-7010TX-48-R";
    one.platform = "linux-switch";
    one.rack = RackId(rack_name(n));
    one.unit = 41;
    one.height = {2};
    one.face = Face::rear;
    one.depth = Depth::half;
    one.weight = Mass{5'000};
    one.typical = watts(55);
    one.maximum = watts(106);
    for (int i = 1; i <= 48; ++i)
        interface(id, fmt::format("Ethernet{}", i), "1000base-t", {1'000});
    inlets(id, n, 35);
}

void Builder::server(int n) {
    const int rack = 1 + (n - 1) % size_.racks, place = 1 + (n - 1) / size_.racks;
    const std::string id = server_id(n);
    Device& server = device(id, "trading-server", fmt::format("lab1-srv-{:03}", n), n);
    server.model = "server-25g";
    server.device_type = "Dell/PowerEdge-R650xs-25G";
    server.platform = "debian";
    server.rack = RackId(rack_name(rack));
    server.unit = place;
    server.height = {2};
    server.weight = Mass{19'000};
    server.typical = watts(300);
    server.maximum = watts(420);
    interface(id, "NIC1-1", "25gbase-x-sfp28");
    interface(id, "NIC1-2", "25gbase-x-sfp28");
    interface(id, "bond0", "lag");
    interface(id, "iDRAC9", "1000base-t", {1'000});
    const int port = place + (rack % 2 == 0 ? 20 : 0), first_leaf = rack - 1 + rack % 2;
    for (int i = 0; i < 2; ++i)
        connect(CableKind::data, fmt::format("server-data/{}/{}", id, i + 1), "dac-25g",
                fmt::format("{}:NIC1-{}", id, i + 1),
                fmt::format("{}:Ethernet{}", leaf_id(first_leaf + i), port));
    connect(CableKind::management, "bmc/" + id + "/1", "cat6a", id + ":iDRAC9",
            fmt::format("mgmt-switch.{}:Ethernet{}", rack_name(rack), place));
    inlets(id, rack, place);
}

void Builder::panel() {
    Device& panel = device("panel.R01.PP1", "panels", "lab1-r01-pp1", 1);
    panel.role.reset();
    panel.model = "panel-24";
    panel.device_type = "Generic/LC-24-port-fiber-patch-panel";
    panel.rack = RackId("R01");
    panel.unit = 40;
    panel.height = {2};
    panel.depth = Depth::half;
    for (const auto& [side, behind] : {std::pair{"front", "rear"}, std::pair{"rear", "front"}}) {
        PanelPort port;
        port.id = PortId(fmt::format("panel.R01.PP1:{}/Port 1", side));
        port.device = DeviceId("panel.R01.PP1");
        port.name = "Port 1";
        port.side = std::string(side) == "front" ? PanelSide::front : PanelSide::rear;
        port.through = PortId(fmt::format("panel.R01.PP1:{}/Port 1", behind));
        port.type = "lc";
        out_.intent.panel_ports.push_back(std::move(port));
    }
    connect(CableKind::circuit, "exchange/XC-1/1", "sm-10g", "panel.R01.PP1:front/Port 1",
            "leaf.R01.1:Ethernet48");
    Circuit circuit;
    circuit.id = CircuitId("XC-1");
    circuit.kind = "exchange";
    circuit.media = "sm-10g";
    circuit.speed = {10'000};
    circuit.handoff = {"R01", DeviceId("panel.R01.PP1"), "panel.R01.PP1:front/Port 1"};
    circuit.cable = CableId("exchange/XC-1/1");
    out_.intent.circuits.push_back(std::move(circuit));
}

void Builder::connect(CableKind kind, const std::string& id, const std::string& media,
                      const std::string& a, const std::string& b) {
    Cable one;
    one.id = CableId(id);
    one.kind = kind;
    one.media = media;
    one.length = {2'000};
    one.rule = id.substr(0, id.find('/'));
    one.a = end_at(a);
    one.b = end_at(b);
    out_.intent.cables.push_back(std::move(one));
}

}  // namespace colo::example
