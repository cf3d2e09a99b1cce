#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

/// Takes the VLAN off the ports of a cable; the cable stays.
void carries_nothing(Intent& intent, const std::string& cable) {
    for (Interface& port : intent.interfaces)
        if (port.cable && port.cable->value == cable) port.vlan.reset();
}

TEST(GatewaysAreReachable, a_network_whose_gateway_nobody_has_is_refused) {
    Case c;
    for (const char* leaf : {"leaf.R01.1", "leaf.R01.2"})
        without(c.intent.addresses, std::string("servers/") + leaf + "/gateway/ipv4");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: a network has no gateway [gateway-missing]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  no device has 10.2.0.1, the gateway of servers/ipv4 10.2.0.0/16
  hint: see that `gateway: on` of servers selects a device, or say `kind: none`
1 error in 1 file
)");
}

TEST(GatewaysAreReachable, a_network_that_wants_a_gateway_and_has_none_is_refused) {
    Case c;
    for (const char* leaf : {"leaf.R01.1", "leaf.R01.2"})
        without(c.intent.addresses, std::string("servers/") + leaf + "/gateway/ipv4");
    the(c.intent.prefixes, "servers/ipv4").gateway.reset();
    EXPECT_NE(c.verdict().find("servers/ipv4 10.2.0.0/16 has no gateway's address"),
              std::string::npos)
        << c.verdict();
    c.limits.gateway_networks.erase("servers");
    EXPECT_EQ(c.verdict(), "");
}

TEST(GatewaysAreReachable, a_member_whose_cables_do_not_carry_the_network_is_named_with_the_rule) {
    Case c;
    for (const char* place : {"1", "2"})
        carries_nothing(c.intent, std::string("server-data/trading-server.3/") + place);
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: members of a network do not reach its gateway [gateway-unreachable]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  trading-server.3:bond0 has no cable that carries servers
  hint: server-data/trading-server.3/1 joins them: add servers to what server-data `carries`
1 error in 1 file
)");
}

TEST(GatewaysAreReachable, one_cable_of_a_bundle_is_enough) {
    Case c;
    carries_nothing(c.intent, "server-data/trading-server.3/1");
    EXPECT_EQ(c.verdict(), "");
}

TEST(GatewaysAreReachable, what_lies_behind_a_switch_that_leads_nowhere_is_one_report) {
    Case c;
    for (const char* leaf : {"leaf.R01.1", "leaf.R01.2"})
        for (const char* family : {"/ipv4", "/ipv6"})
            without(c.intent.addresses, std::string("servers/") + leaf + "/gateway" + family);
    for (const char* family : {"ipv4", "ipv6"}) {  // the gateway moves to a switch of the side
        Address gateway =
            the(c.intent.addresses, std::string("management/mgmt-switch.R01/gateway/") + family);
        gateway.id = AddressId(std::string("servers/mgmt-switch.R01/gateway/") + family);
        gateway.prefix = PrefixId(std::string("servers/") + family);
        gateway.address = {*the(c.intent.prefixes, gateway.prefix.value).gateway, 16};
        if (std::string(family) == "ipv6") gateway.address.length = 64;
        gateway.vrf.reset();
        gateway.shared_by.reset();
        c.intent.addresses.push_back(gateway);
    }
    c.intent.sort();
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: members of a network do not reach its gateway [gateway-unreachable]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  trading-server.1:bond0 leads to leaf.R01.1, leaf.R01.2, and no cable that carries servers leads on from there to mgmt-switch.R01
  3 more of the 4 members of servers do not reach it either
  hint: bmc/trading-server.1/1 joins them: add servers to what bmc `carries`
1 error in 1 file
)");
}

TEST(GatewaysAreReachable, an_end_device_does_not_pass_frames_on) {
    Case c;  // only leaf 1 is the gateway; leaf 2 hangs on it by servers alone
    for (const char* family : {"/ipv4", "/ipv6"})
        without(c.intent.addresses, std::string("servers/leaf.R01.2/gateway") + family);
    for (const char* server : {"1", "2", "3", "4"})
        if (*server != '1')
            carries_nothing(c.intent, std::string("server-data/trading-server.") + server + "/1");
    EXPECT_NE(c.verdict().find("trading-server.2:bond0 leads to leaf.R01.2, and no cable"),
              std::string::npos)
        << c.verdict();
}

TEST(GatewaysAreReachable, without_a_vlan_the_rules_that_carry_it_count) {
    Case c;
    for (const char* family : {"servers/ipv4", "servers/ipv6"})
        the(c.intent.prefixes, family).vlan.reset();
    for (Interface& port : c.intent.interfaces)
        if (port.vlan && port.vlan->value == "servers") port.vlan.reset();
    EXPECT_EQ(c.verdict(), "");
    c.limits.carries.erase("server-data");
    EXPECT_NE(c.verdict().find("trading-server.1:bond0 has no cable that carries servers"),
              std::string::npos);
}

}  // namespace

}  // namespace colo::example
