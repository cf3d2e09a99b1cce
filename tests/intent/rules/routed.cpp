#include "tests/intent/rules/routed.h"

#include <fmt/format.h>

namespace colo::example {

namespace {

/// A network's gateway in both families, and the addresses of those who hold it.
class Gateway {
public:
    Gateway(Intent& intent, std::string network, std::string interface)
        : intent_(intent), network_(std::move(network)), interface_(std::move(interface)) {}

    void at(const std::string& ipv4, const std::string& ipv6) {
        the(intent_.prefixes, network_ + "/ipv4").gateway = *read_address(ipv4);
        the(intent_.prefixes, network_ + "/ipv6").gateway = *read_address(ipv6);
    }

    void on(const std::string& device) {
        for (const char* family : {"ipv4", "ipv6"}) {
            const Prefix& prefix = the(intent_.prefixes, network_ + "/" + family);
            give(device, "gateway/" + std::string(family), *prefix.gateway, prefix);
        }
    }

    void own(const std::string& device, const std::string& interface, const std::string& ipv4) {
        interface_ = interface;
        give(device, "ipv4", *read_address(ipv4), the(intent_.prefixes, network_ + "/ipv4"));
    }

private:
    void give(const std::string& device, const std::string& part, const IpAddress& address,
              const Prefix& prefix) {
        Address one;
        one.id = AddressId(fmt::format("{}/{}/{}", network_, device, part));
        one.address = {address, prefix.prefix.length};
        one.vrf = prefix.vrf;
        one.device = DeviceId(device);
        one.interface = PortId(device + ":" + interface_);
        one.prefix = prefix.id;
        if (address == prefix.gateway) one.shared_by = network_ + "/gateway";
        one.rule = network_;
        std::erase_if(intent_.addresses, [&](const Address& old) { return old.id == one.id; });
        intent_.addresses.push_back(std::move(one));
    }

    Intent& intent_;
    std::string network_, interface_;
};

void carry_vlans(Intent& intent) {
    for (Interface& port : intent.interfaces) {
        if (port.name.starts_with("NIC1")) port.lag = PortId(port.device.value + ":bond0");
        if (!port.cable) continue;
        const std::string rule = port.cable->value.substr(0, port.cable->value.find('/'));
        if (rule == "server-data") port.vlan = VlanId("servers");
        if (rule == "bmc" || rule == "management") port.vlan = VlanId("management");
    }
}

void manage(Intent& intent, const std::string& rack, int n) {
    const std::string id = "mgmt-switch." + rack;
    Interface vlan;
    vlan.id = PortId(id + ":Vlan10");
    vlan.device = DeviceId(id);
    vlan.name = "Vlan10";
    vlan.type = "virtual";
    intent.interfaces.push_back(std::move(vlan));
    Gateway management(intent, "management", "Vlan10");
    management.on(id);
    management.own(id, "Vlan10", fmt::format("10.1.200.{}", n));
    management.own("pdu." + rack + ".A", "Network", fmt::format("10.1.201.{}", n));
    management.own("pdu." + rack + ".B", "Network", fmt::format("10.1.202.{}", n));
}

}  // namespace

void add_gateways(Intent& intent) {
    carry_vlans(intent);
    Gateway servers(intent, "servers", "Vlan100");
    servers.at("10.2.0.1", "fd00:2::1");
    for (const Device& device : intent.devices)
        if (device.role == "leaf") servers.on(device.id.value);
    Gateway(intent, "management", "Vlan10").at("10.1.0.1", "fd00:1::1");
    int n = 0;
    for (const Rack& rack : intent.racks) manage(intent, rack.id.value, ++n);
    intent.sort();
}

void add_gateways(Constraints& constraints) {
    constraints.gateway_networks = {"management", "servers"};
    constraints.management_networks = {"management"};
    constraints.carries = {
        {"bmc", {"management"}}, {"management", {"management"}}, {"server-data", {"servers"}}};
}

}  // namespace colo::example
