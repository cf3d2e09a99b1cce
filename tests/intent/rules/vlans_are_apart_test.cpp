#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(VlansAreApart, two_networks_of_one_scope_have_ids_of_their_own) {
    Case c;
    the(c.intent.vlans, "servers").vid = 10;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:17:3: error: two networks have one VLAN id where they meet [vlan-taken]
   17 |   servers: {vlan: 100}
      |   ^~~~~~~
  management and servers are both VLAN 10 in scope site
  standards/lab/1.0.0/standard.yaml:16:3: note: the network of management
  hint: give one of them another `vlan`, or a range to take a free one from
1 error in 1 file
)");
}

TEST(VlansAreApart, networks_of_two_scopes_may_share_an_id_unless_they_meet_on_a_port) {
    Case c;
    the(c.intent.vlans, "servers").vid = 10;
    the(c.intent.vlans, "servers").scope = "R01";
    EXPECT_EQ(c.verdict(), "");
    the(c.intent.interfaces, "leaf.R01.1:Ethernet49/1").tagged_vlans = {"management", "servers"};
    EXPECT_NE(
        c.verdict().find("management and servers are both VLAN 10 in leaf.R01.1:Ethernet49/1"),
        std::string::npos);
}

}  // namespace

}  // namespace colo::example
