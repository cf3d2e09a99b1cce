#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::stored;
using example::the;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> ids(const Plan& plan, const std::string& table, Action action) {
    std::vector<std::string> out;
    for (const Change& change : plan.changes)
        if (change.table == table && change.action == action) out.push_back(change.id);
    return out;
}

const Change& change_of(const Plan& plan, const std::string& id) {
    for (const Change& change : plan.changes)
        if (change.id == id) return change;
    COLO_ASSERT(false, id.c_str());
}

Kept kept(const Plan& plan, const std::string& what) {
    for (const Kept& one : plan.proof)
        if (one.what == what) return one;
    COLO_ASSERT(false, what.c_str());
}

TEST(Plan, equal_intents_make_an_empty_plan_in_which_everything_keeps_its_place) {
    const Plan plan = make_plan(stored(example::site()), example::site());
    EXPECT_TRUE(plan.empty());
    EXPECT_THAT(plan.moved, IsEmpty());
    for (const Kept& one : plan.proof) EXPECT_EQ(one.kept, one.before) << one.what;
    EXPECT_EQ(kept(plan, "devices").before, 13U);
}

TEST(Plan, one_more_server_adds_its_own_things_and_moves_nothing) {
    const Plan plan = make_plan(stored(example::site({2, 4})), example::site({2, 5}));
    EXPECT_THAT(ids(plan, "devices", Action::add), ElementsAre("trading-server.5"));
    EXPECT_THAT(ids(plan, "cables", Action::add),
                ElementsAre("bmc/trading-server.5/1", "power/trading-server.5/1",
                            "power/trading-server.5/2", "server-data/trading-server.5/1",
                            "server-data/trading-server.5/2"));
    EXPECT_THAT(
        ids(plan, "interfaces", Action::change),
        ElementsAre("leaf.R01.1:Ethernet3", "leaf.R01.2:Ethernet3", "mgmt-switch.R01:Ethernet3"));
    EXPECT_THAT(ids(plan, "interfaces", Action::add), IsEmpty());
    EXPECT_THAT(plan.moved, IsEmpty());
    for (const Kept& one : plan.proof) EXPECT_EQ(one.kept, one.before) << one.what;
}

TEST(Plan, each_change_of_one_more_server_has_its_line_as_the_reason) {
    const Plan plan = make_plan(stored(example::site({2, 4})), example::site({2, 5}));
    for (const Change& change : plan.changes)
        EXPECT_EQ(change.because, "site-definitions/lab1.yaml:6  trading-servers 4 -> 5")
            << change.table << " " << change.id;
}

TEST(Plan, changes_are_ordered_by_impact_then_table_then_natural_id) {
    const Plan plan = make_plan({}, example::site({2, 12}));
    EXPECT_THAT(ids(plan, "devices", Action::add),
                ElementsAre("leaf.R01.1", "leaf.R01.2", "mgmt-switch.R01", "mgmt-switch.R02",
                            "panel.R01.PP1", "pdu.R01.A", "pdu.R01.B", "pdu.R02.A", "pdu.R02.B",
                            "trading-server.1", "trading-server.2", "trading-server.3",
                            "trading-server.4", "trading-server.5", "trading-server.6",
                            "trading-server.7", "trading-server.8", "trading-server.9",
                            "trading-server.10", "trading-server.11", "trading-server.12"));
    EXPECT_TRUE(
        std::is_sorted(plan.changes.begin(), plan.changes.end(),
                       [](const Change& a, const Change& b) { return a.impact < b.impact; }));
}

/// The example with servers 1 and 2 as sleds of server 3.
Generated with_sleds(Generated site) {
    for (const char* id : {"trading-server.1", "trading-server.2"}) {
        Device& sled = the(site.intent.devices, id);
        sled.parent = DeviceId("trading-server.3");
        sled.bay = id[std::string_view(id).size() - 1] == '1' ? "Slot 1" : "Slot 2";
        sled.rack = the(site.intent.devices, "trading-server.3").rack;
        sled.unit = the(site.intent.devices, "trading-server.3").unit;
    }
    return site;
}

TEST(Plan, another_bay_is_work_for_hands_and_a_move) {
    const auto before = with_sleds(example::site());
    auto after = before;
    the(after.intent.devices, "trading-server.1").bay = "Slot 4";
    const Plan plan = make_plan(stored(before), after);
    const Change& change = change_of(plan, "trading-server.1");
    EXPECT_EQ(change.impact, Impact::hands);
    EXPECT_TRUE(change.moved);
    const Kept positions = kept(plan, "rack positions");
    EXPECT_EQ(positions.kept + 1, positions.before);
}

TEST(Plan, a_sled_goes_along_with_its_chassis_and_is_not_moved) {
    const auto before = with_sleds(example::site());
    auto after = before;
    for (const char* id : {"trading-server.1", "trading-server.2", "trading-server.3"})
        the(after.intent.devices, id).unit = 30;
    const Plan plan = make_plan(stored(before), after);
    EXPECT_TRUE(change_of(plan, "trading-server.3").moved);
    EXPECT_FALSE(change_of(plan, "trading-server.1").moved);
    EXPECT_EQ(change_of(plan, "trading-server.1").impact, Impact::record);
    const Kept positions = kept(plan, "rack positions");
    EXPECT_EQ(positions.kept + 1, positions.before);
}

