#include "tests/intent/example_builder.h"

namespace colo::example {

void Builder::prefix(const std::string& id, const std::string& text, const std::string& pool,
                     const std::string& vlan) {
    Prefix one;
    one.id = PrefixId(id);
    one.prefix = *read_prefix(text);
    one.scope = "site";
    if (!vlan.empty()) one.vlan = VlanId(vlan);
    one.pool = pool;
    one.rule = id.substr(0, id.find('/'));
    if (one.rule == "management") one.vrf = "mgmt";
    out_.intent.prefixes.push_back(std::move(one));
}

void Builder::address(const std::string& id, const std::string& text, const std::string& device,
                      const std::string& port, const std::string& prefix, const std::string& dns) {
    Address one;
    one.id = AddressId(id);
    one.address = *read_interface(text);
    one.device = DeviceId(device);
    one.interface = PortId(device + ":" + port);
    one.prefix = PrefixId(prefix);
    if (!dns.empty()) one.dns_name = dns + ".lab1.example.net";
    one.rule = id.substr(0, id.find('/'));
    if (one.rule == "management") one.vrf = "mgmt";
    out_.intent.addresses.push_back(std::move(one));
}

void Builder::networks() {
    for (const auto& [name, vid] : {std::pair{"management", 10}, std::pair{"servers", 100}}) {
        Vlan vlan;
        vlan.id = VlanId(name);
        vlan.vid = vid;
        vlan.name = name;
        vlan.scope = "site";
        vlan.rule = name;
        out_.intent.vlans.push_back(std::move(vlan));
    }
    prefix("management/ipv4", "10.1.0.0/16", "ipv4", "management");
    prefix("management/ipv6", "fd00:1::/64", "ipv6", "management");
    prefix("servers/ipv4", "10.2.0.0/16", "ipv4", "servers");
    prefix("servers/ipv6", "fd00:2::/64", "ipv6", "servers");
    prefix("loopbacks/ipv4", "10.0.0.0/22", "loopbacks", "");
    prefix("vteps/ipv4", "10.0.0.0/22", "loopbacks", "");
    for (int n = 1; n <= size_.racks; ++n) leaf_addresses(n);
    for (int n = 1; n <= size_.servers; ++n) server_addresses(n);
}

void Builder::leaf_addresses(int n) {
    const std::string id = leaf_id(n);
    const auto loopback = [](int host) {
        return fmt::format("10.0.{}.{}/32", host / 256, host % 256);
    };
    address("loopbacks/" + id + "/ipv4", loopback(n), id, "Loopback0", "loopbacks/ipv4");
    address("vteps/" + id + "/ipv4", loopback(n + 512), id, "Loopback1", "vteps/ipv4");
    address("management/" + id + "/ipv4", fmt::format("10.1.{}.{}/16", n / 250, 1 + n % 250), id,
            "Management1", "management/ipv4", fmt::format("lab1-leaf-{:02}", n));
    address("servers/" + id + "/gateway/ipv4", "10.2.0.1/16", id, "Vlan100", "servers/ipv4");
    out_.intent.addresses.back().shared_by = "servers/gateway";

    Asn asn;
    asn.id = AsnId("leafs/" + id);
    asn.device = DeviceId(id);
    asn.asn = 65'000 + (n + 1) / 2;
    asn.rule = "leafs";
    out_.intent.asns.push_back(std::move(asn));
    if (n % 2 == 1) return;

    const std::string network = "peer-links/" + leaf_id(n - 1),
                      block = fmt::format("10.0.{}.{}", 4 + (n - 2) / 256, (n - 2) % 256);
    prefix(network + "/ipv4", block + "/31", "infra4", "");
    address(network + "/" + leaf_id(n - 1) + "/ipv4", block + "/31", leaf_id(n - 1), "Vlan4094",
            network + "/ipv4");
    address(network + "/" + id + "/ipv4",
            fmt::format("10.0.{}.{}/31", 4 + (n - 2) / 256, (n - 1) % 256), id, "Vlan4094",
            network + "/ipv4");
    Session session;
    session.id = SessionId("peers/" + leaf_id(n - 1));
    session.kind = "ibgp";
    session.a = {DeviceId(leaf_id(n - 1)), {}, *read_address(block), 65'000 + n / 2};
    session.b = {DeviceId(id), {}, {Family::ipv4, session.a.address.bits + 1}, 65'000 + n / 2};
    session.rule = "peers";
    out_.intent.sessions.push_back(std::move(session));
}

void Builder::server_addresses(int n) {
    const std::string id = server_id(n), name = fmt::format("lab1-srv-{:03}", n);
    const int high = 100 + n / 250, low = 1 + n % 250;
    address("servers/" + id + "/ipv4", fmt::format("10.2.{}.{}/16", high, low), id, "bond0",
            "servers/ipv4", name);
    address("servers/" + id + "/ipv6", fmt::format("fd00:2::{:x}:{:x}/64", high, low), id, "bond0",
            "servers/ipv6", name);
    address("management/" + id + "/ipv4", fmt::format("10.1.{}.{}/16", high, low), id, "iDRAC9",
            "management/ipv4", name + "-bmc");
    address("management/" + id + "/ipv6", fmt::format("fd00:1::{:x}:{:x}/64", high, low), id,
            "iDRAC9", "management/ipv6", name + "-bmc");
}

}  // namespace colo::example
