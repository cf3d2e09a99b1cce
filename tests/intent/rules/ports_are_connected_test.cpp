#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(PortsAreConnected, a_port_that_a_rule_wants_cabled_must_have_a_cable) {
    Case c;
    without(c.intent.cables, "bmc/trading-server.3/1");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:9:3: error: a port that must be connected has no cable [port-must-be-connected]
    9 |   bmc: {media: cat6a}
      |   ^~~
  trading-server.3:iDRAC9 has no cable; bmc wants one there
  hint: free a port for it, or write `optional: true` in bmc
standards/lab/1.0.0/standard.yaml:16:3: error: managed devices do not reach the management gateway [unreachable-by-management]
   16 |   management: {vlan: 10}
      |   ^~~~~~~~~~
  trading-server.3:iDRAC9 has no cable that carries management
  hint: no cable joins them: add a cabling rule that carries management
2 errors in 1 file
)");
}

TEST(PortsAreConnected, an_inlet_must_have_a_cord) {
    Case c;
    without(c.intent.cables, "power/trading-server.3/2");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:14:3: error: a port that must be connected has no cable [port-must-be-connected]
   14 |   power: {from: {role: pdu, ports: outlets}}
      |   ^~~~~
  trading-server.3:PSU2 has no cable; power wants one there
  hint: free a port for it, or write `optional: true` in power
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