TEST(Plan, a_moved_device_stays_itself_and_is_named_with_both_places) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.3").unit = 9;
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    const Change& change = plan.changes.front();
    EXPECT_EQ(change.action, Action::change);
    EXPECT_EQ(change.impact, Impact::hands);
    EXPECT_TRUE(change.moved);
    EXPECT_FALSE(change.renamed);
    EXPECT_THAT(change.fields, ElementsAre(FieldChange{"unit", "2", "9"}));
    EXPECT_THAT(plan.moved,
                ElementsAre(Moved{"rack position", "trading-server.3", "R01 U2", "R01 U9",
                                  "site-definitions/lab1.yaml:6  trading-servers 4"}));
    EXPECT_EQ(kept(plan, "rack positions"), (Kept{"rack positions", 13, 12}));
    EXPECT_EQ(kept(plan, "devices"), (Kept{"devices", 13, 13}));
}

TEST(Plan, a_renamed_device_stays_where_it_is_is_labelled_and_its_hostname_is_pushed) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.3").name = "lab1-quant-003";
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_TRUE(plan.changes.front().renamed);
    EXPECT_FALSE(plan.changes.front().moved);
    EXPECT_EQ(plan.changes.front().impact, Impact::hands);
    EXPECT_THAT(plan.changes.front().work, ElementsAre(Work::label, Work::config));
    EXPECT_THAT(plan.changes.front().devices, ElementsAre("trading-server.3"));
    EXPECT_EQ(kept(plan, "names"), (Kept{"names", 13, 12}));
    EXPECT_EQ(kept(plan, "rack positions").kept, 13U);
}

TEST(Plan, a_device_that_nobody_configures_is_labelled_and_not_pushed) {
    Generated goal = example::site();
    the(goal.intent.devices, "panel.R01.PP1").name = "lab1-r01-pp9";
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_THAT(plan.changes.front().work, ElementsAre(Work::label));
    EXPECT_THAT(plan.changes.front().devices, IsEmpty());
}

TEST(Plan, what_is_removed_is_neither_kept_nor_moved) {
    const Plan plan = make_plan(stored(example::site({2, 5})), example::site({2, 4}));
    EXPECT_THAT(ids(plan, "devices", Action::remove), ElementsAre("trading-server.5"));
    EXPECT_EQ(ids(plan, "cables", Action::remove).size(), 5U);
    EXPECT_THAT(ids(plan, "power_ports", Action::remove), IsEmpty());
    EXPECT_THAT(plan.moved, IsEmpty());
    EXPECT_EQ(kept(plan, "devices"), (Kept{"devices", 14, 13}));
    EXPECT_EQ(kept(plan, "outlets"), (Kept{"outlets", 18, 16}));
}

TEST(Plan, a_cable_plugged_elsewhere_is_work_for_hands_and_names_the_port_that_moved) {
    Generated goal = example::site();
    Cable& cable = the(goal.intent.cables, "power/trading-server.3/1");
    cable.b.port = PortId("pdu.R01.A:C13 20");
    cable.b.name = "C13 20";
    const Plan plan = make_plan(stored(example::site()), goal);
    EXPECT_EQ(change_of(plan, "power/trading-server.3/1").impact, Impact::hands);
    EXPECT_EQ(kept(plan, "cables"), (Kept{"cables", 36, 35}));
    EXPECT_EQ(kept(plan, "outlets"), (Kept{"outlets", 16, 15}));
    EXPECT_EQ(kept(plan, "ports").kept, kept(plan, "ports").before);
    EXPECT_EQ(plan.moved.back().what, "outlet");
    EXPECT_EQ(plan.moved.back().before, "pdu.R01.A:C13 02");
    EXPECT_EQ(plan.moved.back().after, "pdu.R01.A:C13 20");
}

TEST(Plan, another_vlan_number_is_pushed_to_every_device_that_carries_the_vlan) {
    Generated before = example::site();
    the(before.intent.interfaces, "leaf.R01.2:Ethernet1").vlan = VlanId("servers");
    the(before.intent.interfaces, "leaf.R01.1:Ethernet1").tagged_vlans = {"servers"};
    Generated goal = before;
    the(goal.intent.vlans, "servers").vid = 101;
    const Plan plan = make_plan(stored(before), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_THAT(plan.changes.front().devices, ElementsAre("leaf.R01.1", "leaf.R01.2"));
    EXPECT_THAT(plan.moved, ElementsAre(Moved{"VLAN", "servers", "100", "101",
                                              "site-definitions/lab1.yaml:1  lab1"}));
}

TEST(Plan, an_address_of_a_device_that_stays_is_pushed_and_one_of_a_newcomer_is_not) {
    Generated goal = example::site({2, 5});
    the(goal.intent.addresses, "management/leaf.R01.1/ipv4").address =
        *read_interface("10.1.9.9/16");
    const Plan plan = make_plan(stored(example::site({2, 4})), goal);
    EXPECT_EQ(change_of(plan, "management/leaf.R01.1/ipv4").impact, Impact::push);
    EXPECT_EQ(change_of(plan, "management/trading-server.5/ipv4").impact, Impact::record);
}

TEST(Plan, a_device_that_comes_back_as_another_model_is_the_same_device) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.3").device_type = "Dell/PowerEdge-R660xs";
    the(goal.intent.devices, "trading-server.3").typical = watts(310);
    const Plan plan = make_plan(stored(example::site()), goal);
    EXPECT_THAT(change_of(plan, "trading-server.3").fields,
                UnorderedElementsAre(FieldChange{"device_type", "Dell/PowerEdge-R650xs-25G",
                                                 "Dell/PowerEdge-R660xs"},
                                     FieldChange{"typical_w", "300 W", "310 W"}));
    EXPECT_EQ(change_of(plan, "trading-server.3").impact, Impact::hands);
    EXPECT_FALSE(change_of(plan, "trading-server.3").moved);
}

