#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(CircuitsLand, a_circuit_without_a_cable_ends_nowhere) {
    Case c;
    without(c.intent.cables, "exchange/XC-1/1");
    EXPECT_EQ(c.verdict(),
              R"(site-definitions/lab1.yaml:5:1: error: a circuit ends nowhere [circuit-without-end]
    5 | circuits: {XC-1: {kind: exchange}}
      | ^~~~~~~~
  XC-1 (exchange, handed over at panel.R01.PP1:front/Port 1) has no cable to a device of ours
  hint: a cabling rule `from: {circuit: exchange}` takes it to a device
1 error in 1 file
)");
}

TEST(CircuitsLand, a_cable_that_leads_to_nothing_of_ours_is_no_end) {
    Case c;
    the(c.intent.cables, "exchange/XC-1/1").b = {{}, {}, {}, "cage wall"};
    EXPECT_NE(c.verdict().find("has exchange/XC-1/1, which leads to no device of ours"),
              std::string::npos);
}

TEST(CircuitsLand, the_cable_begins_at_the_hand_off) {
    Case c;
    the(c.intent.circuits, "XC-1").handoff.port = "panel.R01.PP1:front/Port 2";
    EXPECT_NE(c.verdict().find("has exchange/XC-1/1, which does not begin at that port"),
              std::string::npos);
}

TEST(CircuitsLand, a_hand_off_at_a_place_that_is_not_ours_is_a_beginning) {
    Case c;
    the(c.intent.circuits, "XC-1").handoff = {"MMR-2", {}, "PP 17/3"};
    the(c.intent.cables, "exchange/XC-1/1").a = {{}, {}, {}, "MMR-2 PP 17/3"};
    EXPECT_EQ(c.verdict(), "");
}

/// A second circuit of the kind beside the first, on these sides.
Case two_circuits(const std::string& first, const std::string& second) {
    Case c;
    Circuit other = the(c.intent.circuits, "XC-1");
    Cable cable = the(c.intent.cables, "exchange/XC-1/1");
    the(c.intent.circuits, "XC-1").side = first;
    other.id = CircuitId("XC-2");
    other.side = second;
    other.handoff = {"MMR-2", {}, "PP 17/3"};
    cable.id = CableId("exchange/XC-2/1");
    cable.a = {{}, {}, {}, "MMR-2 PP 17/3"};
    cable.b = {PortId("leaf.R01.2:Ethernet48"), DeviceId("leaf.R01.2"), "Ethernet48", {}};
    other.cable = cable.id;
    the(c.intent.interfaces, "leaf.R01.2:Ethernet48").cable = cable.id;
    c.intent.circuits.push_back(other);
    c.intent.cables.push_back(cable);
    c.intent.sort();
    return c;
}

TEST(CircuitsLand, both_circuits_of_a_kind_on_one_side_are_refused) {
    EXPECT_EQ(two_circuits("A", "A").verdict(),
              R"(colo: error: all circuits of a kind come in on one side [circuits-on-one-side]
  exchange circuits XC-1, XC-2 all come in on side A
  hint: order one of them on side B, or set its `side` right
1 error
)");
    EXPECT_EQ(two_circuits("A", "B").verdict(), "");
}

}  // namespace

}  // namespace colo::example
