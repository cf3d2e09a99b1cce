#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(ManagementIsReachable, a_managed_device_has_a_management_address) {
    Case c;
    without(c.intent.addresses, "management/pdu.R01.A/ipv4");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:4:3: error: a managed device has no address to be managed at [unreachable-by-management]
    4 |   pdu: {model: pdu-3phase-16a, per: feed}
      |   ^~~
  lab1-r01-pdu-a is managed as apc-pdu and has no address in management
  hint: make its management port a member of management and cable it, or leave out `platform`
1 error in 1 file
)");
}

TEST(ManagementIsReachable, a_device_that_is_not_managed_needs_none) {
    Case c;
    without(c.intent.addresses, "management/pdu.R01.A/ipv4");
    the(c.intent.devices, "pdu.R01.A").platform.reset();
    EXPECT_EQ(c.verdict(), "");
}

TEST(ManagementIsReachable, an_address_elsewhere_does_not_count) {
    Case c;
    for (const char* family : {"ipv4", "ipv6"})
        without(c.intent.addresses, std::string("management/trading-server.3/") + family);
    EXPECT_NE(
        c.verdict().find("lab1-srv-003 is managed as debian and has no address in management"),
        std::string::npos)
        << c.verdict();
}

TEST(ManagementIsReachable, where_no_network_is_for_management_any_address_does) {
    Case c;
    for (const char* family : {"ipv4", "ipv6"})
        without(c.intent.addresses, std::string("management/trading-server.3/") + family);
    c.limits.management_networks.clear();
    EXPECT_EQ(c.verdict(), "");
}

TEST(ManagementIsReachable, a_management_port_that_leads_nowhere_is_named) {
    Case c;
    without(c.intent.cables, "management/leaf.R01.2/1");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:16:3: error: managed devices do not reach the management gateway [unreachable-by-management]
   16 |   management: {vlan: 10}
      |   ^~~~~~~~~~
  leaf.R01.2:Management1 has no cable that carries management
  hint: no cable joins them: add a cabling rule that carries management
1 error in 1 file
)");
}

TEST(ManagementIsReachable, all_that_hang_on_a_switch_that_leads_nowhere_are_one_report) {
    Case c;
    for (const char* family : {"ipv4", "ipv6"})
        without(c.intent.addresses, std::string("management/mgmt-switch.R02/gateway/") + family);
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:16:3: error: managed devices do not reach the management gateway [unreachable-by-management]
   16 |   management: {vlan: 10}
      |   ^~~~~~~~~~
  leaf.R01.2:Management1 leads to mgmt-switch.R02, and no cable that carries management leads on from there to mgmt-switch.R01
  5 more of the 12 members of management do not reach it either
  hint: no cable joins them: add a cabling rule that carries management
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
