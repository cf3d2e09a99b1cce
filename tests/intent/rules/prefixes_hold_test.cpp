#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(PrefixesHold, two_networks_of_one_vrf_may_not_overlap) {
    Case c;
    the(c.intent.prefixes, "peer-links/leaf.R01.1/ipv4").prefix = *read_prefix("10.0.0.0/21");
    without(c.intent.addresses, "peer-links/leaf.R01.1/leaf.R01.1/ipv4");
    without(c.intent.addresses, "peer-links/leaf.R01.1/leaf.R01.2/ipv4");
    c.limits.pools["infra4"].prefixes = {*read_prefix("10.0.0.0/21")};
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:18:3: error: two networks overlap [prefix-overlap]
   18 |   loopbacks: {host-routes: true}
      |   ^~~~~~~~~
  loopbacks/ipv4 10.0.0.0/22 overlaps peer-links/leaf.R01.1/ipv4 10.0.0.0/21
  standards/lab/1.0.0/standard.yaml:20:3: note: the network of peer-links/leaf.R01.1/ipv4
  hint: take another block, another vrf, or say `unique: false` where it may recur
1 error in 1 file
)");
}

TEST(PrefixesHold, networks_of_different_vrfs_may_overlap) {
    Case c;
    Prefix tenant = the(c.intent.prefixes, "servers/ipv6");
    tenant.id = PrefixId("tenant/ipv6");
    tenant.vrf = "a-tenant";
    tenant.gateway.reset();
    tenant.rule = "tenants";
    c.intent.prefixes.push_back(tenant);
    EXPECT_EQ(c.verdict(), "");
}

TEST(PrefixesHold, networks_of_host_routes_may_share_a_whole_pool) {
    Case c;
    ASSERT_EQ(the(c.intent.prefixes, "vteps/ipv4").prefix,
              the(c.intent.prefixes, "loopbacks/ipv4").prefix);
    EXPECT_EQ(c.verdict(), "");
}

TEST(PrefixesHold, networks_with_hosts_of_their_own_length_may_not_share_a_prefix) {
    Case c;
    for (Address& address : c.intent.addresses)
        if (address.rule == "vteps") address.address.length = 22;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:19:3: error: two networks overlap [prefix-overlap]
   19 |   vteps: {host-routes: true}
      |   ^~~~~
  vteps/ipv4 10.0.0.0/22 overlaps loopbacks/ipv4 10.0.0.0/22
  standards/lab/1.0.0/standard.yaml:18:3: note: the network of loopbacks/ipv4
  hint: take another block, another vrf, or say `unique: false` where it may recur
1 error in 1 file
)");
}

TEST(PrefixesHold, prefixes_that_may_recur_do) {
    Case c;
    Prefix again = the(c.intent.prefixes, "peer-links/leaf.R01.1/ipv4");
    again.id = PrefixId("peer-links/other/ipv4");
    c.intent.prefixes.push_back(again);
    for (Prefix& prefix : c.intent.prefixes)
        if (prefix.rule == "peer-links") prefix.unique = false;
    EXPECT_EQ(c.verdict(), "");
}

TEST(PrefixesHold, an_address_outside_its_prefix_is_told_which_hosts_there_are) {
    Case c;
    the(c.intent.addresses, "servers/trading-server.3/ipv4").address =
        *read_interface("10.3.0.9/16");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: an address is none of its network's hosts [host-outside-prefix]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  servers/trading-server.3/ipv4 10.3.0.9/16 lies outside 10.2.0.0/16 (servers/ipv4)
  hint: hosts of servers/ipv4 are 10.2.0.1 to 10.2.255.254
1 error in 1 file
)");
}

TEST(PrefixesHold, the_network_address_is_no_host) {
    Case c;
    the(c.intent.addresses, "servers/trading-server.3/ipv4").address =
        *read_interface("10.2.0.0/16");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: an address is none of its network's hosts [host-outside-prefix]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  servers/trading-server.3/ipv4 10.2.0.0/16 is the network address of 10.2.0.0/16 (servers/ipv4)
  hint: hosts of servers/ipv4 are 10.2.0.1 to 10.2.255.254
1 error in 1 file
)");
}

TEST(PrefixesHold, many_addresses_outside_one_prefix_are_one_error) {
    Case c;
    the(c.intent.prefixes, "servers/ipv4").prefix = *read_prefix("10.3.0.0/16");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: an address is none of its network's hosts [host-outside-prefix]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  servers/leaf.R01.1/gateway/ipv4 10.2.0.1/16 lies outside 10.3.0.0/16 (servers/ipv4)
  and 5 of its addresses more
  hint: hosts of servers/ipv4 are 10.3.0.1 to 10.3.255.254
1 error in 1 file
)");
}

TEST(PrefixesHold, a_prefix_outside_its_pool_means_that_the_pool_is_exhausted) {
    Case c;
    c.limits.pools["infra4"].prefixes = {*read_prefix("10.0.8.0/22")};
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:20:3: error: a prefix lies outside its pool [pool-exhausted]
   20 |   peer-links: {per: {pair: leaf}}
      |   ^~~~~~~~~~
  peer-links/leaf.R01.1/ipv4 is 10.0.4.0/31; pool infra4 is 10.0.8.0/22 and holds 0 prefixes
  standards/lab/1.0.0/standard.yaml:21:1: note: pool infra4
  hint: make pool infra4 larger, or give peer-links a smaller size
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