TEST(Plan, each_figure_of_a_feed_is_a_field_and_no_change_hides_in_rounding) {
    Generated goal = example::site();
    Feeds& feeds = the(goal.intent.racks, "R01").feeds;
    feeds["A"].maximum += Power{1};
    feeds["B"].failover.reset();
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_EQ(plan.changes.front().impact, Impact::record);
    EXPECT_THAT(plan.changes.front().fields,
                ElementsAre(FieldChange{"feeds.A.maximum_w", "598 W", "598.001 W"},
                            FieldChange{"feeds.B.failover_w", "1196 W", ""}));
}

TEST(Plan, a_port_that_lost_its_cable_is_explained_by_that_cable) {
    const Plan plan = make_plan(stored(example::site({2, 5})), example::site({2, 4}));
    EXPECT_EQ(change_of(plan, "leaf.R01.1:Ethernet3").because,
              "site-definitions/lab1.yaml:6  trading-servers 5 -> 4");
}

TEST(Plan, what_the_head_says_and_what_is_excepted_belong_to_the_plan) {
    Generated goal = example::site();
    goal.intent.head.timezone = "Europe/Amsterdam";
    goal.intent.exceptions = {{"{device: leaf.R01.1}", "{unit: 40}", "cable duct", {}}};
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 2U);
    EXPECT_EQ(plan.changes[0].table, "site");
    EXPECT_THAT(plan.changes[0].fields,
                ElementsAre(FieldChange{"timezone", "", "Europe/Amsterdam"}));
    EXPECT_EQ(plan.changes[1].table, "exceptions");
    EXPECT_EQ(plan.changes[1].id, "{device: leaf.R01.1} {unit: 40}");
}

TEST(Plan, the_address_space_of_a_site_belongs_to_its_plan) {
    Generated goal = example::site();
    goal.intent.head.address_space = {*read_prefix("10.0.0.0/8"), *read_prefix("fd00::/16")};
    goal.intent.head.asn = 65099;
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_THAT(plan.changes[0].fields,
                ElementsAre(FieldChange{"address_space", "", "10.0.0.0/8, fd00::/16"},
                            FieldChange{"asn", "", "65099"}));
}

TEST(Plan, an_exception_that_stays_is_no_change_and_another_reason_is_one) {
    Generated before = example::site();
    before.intent.exceptions = {{"{rack: R01}", "{units: 40}", "cable duct", {}},
                                {"{rack: R02}", "{units: 40}", "cable duct", {}}};
    Generated goal = before;
    std::swap(goal.intent.exceptions[0], goal.intent.exceptions[1]);
    EXPECT_TRUE(make_plan(stored(before), goal).empty());
    goal.intent.exceptions[0].until = "2027-01-31";
    const Plan plan = make_plan(stored(before), goal);
    ASSERT_EQ(plan.changes.size(), 1U);
    EXPECT_EQ(plan.changes.front().id, "{rack: R02} {units: 40}");
    EXPECT_THAT(plan.changes.front().fields, ElementsAre(FieldChange{"until", "", "2027-01-31"}));
}

TEST(Plan, decisions_that_differ_alone_are_changes) {
    Generated before = example::site(), goal = example::site();
    before.allocations = {{AllocationKind::number, "leaf.R01.1", "1"}};
    goal.allocations = {{AllocationKind::number, "leaf.R01.1", "2"},
                        {AllocationKind::retired, "trading-server.9", ""}};
    const Plan plan = make_plan(stored(before), goal);
    ASSERT_EQ(plan.changes.size(), 2U);
    EXPECT_EQ(plan.changes[0].id, "number leaf.R01.1");
    EXPECT_THAT(plan.changes[0].fields, ElementsAre(FieldChange{"value", "1", "2"}));
    EXPECT_EQ(plan.changes[1].id, "retired trading-server.9");
    EXPECT_EQ(plan.changes[1].because, "decided again on top of revision 7");
}

TEST(Plan, a_first_plan_of_a_site_without_objects_is_not_empty) {
    Generated goal;
    goal.intent.head.site = "lab1";
    EXPECT_FALSE(make_plan({}, goal).empty());
}

}  // namespace

}  // namespace colo::plan
