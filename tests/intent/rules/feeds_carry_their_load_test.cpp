#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(FeedsCarryTheirLoad, an_overloaded_feed_is_named_with_watts_over_and_what_would_fit) {
    Case c;
    Feeds& feeds = the(c.intent.racks, "R01").feeds;
    feeds["A"].capacity = watts(500);
    c.limits.single_feed_accepted.insert(RackId("R01"));
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a feed carries more than it may [feed-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  feed A of R01 carries 598 W of 500 W: 98 W over
  2 trading servers (maximum on this feed 210 W each), 1 leaf (maximum on this feed 125 W), 1 mgmt switch (maximum on this feed 53 W)
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(FeedsCarryTheirLoad, typical_draws_are_summed_where_the_standard_says_so) {
    Case c;
    Feeds& feeds = the(c.intent.racks, "R01").feeds;
    feeds["A"].capacity = watts(500);
    c.limits.single_feed_accepted.insert(RackId("R01"));
    c.intent.head.power_basis.budget = "typical";
    EXPECT_EQ(c.verdict(), "");
}

TEST(FeedsCarryTheirLoad, a_device_on_one_feed_puts_its_whole_draw_there) {
    Case c;
    the(c.intent.racks, "R01").feeds["A"].capacity = watts(700);
    the(c.intent.power_ports, "trading-server.3:PSU2").feed = "A";
    c.limits.single_feed_accepted.insert(RackId("R01"));
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a feed carries more than it may [feed-overload]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  feed A of R01 carries 808 W of 700 W: 108 W over
  2 trading servers (maximum on this feed 630 W together), 1 leaf (maximum on this feed 125 W), 1 mgmt switch (maximum on this feed 53 W)
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(FeedsCarryTheirLoad, what_supplies_power_draws_none_of_it) {
    Case c;
    PowerPort supply = the(c.intent.power_ports, "leaf.R01.1:PSU1");
    supply.id = PortId("pdu.R01.A:supply");
    supply.device = DeviceId("pdu.R01.A");
    c.intent.power_ports.push_back(supply);
    the(c.intent.devices, "pdu.R01.A").maximum = watts(11'000);
    EXPECT_EQ(c.verdict(), "");
}

TEST(FeedsCarryTheirLoad, loads_stored_in_the_rack_are_not_trusted) {
    Case c;
    Feed& feed = the(c.intent.racks, "R01").feeds["A"];
    feed.typical = feed.maximum = watts(1'000'000);
    feed.failover = watts(1'000'000);
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
