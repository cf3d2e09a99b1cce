#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "intent/plan/risks.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::Size;
using example::stored;
using example::the;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

/// The lines of the section `at risk`, without reasons.
Lines lines(const Plan& plan, View view = View::terse) {
    Lines out;
    for (const Entry& entry : risk_block(plan, view)) out.push_back(entry.cells.front());
    return out;
}

template <class Edit>
Plan plan_of(Edit&& edit, Generated before = example::site()) {
    Generated goal = before;
    edit(goal.intent);
    return make_plan(stored(std::move(before)), std::move(goal));
}

TEST(Risks, what_comes_and_what_is_only_recorded_touches_nothing_in_service) {
    EXPECT_THAT(make_plan(stored(example::site({2, 4})), example::site({2, 5})).risks, IsEmpty());
    EXPECT_THAT(make_plan({}, example::site()).risks, IsEmpty());
    const Plan plan = plan_of([](Intent& i) {
        the(i.devices, "trading-server.3").typical = watts(310);
        the(i.devices, "trading-server.3").name = "quant";
        the(i.cables, "bmc/trading-server.3/1").label = "C-9";
    });
    EXPECT_THAT(plan.risks, IsEmpty());
    EXPECT_THAT(to_text(plan, View::terse, false), HasSubstr("\nNothing in service is touched.\n"));
}

TEST(Risks,
     a_moved_member_of_a_pair_leaves_it_without_redundancy_and_names_who_hangs_on_the_other) {
    const Plan plan = plan_of([](Intent& i) { the(i.devices, "leaf.R01.2").unit = 30; });
    EXPECT_THAT(lines(plan),
                ElementsAre("leaf.R01.2 down while it is moved",
                            "pair.leaf.R01.1 without redundancy: 4 trading-server on leaf.R01.1 "
                            "alone while leaf.R01.2 is moved"));
    ASSERT_EQ(plan.risks.size(), 2U);
    EXPECT_EQ(plan.risks[1].of, "pair.leaf.R01.1");
    EXPECT_THAT(plan.risks[1].devices, ElementsAre("trading-server.1", "trading-server.2",
                                                   "trading-server.3", "trading-server.4"));
    EXPECT_THAT(plan.risks[1].left, ElementsAre("leaf.R01.1"));
    EXPECT_THAT(lines(plan, View::full)[1], HasSubstr("trading-server.3, trading-server.4 on"));
}

