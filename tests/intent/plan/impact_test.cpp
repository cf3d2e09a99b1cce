#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intent/model/describe.h"
#include "intent/plan/impact.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::stored;
using example::the;
using testing::ElementsAre;
using enum Work;

TEST(Impact, every_described_field_of_every_table_is_judged) {
    const Intent intent;
    for_each_table(intent, []<class T>(const char* table, const std::vector<T>&) {
        EXPECT_TRUE(is_judged(table, "")) << table;
        const T object{};
        describe(
            [&](const char* field, const auto&) {
                EXPECT_TRUE(is_judged(table, field)) << table << " " << field;
            },
            object);
    });
}

TEST(Impact, mounting_moving_cabling_and_labelling_are_for_hands_and_the_rest_is_not) {
    for (const Work work : {mount, move, cable, label}) EXPECT_EQ(impact_of(work), Impact::hands);
    for (const Work work : {config, image}) EXPECT_EQ(impact_of(work), Impact::push);
    EXPECT_EQ(impact_of(record), Impact::record);
}

/// The work on one device of the example that is changed so.
template <class Edit>
std::vector<Work> work_on(const char* id, Edit&& edit) {
    Generated goal = example::site();
    edit(the(goal.intent.devices, id));
    return make_plan(stored(example::site()), goal).changes.front().work;
}

TEST(Impact, a_device_is_moved_replaced_labelled_pushed_or_recorded) {
    const char* const server = "trading-server.3";
    EXPECT_THAT(work_on(server, [](Device& d) { d.unit = 9; }), ElementsAre(move));
    EXPECT_THAT(work_on(server, [](Device& d) { d.device_type = "Dell/R660"; }),
                ElementsAre(mount));
    EXPECT_THAT(work_on(server, [](Device& d) { d.name = "q"; }), ElementsAre(label, config));
    EXPECT_THAT(work_on("panel.R01.PP1", [](Device& d) { d.name = "q"; }), ElementsAre(label));
    EXPECT_THAT(work_on(server, [](Device& d) { d.platform = "talos"; }), ElementsAre(image));
    EXPECT_THAT(work_on(server, [](Device& d) { d.platform.reset(); }), ElementsAre(config));
    EXPECT_THAT(work_on(server, [](Device& d) { d.typical = watts(310); }), ElementsAre(record));
    EXPECT_THAT(work_on(server, [](Device& d) { d.unit = 9, d.name = "q"; }),
                ElementsAre(move, label, config));
}

TEST(Impact, a_serial_that_is_learnt_is_recorded_and_another_one_is_another_device) {
    EXPECT_THAT(work_on("trading-server.3", [](Device& d) { d.serial = "S1"; }),
                ElementsAre(record));
    Generated before = example::site(), goal = before;
    the(before.intent.devices, "trading-server.3").serial = "S1";
    the(goal.intent.devices, "trading-server.3").serial = "S2";
    EXPECT_THAT(make_plan(stored(before), goal).changes.front().work, ElementsAre(mount));
}

TEST(Impact, a_cable_with_another_label_is_labelled_and_with_another_end_is_plugged) {
    Generated goal = example::site();
    the(goal.intent.cables, "bmc/trading-server.3/1").label = "C-9";
    EXPECT_THAT(make_plan(stored(example::site()), goal).changes.front().work, ElementsAre(label));
    the(goal.intent.cables, "bmc/trading-server.3/1").length = {9'000};
    EXPECT_THAT(make_plan(stored(example::site()), goal).changes.front().work,
                ElementsAre(cable, label));
}

TEST(Impact, a_rack_that_goes_to_another_row_is_moved_and_counted_apart) {
    Generated goal = example::site();
    the(goal.intent.racks, "R02").row = "B";
    const Plan plan = make_plan(stored(example::site()), goal);
    EXPECT_THAT(plan.changes.front().work, ElementsAre(move));
    ASSERT_EQ(plan.moved.size(), 1U);
    EXPECT_EQ(plan.moved.front().what, "rack");
    EXPECT_EQ(plan.moved.front().before, "row A position 2");
    EXPECT_EQ(plan.moved.front().after, "row B position 2");
    EXPECT_EQ(plan.moved.front().because, plan.changes.front().because);
}

TEST(Impact, a_device_of_another_model_is_counted_apart) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.3").device_type = "Dell/R660";
    const Plan plan = make_plan(stored(example::site()), goal);
    ASSERT_EQ(plan.moved.size(), 1U);
    EXPECT_EQ(plan.moved.front().what, "model");
    EXPECT_EQ(plan.moved.front().before, "Dell/PowerEdge-R650xs-25G");
    EXPECT_EQ(plan.moved.front().after, "Dell/R660");
    for (const Kept& one : plan.proof)
        EXPECT_EQ(one.kept + (one.what == "models"), one.before) << one.what;
}

}  // namespace

}  // namespace colo::plan
