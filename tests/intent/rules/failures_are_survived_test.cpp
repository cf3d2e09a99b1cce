#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

/// The example under a standard that says what must be survived.
Case surviving(std::vector<std::string> survives, Size size = {}) {
    Case c(size);
    c.limits.survives = std::move(survives);
    return c;
}

void carries_nothing(Intent& intent, const std::string& cable) {
    for (Interface& port : intent.interfaces)
        if (port.cable && port.cable->value == cable) port.vlan.reset();
}

/// Runs a cable through a device that stands in R01, as two pieces.
void run_through(Intent& intent, const std::string& id, const std::string& tap) {
    const auto whole = std::find_if(intent.cables.begin(), intent.cables.end(),
                                    [&](const Cable& one) { return one.id.value == id; });
    Cable first = *whole, second = *whole;
    first.id = CableId(id + "/1"), second.id = CableId(id + "/2");
    first.path = second.path = id;
    first.length = second.length = Length{1000};
    first.b = {PortId(tap + ":in " + id), DeviceId(tap), "in", {}};
    second.a = {PortId(tap + ":out " + id), DeviceId(tap), "out", {}};
    for (Interface& port : intent.interfaces)
        if (port.cable && port.cable->value == id)
            port.cable = port.id == first.a.port ? first.id : second.id;
    *whole = first;
    intent.cables.push_back(second);
    Device device;
    device.id = DeviceId(tap);
    device.name = tap;
    device.role = device.rule = tap.substr(0, tap.find('.'));
    device.rack = RackId("R01");
    if (std::none_of(intent.devices.begin(), intent.devices.end(),
                     [&](const Device& one) { return one.id == device.id; }))
        intent.devices.push_back(device);
    intent.sort();
}

TEST(FailuresAreSurvived, any_one_rack_feed_or_leaf_of_the_example_may_be_lost) {
    EXPECT_EQ(surviving({"rack", "feed", "leaf"}).verdict(), "");
    EXPECT_EQ(surviving({"rack", "feed", "leaf"}, {12, 240}).verdict(), "");
}

TEST(FailuresAreSurvived, what_is_there_once_is_a_single_point_of_failure) {
    EXPECT_EQ(
        surviving({"mgmt-switch"}).verdict(),
        R"(standards/lab/1.0.0/standard.yaml:23:1: error: not every mgmt-switch may be lost [single-point-of-failure]
   23 | survives: []
      | ^~~~~~~~
  without mgmt-switch.R01, lab1-r01-pdu-a and 3 other devices have no way to the gateway of management
  without mgmt-switch.R02, lab1-r02-pdu-a and 3 other devices have no way to the gateway of management
  standards/lab/1.0.0/standard.yaml:16:3: note: network management
  hint: cable them to two of the role mgmt-switch
1 error in 1 file
)");
}

TEST(FailuresAreSurvived, a_way_is_followed_through_what_lies_between_and_lost_with_it) {
    Case c = surviving({"leaf", "tap"});
    run_through(c.intent, "server-data/trading-server.2/1", "tap.1");
    run_through(c.intent, "server-data/trading-server.2/2", "tap.2");
    EXPECT_EQ(c.verdict(), "");
    Case one = surviving({"leaf", "tap"});
    run_through(one.intent, "server-data/trading-server.2/1", "tap.1");
    run_through(one.intent, "server-data/trading-server.2/2", "tap.1");
    EXPECT_EQ(
        one.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:23:1: error: not every tap may be lost [single-point-of-failure]
   23 | survives: []
      | ^~~~~~~~
  without tap.1, lab1-srv-002 has no way to the gateway of servers
  standards/lab/1.0.0/standard.yaml:17:3: note: network servers
  hint: cable them to two of the role tap
1 error in 1 file
)");
}

TEST(FailuresAreSurvived, two_ways_through_one_device_do_not_meet_in_it) {
    Case c = surviving({"rack"});
    run_through(c.intent, "server-data/trading-server.1/1", "tap.1");
    run_through(c.intent, "server-data/trading-server.2/1", "tap.1");
    carries_nothing(c.intent, "server-data/trading-server.2/1/2");
    carries_nothing(c.intent, "server-data/trading-server.2/2");
    EXPECT_THAT(c.verdict(), testing::HasSubstr("gateway-unreachable"));
}

TEST(FailuresAreSurvived, nothing_is_judged_where_the_standard_says_nothing) {
    EXPECT_EQ(surviving({}).verdict(), "");
}

TEST(FailuresAreSurvived, a_server_that_hangs_on_another_rack_alone_does_not_survive_its_loss) {
    Case c = surviving({"rack"});
    carries_nothing(c.intent, "server-data/trading-server.2/2");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:23:1: error: not every rack may be lost [single-point-of-failure]
   23 | survives: []
      | ^~~~~~~~
  without R01, lab1-srv-002 has no way to the gateway of servers
  standards/lab/1.0.0/standard.yaml:17:3: note: network servers
  hint: cable them, or what they hang on, to devices in two racks
1 error in 1 file
)");
}

TEST(FailuresAreSurvived, what_is_lost_with_its_rack_needs_no_way) {
    Case c = surviving({"rack"});
    carries_nothing(c.intent, "server-data/trading-server.1/2");  // both stand in R01
    EXPECT_EQ(c.verdict(), "");
}

TEST(FailuresAreSurvived, a_switch_on_one_feed_takes_what_hangs_on_it_along) {
    Case c = surviving({"feed"});
    without(c.intent.power_ports, "mgmt-switch.R01:PSU2");
    without(c.intent.cables, "power/mgmt-switch.R01/2");
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:23:1: error: not every feed may be lost [single-point-of-failure]
   23 | survives: []
      | ^~~~~~~~
  without A, lab1-r01-pdu-a and 3 other devices have no way to the gateway of management
  standards/lab/1.0.0/standard.yaml:16:3: note: network management
  hint: cord what they hang on to two feeds
1 error in 1 file
)");
    c.limits.single_feed_accepted.insert(RackId("R01"));
    EXPECT_EQ(c.verdict(), "");
}

TEST(FailuresAreSurvived, a_way_that_leads_on_through_another_switch_counts_and_can_be_cut) {
    Case c = surviving({"leaf"});
    for (const char* family : {"/ipv4", "/ipv6"})
        without(c.intent.addresses, std::string("servers/leaf.R01.2/gateway") + family);
    for (const char* port : {"leaf.R01.1:Ethernet49/1", "leaf.R01.2:Ethernet49/1"})
        the(c.intent.interfaces, port).tagged_vlans = {"servers"};  // the peer link carries it
    EXPECT_NE(c.verdict().find("without leaf.R01.1, lab1-srv-001 and 3 other devices have no way"),
              std::string::npos)
        << c.verdict();
    c.limits.survives = {"rack"};  // and so do those in the other rack
    EXPECT_NE(c.verdict().find("without R01, lab1-srv-002 and 1 other device have no way"),
              std::string::npos)
        << c.verdict();
}

TEST(FailuresAreSurvived, what_had_no_way_before_is_not_said_twice) {
    Case c = surviving({"leaf"});
    for (const char* place : {"1", "2"})
        carries_nothing(c.intent, std::string("server-data/trading-server.3/") + place);
    EXPECT_EQ(c.verdict().find("single-point-of-failure"), std::string::npos);
}

}  // namespace

}  // namespace colo::example
