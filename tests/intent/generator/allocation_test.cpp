// Identity and allocation: the same bytes again, and nothing moves that need not.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "intent/exporters/exporter.h"
#include "tests/intent/generator/kept_things.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

std::string with_servers(int count) {
    return shipped_site("lab1",
                        {{"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"},
                         {"trading-servers: 6", "trading-servers: " + std::to_string(count)}});
}

std::string bytes(const Trial& trial) { return exporters::intent_json({trial.intent(), 1}); }

}  // namespace

TEST(Allocation, GeneratingTwiceGivesIdenticalBytes) {
    for (const char* site : {"lab1", "ams1"}) {
        const Trial first = try_site(shipped_site(site));
        const Trial fresh = try_site(shipped_site(site));
        const Trial again = try_site(shipped_site(site), first.allocations());
        EXPECT_EQ(bytes(first), bytes(fresh)) << site;
        EXPECT_EQ(bytes(first), bytes(again)) << site;
        EXPECT_EQ(first.allocations(), again.allocations()) << site;
    }
}

TEST(Allocation, TheOrderOfKeysInTheFileMeansNothing) {
    const Trial first = try_site(shipped_site("lab1"));
    const Trial swapped = try_site(shipped_site(
        "lab1",
        {{"  X-1: {kind: exchange, exchange: simulator, side: A, speed: 10G, media: sm-10g, "
          "handoff: {rack: R1, panel: PP1, port: 1}}\n",
          ""},
         {"  W-1:", "  W-0:"},
         {"  W-0:", "  X-1: {handoff: {port: 1, rack: R1, panel: PP1}, kind: exchange, exchange: "
                    "simulator, side: A, speed: 10G, media: sm-10g}\n  W-1:"}}));
    EXPECT_EQ(swapped.diagnostics, "");
    EXPECT_EQ(bytes(first), bytes(swapped));
}

TEST(Allocation, OneMoreServerMovesNothing) {
    const Trial before = try_site(shipped_site("ams1"));
    const Trial after =
        try_site(shipped_site("ams1", {{"trading-servers: 240", "trading-servers: 241"}}),
                 before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_THAT(moved(before.intent(), after.intent()), testing::IsEmpty());
    EXPECT_EQ(after.intent().devices.size(), before.intent().devices.size() + 1);
    EXPECT_EQ(after.intent().cables.size(), before.intent().cables.size() + 5);
}

TEST(Allocation, ARackInTheMiddleOfARowMovesNothing) {
    const Trial before = try_site(shipped_site("ams1"));
    const Trial after = try_site(
        shipped_site(
            "ams1",
            {{"  R[01-06]: {row: A, position: 1,",
              "  R13: {row: A, position: 4, units: 47, depth: 1070 mm, "
              "feeds: {A: 10 kW, B: 10 kW}}\n  R[01-03]: {row: A, position: 1,"},
             {"  R[07-12]:",
              "  R[04-06]: {row: A, position: 5, units: 47, depth: 1070 mm, max-weight: 900 "
              "kg, feeds: {A: 10 kW, B: 10 kW}}\n  R[07-12]:"}}),
        before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    std::vector<std::string> longer;  // cables past the new rack that no longer reach
    for (const std::string& name : moved(before.intent(), after.intent()))
        if (name.starts_with("cable "))
            longer.push_back(name);
        else
            ADD_FAILURE() << name;
    EXPECT_LT(longer.size(), 60U);
    const auto leaf = std::find_if(after.intent().devices.begin(), after.intent().devices.end(),
                                   [](const Device& d) { return d.id.value == "leaf.R13.1"; });
    ASSERT_NE(leaf, after.intent().devices.end());
    EXPECT_EQ(leaf->name, "ams1-leaf-25");
}

TEST(Allocation, ACableThatStillDoesIsNotReplacedByABetterMedium) {
    const Trial before = try_site(shipped_site("ams1"));
    const Trial after = try_site(
        shipped_site("ams1",
                     {{"feeds: {A: 10 kW, B: 10 kW}}\n  R[07-12]",
                       "feeds: {A: 10 kW, B: 10 kW}, reserved: {\"1-3\": theirs}}\n  R[07-12]"}}),
        before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    std::map<std::string, const Cable*> old_cables;
    for (const Cable& cable : before.intent().cables) old_cables[cable.id.value] = &cable;
    for (const Cable& cable : after.intent().cables) {
        const Cable& old_one = *old_cables.at(cable.id.value);
        EXPECT_EQ(cable.media, old_one.media) << cable.id.value;
    }
}

TEST(Allocation, WhatIsFreedIsNotHandedOutInTheSamePlan) {
    const Trial before = try_site(with_servers(8));
    const Trial fewer = try_site(with_servers(6), before.allocations());
    const Trial again = try_site(with_servers(8), fewer.allocations());
    ASSERT_TRUE(again.outcome);
    EXPECT_THAT(moved(before.intent(), again.intent()),
                testing::IsEmpty());  // the lowest, once free

    const std::string others = shipped_site(
        "lab1", {{"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"}, {"ptp: false", "ptp: true"}});
    const Trial swapped = try_site(others, before.allocations());  // two go, one comes
    ASSERT_TRUE(swapped.outcome) << swapped.diagnostics;
    std::vector<std::string> freed;
    for (const Cable& cable : before.intent().cables)
        if (cable.id.value.find("trading-server.7") != std::string::npos)
            freed.push_back(cable.label);
    for (const Cable& cable : swapped.intent().cables)
        if (cable.id.value.find("ptp-grandmaster") != std::string::npos) {
            EXPECT_THAT(freed, testing::Not(testing::Contains(cable.label))) << cable.id.value;
        }
}

/// A state of the lab that a sequence of edits may pass through. Racks only come.
struct Edited {
    int servers = 6;
    bool time_server = false;
    int racks = 2;
    int racks_per_console = 6;
};

std::string text_of(const Edited& state) {
    return shipped_site(
        "lab1",
        {{"R[1-2]: {units: 42, depth: 1070 mm, feeds: {A: 3 kW, B: 3 kW}}",
          "R[1-" + std::to_string(state.racks) +
              "]: {units: 42, depth: 1070 mm, feeds: {A: 12 kW, B: 12 kW}}"},
         {"trading-servers: 6", "trading-servers: " + std::to_string(state.servers)},
         {"ptp: false", std::string("ptp: ") + (state.time_server ? "true" : "false") +
                            "\n  racks-per-console: " + std::to_string(state.racks_per_console)}});
}

RC_GTEST_PROP(Allocation, NoSequenceOfEditsMovesWhatStays, ()) {
    Allocations earlier;
    std::optional<Intent> before;
    Edited state;
    for (int step = 0; step < 2; ++step) {
        state.servers = *rc::gen::inRange(1, 40);
        state.time_server = *rc::gen::arbitrary<bool>();
        state.racks = std::min(6, state.racks + *rc::gen::inRange(0, 2));
        state.racks_per_console = std::max(state.racks_per_console, *rc::gen::inRange(6, 12));
        const Trial trial = try_site(text_of(state), earlier);
        RC_ASSERT(trial.diagnostics == "");
        if (before) RC_ASSERT(moved(*before, trial.intent()) == std::vector<std::string>{});
        before = trial.intent();
        earlier = trial.allocations();
    }
    const Trial again = try_site(text_of(state), earlier);
    RC_ASSERT(again.intent() == *before);
    RC_ASSERT(again.allocations() == earlier);
}

}  // namespace colo::tests
