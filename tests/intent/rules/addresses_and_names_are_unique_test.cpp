#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(AddressesAndNamesAreUnique, an_address_given_twice_names_both_holders) {
    Case c;
    the(c.intent.addresses, "servers/trading-server.3/ipv4").address =
        the(c.intent.addresses, "servers/trading-server.1/ipv4").address;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: an address is given twice [duplicate-address]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  10.2.100.2 is servers/trading-server.1/ipv4 and servers/trading-server.3/ipv4
  hint: fix one of them by an exception, or leave out its `host`
1 error in 1 file
)");
}

TEST(AddressesAndNamesAreUnique, a_shared_address_that_only_one_holder_shares_is_given_twice) {
    Case c;
    the(c.intent.addresses, "servers/leaf.R01.2/gateway/ipv4").shared_by.reset();
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: an address is given twice [duplicate-address]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  10.2.0.1 is servers/leaf.R01.1/gateway/ipv4 and servers/leaf.R01.2/gateway/ipv4
  hint: fix one of them by an exception, or leave out its `host`
1 error in 1 file
)");
}

TEST(AddressesAndNamesAreUnique, one_address_may_stand_in_two_vrfs) {
    Case c;
    Address other = the(c.intent.addresses, "servers/trading-server.1/ipv4");
    other.id = AddressId("servers/trading-server.1/tenant/ipv4");
    other.vrf = "tenant";
    c.intent.addresses.push_back(other);
    EXPECT_EQ(c.verdict(), "");
}

TEST(AddressesAndNamesAreUnique, two_devices_may_not_have_one_name) {
    Case c;
    the(c.intent.devices, "trading-server.3").name = "lab1-srv-001";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:5:3: error: two devices have one name [duplicate-name]
    5 |   trading-server: {model: server-25g}
      |   ^~~~~~~~~~~~~~
  lab1-srv-001 is trading-server.1 and trading-server.3
  hint: put what tells them apart into the role's `name`: {n}, {rack} or {feed}
1 error in 1 file
)");
}

TEST(AddressesAndNamesAreUnique, one_dns_name_may_not_lead_to_two_devices) {
    Case c;
    the(c.intent.addresses, "servers/trading-server.3/ipv4").dns_name =
        "lab1-srv-001.lab1.example.net";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: one DNS name leads to two devices [duplicate-name]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  lab1-srv-001.lab1.example.net is servers/trading-server.1/ipv4 and servers/trading-server.3/ipv4
  hint: give the two networks or devices records of their own
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