TEST(Risks, a_link_to_an_exchange_is_down_while_its_device_its_panel_or_its_cable_is_worked_on) {
    const auto replace = [](Intent& i) { the(i.devices, "leaf.R01.1").device_type = "X/y"; };
    EXPECT_EQ(lines(plan_of(replace))[1], "exchange link XC-1 down while leaf.R01.1 is replaced");
    const auto move = [](Intent& i) { the(i.devices, "panel.R01.PP1").unit = 30; };
    EXPECT_THAT(lines(plan_of(move)),
                ElementsAre("exchange link XC-1 down while panel.R01.PP1 is moved"));
    const auto lay = [](Intent& i) { the(i.cables, "exchange/XC-1/1").length = {9'000}; };
    EXPECT_THAT(lines(plan_of(lay)),
                ElementsAre("exchange link XC-1 down while C-exchange/XC-1/1 (exchange) is plugged "
                            "anew"));
}

TEST(Risks, a_circuit_that_is_given_up_is_not_missed) {
    const Plan plan = plan_of([](Intent& i) {
        i.circuits.clear();
        example::without(i.cables, "exchange/XC-1/1");
    });
    EXPECT_THAT(lines(plan), IsEmpty());
}

TEST(Risks, a_cable_of_two_leaves_one_path_and_a_single_one_none) {
    const auto data = [](Intent& i) {
        the(i.cables, "server-data/trading-server.3/1").length = {9};
    };
    EXPECT_THAT(lines(plan_of(data)),
                ElementsAre("trading-server.3 on one server-data path, to leaf.R01.2 while "
                            "C-server-data/trading-server.3/1 (server-data) is plugged anew"));
    const auto bmc = [](Intent& i) { the(i.cables, "bmc/trading-server.3/1").length = {9}; };
    EXPECT_THAT(lines(plan_of(bmc)), ElementsAre("trading-server.3 not managed, without bmc while "
                                                 "C-bmc/trading-server.3/1 (bmc) is plugged anew"));
    Generated before = example::site();
    example::without(before.intent.cables, "server-data/trading-server.3/2");
    EXPECT_THAT(lines(plan_of(data, before)),
                ElementsAre("trading-server.3 without server-data while "
                            "C-server-data/trading-server.3/1 (server-data) is plugged anew"));
}

TEST(Risks, the_link_between_a_pair_is_missed_by_the_pair_and_cuts_nobody_off) {
    const Plan plan =
        plan_of([](Intent& i) { the(i.cables, "peer-link/leaf.R01.1/1").length = {9'000}; });
    EXPECT_THAT(lines(plan), ElementsAre("leaf.R01.1 without peer-link while "
                                         "C-peer-link/leaf.R01.1/1 (peer-link) is plugged anew"));
    ASSERT_EQ(plan.risks.size(), 1U);
    EXPECT_EQ(plan.risks.front().loss, Loss::redundancy);
}

TEST(Risks, what_hangs_on_a_strip_that_is_replaced_is_on_the_other_feed_or_without_power) {
    Generated before = example::site();
    example::without(before.intent.cables, "power/trading-server.3/2");
    the(before.intent.power_ports, "trading-server.3:PSU2").cable.reset();
    const Plan plan =
        plan_of([](Intent& i) { the(i.devices, "pdu.R01.A").device_type = "X/y"; }, before);
    EXPECT_THAT(lines(plan),
                ElementsAre("pdu.R01.A down while it is replaced",
                            "trading-server.3 without power while pdu.R01.A is replaced",
                            "leaf.R01.1, mgmt-switch.R01, trading-server.1 on feed B alone while "
                            "pdu.R01.A is replaced"));
}

TEST(Risks, an_inlet_that_is_plugged_elsewhere_leaves_the_device_on_its_other_feed) {
    const Plan plan = plan_of([](Intent& i) {
        the(i.cables, "power/trading-server.3/1").b.port = PortId("pdu.R01.A:C13 20");
    });
    EXPECT_THAT(lines(plan),
                ElementsAre("trading-server.3 on feed B alone while C-power/trading-server.3/1 "
                            "(power) is plugged anew"));
}

TEST(Risks, the_cables_of_a_moved_device_are_part_of_its_move) {
    const Plan plan = plan_of([](Intent& i) {
        the(i.devices, "trading-server.3").unit = 9;
        the(i.cables, "server-data/trading-server.3/1").length = {9'000};
    });
    EXPECT_THAT(lines(plan), ElementsAre("trading-server.3 down while it is moved"));
}

TEST(Risks, a_rack_that_is_moved_takes_all_in_it_down_both_members_of_a_pair_too) {
    Generated before = example::site();
    the(before.intent.devices, "leaf.R01.2").rack = RackId("R01");
    const Plan plan = plan_of([](Intent& i) { the(i.racks, "R01").row = "B"; }, before);
    const Lines all = lines(plan);
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[0],
              "2 leaf, 1 mgmt-switch, 2 pdu, 2 trading-server down while rack R01 is moved");
    EXPECT_EQ(all[1], "trading-server.2, trading-server.4 without server-data while rack R01 is "
                      "moved");
}

TEST(Risks, what_is_in_the_bays_of_a_chassis_goes_down_with_it) {
    Generated before = example::site();
    Device& sled = the(before.intent.devices, "trading-server.1");
    sled.parent = DeviceId("trading-server.3"), sled.bay = "Slot 1";
    const Plan plan =
        plan_of([](Intent& i) { the(i.devices, "trading-server.3").unit = 9; }, before);
    EXPECT_THAT(lines(plan), ElementsAre("trading-server.1, trading-server.3 down while "
                                         "trading-server.3 is moved"));
}

TEST(Risks, another_operating_system_takes_its_device_down) {
    const Plan plan = plan_of([](Intent& i) { the(i.devices, "leaf.R01.2").platform = "sonic"; });
    EXPECT_EQ(lines(plan).front(), "leaf.R01.2 down while it is reinstalled");
}

TEST(Risks, a_port_that_is_set_otherwise_interrupts_its_link_and_one_more_vlan_does_not) {
    const auto speed = [](Intent& i) {
        the(i.interfaces, "leaf.R01.1:Ethernet2").speed = {10'000};
        the(i.interfaces, "trading-server.3:NIC1-1").speed = {10'000};
    };
    EXPECT_THAT(lines(plan_of(speed)),
                ElementsAre("trading-server.3 on one server-data path, to leaf.R01.2 while "
                            "C-server-data/trading-server.3/1 (server-data) is reconfigured"));
    const auto trunk = [](Intent& i) {
        the(i.interfaces, "leaf.R01.1:Ethernet2").tagged_vlans = {"servers"};
    };
    EXPECT_THAT(lines(plan_of(trunk)), IsEmpty());
}

TEST(Risks, another_vlan_number_cuts_its_members_off_until_all_have_it) {
    Generated before = example::site();
    the(before.intent.interfaces, "leaf.R01.1:Ethernet2").vlan = VlanId("servers");
    const Plan plan = plan_of([](Intent& i) { the(i.vlans, "servers").vid = 101; }, before);
    EXPECT_THAT(lines(plan),
                ElementsAre("2 leaf, 4 trading-server without network servers while VLAN "
                            "servers is reconfigured"));
}

TEST(Risks, many_alike_are_one_line_in_the_terse_view_and_each_named_in_full) {
    const Plan plan = plan_of(
        [](Intent& i) {
            for (Device& device : i.devices)
                if (device.role == "leaf") device.unit = 30;
        },
        example::site({12, 240}));
    EXPECT_THAT(lines(plan),
                ElementsAre("12 leaf down, each while it is moved",
                            "exchange link XC-1 down while leaf.R01.1 is moved",
                            "12 pairs without redundancy: 240 trading-server on one member alone, "
                            "one after the other, while 12 leaf are moved"));
    std::string full = to_text(plan, View::full, false);
    for (int n = 1; n <= 240; ++n) {
        const std::string id = "trading-server." + std::to_string(n);
        EXPECT_NE(full.find(id), std::string::npos) << id;
    }
}

TEST(Risks, thousands_of_works_are_judged_in_a_moment_and_told_in_few_lines) {
    const Size size{200, 4'000};
    const Generated before = example::site(size);
    const Plan plan = plan_of(
        [](Intent& i) {
            for (Device& device : i.devices)
                if (device.role == "trading-server") device.face = Face::rear;
            for (Cable& cable : i.cables) cable.length = {9'000};
        },
        before);
    const auto begin = std::chrono::steady_clock::now();
    const auto risks = find_risks(plan.base.intent, plan.goal.intent, plan.changes);
    const auto seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_GE(risks.size(), 4'000U);
    EXPECT_EQ(risks, plan.risks);
    EXPECT_LT(seconds, std::chrono::seconds(5));
    EXPECT_LE(lines(plan).size(), 12U);
}

}  // namespace

}  // namespace colo::plan
