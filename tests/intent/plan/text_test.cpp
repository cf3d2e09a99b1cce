#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/golden.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::Size;
using example::stored;
using example::the;
using tests::expect_golden;

void expect_both_views(const std::string& name, const Plan& plan) {
    expect_golden("intent/plan/golden/" + name + "-terse.txt", to_text(plan, View::terse, false));
    expect_golden("intent/plan/golden/" + name + "-full.txt", to_text(plan, View::full, false));
}

TEST(PlanText, a_first_plan_shows_the_whole_site_and_proves_nothing) {
    expect_both_views("first", make_plan({}, example::site()));
}

TEST(PlanText, a_first_plan_of_240_servers_fits_on_a_page) {
    expect_golden("intent/plan/golden/first-240-terse.txt",
                  to_text(make_plan({}, example::site({12, 240})), View::terse, false));
}

TEST(PlanText, racks_that_have_each_a_line_of_their_own_are_one_group_in_an_overview) {
    Generated goal = example::site({12, 24});
    for (Origin& origin : goal.origins)
        if (origin.subject.starts_with("racks/"))
            origin.because_text = "rack " + origin.subject.substr(6);
    const std::string text = to_text(make_plan({}, goal), View::terse, false);
    EXPECT_NE(text.find("+ 12 racks  R01 ... R12\n                    because "
                        "site-definitions/lab1.yaml:3  rack R01 and 11 like it\n"),
              std::string::npos)
        << text;
}

TEST(PlanText, nothing_to_do_is_said_with_what_was_compared) {
    expect_both_views("empty", make_plan(stored(example::site()), example::site()));
}

TEST(PlanText, one_more_server_is_listed_with_its_place_and_its_reason) {
    expect_both_views("one-more",
                      make_plan(stored(example::site({12, 239})), example::site({12, 240})));
}

TEST(PlanText, servers_that_go_are_summed_up_and_what_stays_is_counted) {
    expect_golden("intent/plan/golden/fewer-terse.txt",
                  to_text(make_plan(stored(example::site({12, 240})), example::site({12, 221})),
                          View::terse, false));
}

TEST(PlanText, a_move_a_rename_and_a_cable_plugged_elsewhere_are_told_apart) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.1").name = "lab1-quant-001";
    Device& moved = the(goal.intent.devices, "trading-server.3");
    moved.rack = RackId("R02");
    moved.unit = 9;
    Cable& cable = the(goal.intent.cables, "server-data/trading-server.3/1");
    cable.b.port = PortId("leaf.R01.1:Ethernet29");
    cable.b.name = "Ethernet29";
    cable.length = {3'000};
    the(goal.intent.interfaces, "leaf.R01.1:Ethernet2").cable.reset();
    the(goal.intent.interfaces, "leaf.R01.1:Ethernet29").cable = cable.id;
    expect_both_views("moved", make_plan(stored(example::site()), goal));
}

TEST(PlanText, numbers_that_change_say_before_and_after) {
    Generated goal = example::site();
    the(goal.intent.vlans, "servers").vid = 101;
    the(goal.intent.addresses, "management/leaf.R01.1/ipv4").address =
        *read_interface("10.1.9.9/16");
    the(goal.intent.addresses, "servers/trading-server.1/ipv4").dns_name = "www.example.net";
    the(goal.intent.prefixes, "servers/ipv4").gateway = *read_address("10.2.0.2");
    the(goal.intent.racks, "R02").name = "A-02";
    goal.intent.head.standard_version = "1.1.0";
    goal.intent.head.standard_digest = "d2";
    goal.intent.exceptions = {{"{device: leaf.R01.1}", "{unit: 42}", "cable duct", "2027-01-31"}};
    expect_both_views("numbers", make_plan(stored(example::site()), goal));
}

TEST(PlanText, hundreds_of_moves_are_summed_up_and_none_is_unnamed_in_full) {
    Generated goal = example::site({12, 240});
    for (Device& device : goal.intent.devices)
        if (device.role == "trading-server") device.unit = 41 - *device.unit;
    const Plan plan = make_plan(stored(example::site({12, 240})), goal);
    expect_golden("intent/plan/golden/many-moved-terse.txt", to_text(plan, View::terse, false));
    const std::string full = to_text(plan, View::full, false);
    for (const Moved& moved : plan.moved)
        EXPECT_NE(full.find(moved.id + " "), std::string::npos) << moved.id;
}

TEST(PlanText, moves_of_more_reasons_than_a_page_has_room_for_are_one_line_in_the_terse_view) {
    Generated goal = example::site({14, 56});
    for (Device& device : goal.intent.devices)
        if (device.role == "trading-server") {
            device.unit = 30 + *device.unit;
            goal.origins.push_back({device.id.value, "",
                                    "site-definitions/lab1.yaml:9" + device.rack->value.substr(1),
                                    "exception in " + device.rack->value});
        }
    std::sort(goal.origins.begin(), goal.origins.end());
    const Plan plan = make_plan(stored(example::site({14, 56})), goal);
    const std::string text = to_text(plan, View::terse, false);
    EXPECT_NE(text.find("~ 56 trading-server moved  lab1-srv-001 ... lab1-srv-056\n"
                        "                    because site-definitions/lab1.yaml:901  exception in "
                        "R01 and 13 other reasons (--verbose says each)\n"),
              std::string::npos)
        << text;
}

TEST(PlanText, pushes_that_differ_on_every_device_are_summed_up_by_role) {
    Generated goal = example::site({14, 28});
    int n = 0;
    for (Device& device : goal.intent.devices) {
        if (device.role != "leaf") continue;
        ++n;
        for (int port = 1; port <= n; ++port)
            the(goal.intent.interfaces, fmt::format("{}:Ethernet{}", device.id.value, port)).vlan =
                VlanId("servers");
        if (n == 14) device.name = "lab1-spine";
    }
    expect_golden("intent/plan/golden/push-by-role-terse.txt",
                  to_text(make_plan(stored(example::site({14, 28})), goal), View::terse, false));
}

TEST(PlanText, colour_marks_signs_and_changes_no_word) {
    const Plan plan = make_plan(stored(example::site()), example::site({2, 5}));
    std::string coloured = to_text(plan, View::terse, true);
    EXPECT_NE(coloured.find("\x1b[32m+\x1b[0m"), std::string::npos);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    EXPECT_EQ(coloured, to_text(plan, View::terse, false));
}

TEST(PlanText, no_line_ends_in_a_space_and_terse_lines_keep_to_the_page) {
    for (const Size size : {Size{2, 4}, Size{12, 240}}) {
        std::istringstream lines(to_text(make_plan({}, example::site(size)), View::terse, false));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(line.size(), 100U) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
    }
}

TEST(PlanJson, a_plan_for_programs_has_base_counts_changes_proof_and_what_moved) {
    Generated goal = example::site({2, 4});
    the(goal.intent.devices, "trading-server.3").unit = 9;
    the(goal.intent.devices, "trading-server.1").name = "lab1-quant-001";
    expect_golden("intent/plan/golden/plan.json",
                  to_json(make_plan(stored(example::site()), goal)));
}

TEST(PlanJson, a_first_plan_has_no_standard_to_come_from) {
    const std::string json = to_json(make_plan({}, example::site()));
    EXPECT_NE(json.find("\"revision\": 0,\n    \"standard\": null"), std::string::npos);
}

}  // namespace

}  // namespace colo::plan
