#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intent/plan/bump.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::stored;
using example::the;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Step> steps_to(const Generated& goal, Generated before = example::site()) {
    return steps_of(make_plan(stored(std::move(before)), goal));
}

TEST(Bump, ARecordAloneAsksForNoMoreThanAPatch) {
    Generated goal = example::site();
    goal.intent.head.standard_version = "1.0.1";
    goal.intent.head.standard_digest = "another";
    the(goal.intent.racks, "R01").weight = Mass{1};
    const auto steps = steps_to(goal);
    EXPECT_THAT(steps, IsEmpty());
    EXPECT_EQ(needed(steps), Bump::patch);
}

TEST(Bump, OneMoreServerAsksForAMinorThoughPortsThatWereFreeAreConfigured) {
    const auto steps = steps_to(example::site({2, 5}), example::site({2, 4}));
    EXPECT_EQ(needed(steps), Bump::minor);
    EXPECT_THAT(steps, Contains(Step{Bump::minor, "adds device trading-server.5"}));
}

TEST(Bump, AServerThatGoesAsksForAMajor) {
    const auto steps = steps_to(example::site({2, 4}), example::site({2, 5}));
    EXPECT_EQ(steps.front().bump, Bump::major);
    EXPECT_THAT(steps, Contains(Step{Bump::major, "removes device trading-server.5"}));
}

TEST(Bump, WhatMovesAsksForAMajor) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.1").unit = 30;
    const auto steps = steps_to(goal);
    EXPECT_EQ(needed(steps), Bump::major);
    EXPECT_THAT(steps.front().text,
                testing::StartsWith("moves rack position trading-server.1: R01 U1 -> R01 U30"));
}

TEST(Bump, AnotherValueInThePlaceOfOneAsksForAMajorAndAFirstOneForAMinor) {
    Generated goal = example::site();
    Interface& port = the(goal.intent.interfaces, "leaf.R01.1:Ethernet1");
    Generated before = goal;
    the(before.intent.interfaces, port.id.value).vrf = "blue";
    port.vrf = "red";
    EXPECT_THAT(steps_to(goal, before),
                ElementsAre(Step{Bump::major, "interface leaf.R01.1:Ethernet1: vrf blue -> red"}));
    the(before.intent.interfaces, port.id.value).vrf.reset();
    EXPECT_THAT(steps_to(goal, before),
                ElementsAre(Step{Bump::minor, "interface leaf.R01.1:Ethernet1: vrf none -> red"}));
}

TEST(Bump, OneMoreVlanOnACableAsksForAMinorAndOneLessForAMajor) {
    Generated few = example::site(), more = example::site();
    const std::string port = "leaf.R01.1:Ethernet1";
    the(few.intent.interfaces, port).tagged_vlans = {"blue"};
    the(more.intent.interfaces, port).tagged_vlans = {"blue", "red"};
    EXPECT_EQ(needed(steps_to(more, few)), Bump::minor);
    EXPECT_EQ(needed(steps_to(few, more)), Bump::major);
}

TEST(Bump, ACapabilityThatIsLostAsksForAMajorAndOneThatIsGainedForAMinor) {
    Generated with = example::site();
    with.intent.head.capabilities = {"dual-stack", "ptp"};
    Generated without = with;
    without.intent.head.capabilities = {"dual-stack"};
    EXPECT_THAT(steps_to(without, with), ElementsAre(Step{Bump::major, "no longer offers ptp"}));
    EXPECT_THAT(steps_to(with, without), ElementsAre(Step{Bump::minor, "offers ptp"}));
}

TEST(Bump, WhatIsCalledOtherwiseAsksForAMajorThoughItStaysWhereItIs) {
    Change change;
    change.table = "devices";
    change.id = "recorder.1";
    change.was = "capture-server.1";
    change.action = Action::change;
    Plan plan;
    plan.changes = {change};
    EXPECT_THAT(steps_of(plan),
                ElementsAre(Step{Bump::major, "calls device capture-server.1 recorder.1"}));
}

}  // namespace
}  // namespace colo::plan
