#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(PortsAreUsedOnce, a_port_with_two_cables_names_both) {
    Case c;
    the(c.intent.cables, "server-data/trading-server.3/1").b =
        the(c.intent.cables, "server-data/trading-server.1/1").b;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:13:3: error: two cables end at one port [port-used-twice]
   13 |   server-data: {media: dac-25g}
      |   ^~~~~~~~~~~
  leaf.R01.1:Ethernet1 is the end of server-data/trading-server.1/1 and of server-data/trading-server.3/1
  hint: give the two rules port groups that do not overlap, or fix one end by an exception
1 error in 1 file
)");
}

TEST(PortsAreUsedOnce, a_port_that_two_rules_take_points_at_both) {
    Case c;
    the(c.intent.cables, "management/leaf.R01.1/1").b =
        the(c.intent.cables, "bmc/trading-server.1/1").b;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:11:3: error: two cables end at one port [port-used-twice]
   11 |   management: {media: cat6a}
      |   ^~~~~~~~~~
  mgmt-switch.R01:Ethernet1 is the end of bmc/trading-server.1/1 and of management/leaf.R01.1/1
  standards/lab/1.0.0/standard.yaml:9:3: note: the rule of bmc/trading-server.1/1
  hint: give the two rules port groups that do not overlap, or fix one end by an exception
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
