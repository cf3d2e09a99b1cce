// Reasons for what was pushed aside: what took its place, not the line that is nearest.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::stored;
using example::the;

/// Server 3 stands at U2 of R01 and goes to U30; its rule's line is edited too, as it would be by
/// somebody who adds a server in the same edit.
Generated moved_server() {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.3").unit = 30;
    for (Origin& origin : goal.origins)
        if (origin.subject == "roles/trading-server") origin.because_text = "trading-servers 5";
    return goal;
}

void add_origin(Generated& goal, Origin origin) {
    goal.origins.push_back(std::move(origin));
    std::sort(goal.origins.begin(), goal.origins.end());
}

std::string because(const Plan& plan, const std::string& id) {
    for (const Change& change : plan.changes)
        if (change.id == id) return change.because;
    return "no such change";
}

TEST(Displacers, units_that_are_reserved_are_why_a_device_leaves_them) {
    Generated goal = moved_server();
    the(goal.intent.racks, "R01").reserved = {{2, 3, "cable duct"}};
    add_origin(goal, {"reserved/R01", "", "site-definitions/lab1.yaml:9", "R01 reserved U2-U3"});
    EXPECT_EQ(because(make_plan(stored(example::site()), goal), "trading-server.3"),
              "site-definitions/lab1.yaml:9  R01 reserved U2-U3");
}

TEST(Displacers, units_that_are_reserved_elsewhere_are_not) {
    Generated goal = moved_server();
    the(goal.intent.racks, "R01").reserved = {{20, 21, "cable duct"}};
    add_origin(goal, {"reserved/R01", "", "site-definitions/lab1.yaml:9", "R01 reserved U20-U21"});
    EXPECT_EQ(because(make_plan(stored(example::site()), goal), "trading-server.3"),
              "site-definitions/lab1.yaml:6  trading-servers 4 -> 5");
}

TEST(Displacers, a_device_that_took_the_units_says_its_own_line) {
    Generated goal = moved_server();
    the(goal.intent.devices, "panel.R01.PP1").unit = 2;
    add_origin(goal, {"panel.R01.PP1", "", "site-definitions/lab1.yaml:4", "panel R01/PP1"});
    EXPECT_EQ(because(make_plan(stored(example::site()), goal), "trading-server.3"),
              "site-definitions/lab1.yaml:4  panel R01/PP1");
}

TEST(Displacers, a_member_of_a_pair_that_makes_way_for_the_other_names_what_moved_the_other) {
    Generated goal = example::site();
    the(goal.intent.devices, "leaf.R01.1").rack = RackId("R02");
    the(goal.intent.devices, "leaf.R01.1").unit = 30;
    the(goal.intent.devices, "leaf.R01.2").rack = RackId("R01");
    add_origin(goal, {"leaf.R01.1", "", "site-definitions/lab1.yaml:9", "exception rack: R02"});
    for (Origin& origin : goal.origins)
        if (origin.subject == "roles/trading-server") origin.because_text = "trading-servers 5";
    EXPECT_EQ(because(make_plan(stored(example::site()), goal), "leaf.R01.2"),
              "site-definitions/lab1.yaml:9  exception rack: R02");
}

TEST(Displacers, a_link_that_took_the_port_is_why_a_cable_and_its_ports_are_set_otherwise) {
    Generated goal = moved_server();
    const std::string old_port = "leaf.R01.1:Ethernet2", new_port = "leaf.R01.1:Ethernet30";
    Cable link = the(goal.intent.cables, "server-data/trading-server.3/1");
    Cable& pushed = the(goal.intent.cables, "server-data/trading-server.3/1");
    pushed.b.port = PortId(new_port), pushed.b.name = "Ethernet30";
    link.id = CableId("links/CROSS"), link.rule = "links";
    link.a = {PortId("leaf.R01.2:Ethernet40"), DeviceId("leaf.R01.2"), "Ethernet40", {}};
    the(goal.intent.interfaces, old_port).cable = link.id;
    the(goal.intent.interfaces, "leaf.R01.2:Ethernet40").cable = link.id;
    the(goal.intent.interfaces, new_port).cable = CableId("server-data/trading-server.3/1");
    goal.intent.cables.push_back(link);
    goal.intent.sort();
    const std::string line = "site-definitions/lab1.yaml:12  link CROSS";
    add_origin(goal, {"links/CROSS", "", "site-definitions/lab1.yaml:12", "link CROSS"});
    the(goal.intent.devices, "trading-server.3").unit = 2;
    const Plan plan = make_plan(stored(example::site()), goal);
    EXPECT_EQ(because(plan, "links/CROSS"), line);
    EXPECT_EQ(because(plan, "server-data/trading-server.3/1"), line);
    EXPECT_EQ(because(plan, old_port), line);
    EXPECT_EQ(because(plan, new_port), line);
}

TEST(Displacers, a_bundle_that_comes_or_goes_has_the_reason_of_the_cables_in_it) {
    const auto with_bundle = [](Generated site, const std::string& leaf) {
        Interface bundle;
        bundle.device = DeviceId(leaf), bundle.name = "lag-3", bundle.type = "lag";
        bundle.id = PortId(leaf + ":lag-3");
        the(site.intent.interfaces, leaf + ":Ethernet2").lag = bundle.id;
        site.intent.interfaces.push_back(bundle);
        site.intent.sort();
        return site;
    };
    Generated before = with_bundle(example::site(), "leaf.R01.1");
    Generated goal = with_bundle(moved_server(), "leaf.R01.2");
    const std::string line = "site-definitions/lab1.yaml:9  exception rack: R02";
    add_origin(goal,
               {"trading-server.3", "", "site-definitions/lab1.yaml:9", "exception rack: R02"});
    const Plan plan = make_plan(stored(before), goal);
    EXPECT_EQ(because(plan, "leaf.R01.1:lag-3"), line);
    EXPECT_EQ(because(plan, "leaf.R01.2:lag-3"), line);
}

}  // namespace

}  // namespace colo::plan
