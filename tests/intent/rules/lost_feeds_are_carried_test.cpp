#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(LostFeedsAreCarried, a_rack_that_cannot_lose_a_feed_is_told_by_how_much_and_what_would_fit) {
    Case c;
    the(c.intent.racks, "R01").feeds["B"].capacity = watts(900);
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: racks cannot lose feed A [feed-loss-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  with feed A lost, feed B of R01 carries 1.2 kW of 900 W: 296 W over
  2 trading servers (maximum 420 W each), 1 leaf (maximum 250 W), 1 mgmt switch (maximum 106 W)
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(LostFeedsAreCarried, both_feeds_are_named_when_neither_can_be_lost) {
    Case c;
    for (auto& [name, feed] : the(c.intent.racks, "R01").feeds) feed.capacity = watts(900);
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: racks cannot lose feed A or B [feed-loss-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  with feed A lost, feed B of R01 carries 1.2 kW of 900 W: 296 W over
  with feed B lost, feed A of R01 carries 1.2 kW of 900 W: 296 W over
  2 trading servers (maximum 420 W each), 1 leaf (maximum 250 W), 1 mgmt switch (maximum 106 W)
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(LostFeedsAreCarried, where_no_rack_has_room_that_is_said) {
    Case c;
    for (const char* rack : {"R01", "R02"})
        for (auto& [name, feed] : the(c.intent.racks, rack).feeds) feed.capacity = watts(700);
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: racks cannot lose feed A or B [feed-loss-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  with feed A lost, feed B of R01 carries 1.2 kW of 700 W: 496 W over
  with feed B lost, feed A of R01 carries 1.2 kW of 700 W: 496 W over
  2 trading servers (maximum 420 W each), 1 leaf (maximum 250 W), 1 mgmt switch (maximum 106 W)
  hint: no trading servers fit R01; no other rack has room for the other 2
site-definitions/lab1.yaml:3:3: error: racks cannot lose feed A or B [feed-loss-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  with feed A lost, feed B of R02 carries 1.2 kW of 700 W: 496 W over
  with feed B lost, feed A of R02 carries 1.2 kW of 700 W: 496 W over
  2 trading servers (maximum 420 W each), 1 leaf (maximum 250 W), 1 mgmt switch (maximum 106 W)
  hint: no trading servers fit R02; no other rack has room for the other 2
2 errors in 1 file
)");
}

TEST(LostFeedsAreCarried, what_hangs_on_the_lost_feed_alone_is_off) {
    Case c;
    the(c.intent.racks, "R01").feeds["B"].capacity = watts(900);
    the(c.intent.power_ports, "trading-server.3:PSU2").feed = "A";
    EXPECT_EQ(c.verdict(), "");
}

TEST(LostFeedsAreCarried, of_three_feeds_the_two_that_remain_share_the_load) {
    Case c;
    Rack& rack = the(c.intent.racks, "R01");
    rack.feeds["C"] = rack.feeds["A"];
    rack.feeds["C"].capacity = watts(209);
    PowerPort third = the(c.intent.power_ports, "trading-server.3:PSU2");
    third.id = PortId("trading-server.3:PSU3");
    third.feed = "C";
    c.intent.power_ports.push_back(third);
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: racks cannot lose feed A or B [feed-loss-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  with feed A lost, feed C of R01 carries 210 W of 209 W: 1 W over
  with feed B lost, feed C of R01 carries 210 W of 209 W: 1 W over
  2 trading servers (maximum 210 W together)
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(LostFeedsAreCarried, a_rack_whose_single_feed_is_accepted_is_not_asked) {
    Case c;
    the(c.intent.racks, "R01").feeds["B"].capacity = watts(900);
    c.limits.single_feed_accepted.insert(RackId("R01"));
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
