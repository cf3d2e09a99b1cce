#include "tests/intent/exporters/sample_site.h"

#include <fmt/format.h>

namespace colo::tests {

namespace {

SiteHead head() {
    return {"ams1",
            "trading-colo",
            "1.0.0",
            "sha256:0f",
            "Equinix AM3",
            "Amsterdam",
            "Europe/Amsterdam",
            {"maximum", "maximum"}};
}

Rack rack(const std::string& id, std::int64_t position, std::int64_t units) {
    Rack out;
    out.id = RackId(id);
    out.name = id;
    out.row = "A";
    out.position = position;
    out.units = units;
    out.width = {600};
    out.depth = {1070};
    out.max_weight = Mass{900'000};
    out.weight = {412'500};
    out.feeds["A"] = {watts(5000), watts(1800), watts(2600), watts(5100)};
    out.feeds["B"] = {watts(5000), watts(1700), watts(2500), watts(5210)};
    return out;
}

void add_servers(Intent& site) {
    for (std::int64_t n = 1; n <= 12; ++n) {
        const std::int64_t unit = n + (n > 8 ? 1 : 0);
        Device& server = add_device(site, fmt::format("trading-server.{}", n), "trading-server",
                                    "R01", unit, n == 8 ? 4 : 2);
        server.name = fmt::format("ams1-srv-{:03}", n);
        server.model = "server-25g";
        server.device_type = "Dell/PowerEdge-R650xs-25G";
        server.typical = watts(300);
        server.maximum = watts(420);
        server.weight = Mass{19'000};
        if (n == 3) server.serial = "7XK2 <M&M>";
        if (n == 5)
            server.name = "ams1-a-server-with-a-name-of-sixty-three-letters-as-dns-allows-x";
        if (n == 6)
            server.device_type =
                "Vendor/A-model-that-nobody-would-name-so-but-somebody-did-R650xs-25G";
        if (n == 7) server.weight.reset();
    }
}

void add_network(Intent& site) {
    for (std::int64_t n = 1; n <= 2; ++n) {
        Device& leaf = add_device(site, fmt::format("leaf.R01.{}", n), "leaf", "R01", 47 - n, 2);
        leaf.name = fmt::format("ams1-leaf-{:02}", n);
        leaf.model = "leaf-48x25";
        leaf.device_type = "Arista/DCS-7050SX3-48YC8-R";
        leaf.face = Face::rear;
        leaf.pair = "pair.leaf.R01.1";
    }
    Device& panel = add_device(site, "panel.R01.PP1", "", "R01", 47, 2);
    panel.name = "ams1-r01-pp1";
    panel.model = "panel-24";
    panel.depth = Depth::half;
    Device& router = add_device(site, "wan-router.1", "wan-router", "R01", 40, 2);
    router.name = "ams1-wr-01";
    router.depth = Depth::half;
    Device& mgmt = add_device(site, "mgmt-switch.R01", "mgmt-switch", "R01", 40, 2);
    mgmt.name = "ams1-mgmt-01";
    mgmt.face = Face::rear;
    mgmt.depth = Depth::half;
}

void add_second_rack(Intent& site) {
    Rack second = rack("R02", 2, 42);
    second.name = "Käfig 7.02";
    second.max_weight.reset();
    second.feeds.erase("B");
    second.feeds["A"].failover.reset();
    site.racks.push_back(second);
    add_device(site, "storage.1", "storage", "R02", 1, 8).weight = Mass{82'000};
    add_device(site, "exchange-router.1", "exchange-router", "R02", 41, 4);
    add_device(site, "console-server.A", "console-server", "R02", 39, 2).face = Face::rear;
    add_device(site, "ptp-grandmaster", "ptp-grandmaster", "R02", 36, 3);
    add_device(site, "media-converter.1", "media-converter", "R02", 30, 1).depth = Depth::half;
    add_device(site, "media-converter.2", "media-converter", "R02", 30, 1).depth = Depth::half;
    for (const char* strip : {"pdu.R02.A", "pdu.R02.A2", "pdu.R02.B"})
        add_strip(site, strip, "R02", std::string(strip).substr(8, 1));
    add_strip(site, "environment-sensor.1", "R02", "").role = "environment-sensor";
}

}  // namespace

Device& add_device(Intent& intent, const std::string& id, const std::string& role,
                   const std::string& rack, std::int64_t unit, std::int64_t half_units) {
    Device device;
    device.id = DeviceId(id);
    device.name = id;
    device.number = 1;
    if (!role.empty()) device.role = role;
    device.model = role + "-model";
    device.device_type = "Generic/" + role;
    device.rack = RackId(rack);
    device.unit = unit;
    device.height = {half_units};
    device.rule = role;
    return intent.devices.emplace_back(device);
}

Device& add_strip(Intent& intent, const std::string& id, const std::string& rack,
                  const std::string& feed) {
    Device& strip = add_device(intent, id, "pdu", rack, 1, 0);
    strip.unit.reset();
    strip.depth = Depth::zero;
    strip.face = Face::rear;
    strip.name = "ams1-" + id;
    strip.model = "pdu-3phase-16a";
    strip.device_type = "APC/AP8881";
    strip.weight = Mass{6380};
    for (const char* name : {"C13 01", "C19 01"})
        if (!feed.empty())
            intent.outlets.push_back(
                {PortId(id + ":" + name),
                 strip.id,
                 name,
                 name[1] == '1' && name[2] == '3' ? "iec-60320-c13" : "iec-60320-c19",
                 feed,
                 "L1",
                 {}});
    return strip;
}

PortId add_interface(Intent& intent, const std::string& device, const std::string& name) {
    Interface port;
    port.id = PortId(device + ":" + name);
    port.device = DeviceId(device);
    port.name = name;
    port.type = "25gbase-x-sfp28";
    port.speed = Speed{25'000};
    return intent.interfaces.emplace_back(port).id;
}

CableEnd end_at(const PortId& port, const std::string& device, const std::string& name) {
    return {port, DeviceId(device), name, {}};
}

Intent tiny_site() {
    Intent site;
    site.head = head();
    site.racks.push_back(rack("R01", 1, 47));
    add_device(site, "trading-server.1", "trading-server", "R01", 1, 2).typical = Power{300'500};
    add_device(site, "leaf.R01.1", "leaf", "R01", 46, 3).face = Face::rear;
    add_device(site, "panel.R01.PP1", "", "R01", 47, 1).depth = Depth::half;
    add_device(site, "wan-router.1", "wan-router", "R01", 40, 2);
    add_strip(site, "pdu.R01.A", "R01", "A");
    add_cords(site, "trading-server.1", "Ethernet1");
    add_consoles(site);
    add_circuit(site);
    add_addressing(site);
    site.exceptions.push_back({"device trading-server.1", "rack R01", "shorter", {}});
    site.sort();
    return site;
}

Intent sample_site() {
    Intent site;
    site.head = head();
    site.racks.push_back(rack("R01", 1, 47));
    add_servers(site);
    add_network(site);
    add_strip(site, "pdu.R01.A", "R01", "A");
    add_strip(site, "pdu.R01.B", "R01", "B");
    add_cords(site, "trading-server.2", "Ethernet2");
    add_cords(site, "trading-server.10", "Ethernet10");
    add_circuit(site);
    add_second_rack(site);
    add_consoles(site);
    site.sort();
    return site;
}

}  // namespace colo::tests
