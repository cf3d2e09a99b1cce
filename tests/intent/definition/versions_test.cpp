// What a step from one shipped version to the next does to the sites that are built to it.
#include <gtest/gtest.h>

#include "intent/plan/plan.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

/// The plan of a shipped site that goes over to another version of its standard.
plan::Plan step(const std::string& site, const std::string& to, const std::string& from = "1.0.0") {
    const auto on = [&](const std::string& version) {
        return shipped_site(
            site, {{"standard: trading-colo 1.0.0", "standard: trading-colo " + version}});
    };
    const Trial before = try_site(on(from));
    const Trial after = try_site(on(to), before.allocations());
    if (!after.outcome) throw std::runtime_error(after.diagnostics);
    plan::Base base;
    base.revision = 1;
    base.intent = before.intent();
    base.allocations = before.allocations();
    return plan::make_plan(base, after.outcome->generated, after.outcome->renames);
}

}  // namespace

TEST(Versions, AMinorVersionAddsAndMovesNothing) {
    const plan::Plan plan = step("ams1", "1.1.0");
    EXPECT_TRUE(plan.moved.empty()) << plan.moved.front().id;
    bool has_capture_server = false;
    for (const plan::Change& change : plan.changes) {
        EXPECT_NE(change.action, plan::Action::remove) << change.id;
        has_capture_server |= change.id == "capture-server.1";
    }
    EXPECT_TRUE(has_capture_server);
}

TEST(Versions, AMajorVersionMovesThingsAndThePlanNamesThem) {
    const plan::Plan plan = step("ams1", "2.0.0");
    EXPECT_FALSE(plan.moved.empty());
    bool has_spine = false;
    for (const plan::Change& change : plan.changes) {
        has_spine |= change.id == "spine.2" && change.action == plan::Action::add;
        if (change.table != "devices") continue;
        EXPECT_NE(change.action, plan::Action::remove) << change.id;
    }
    EXPECT_TRUE(has_spine);
}

TEST(Versions, WhatAMajorVersionCallsOtherwiseStaysWhereItIs) {
    const plan::Plan plan = step("ams1", "2.0.0", "1.1.0");
    std::vector<std::string> otherwise;
    for (const plan::Change& change : plan.changes)
        if (!change.was.empty() && change.table != "addresses")
            otherwise.push_back(change.was + " -> " + change.id);
    const std::vector<std::string> expected{
        "capture-data/capture-server.1/1 -> recorder-data/recorder.1/1",
        "capture-data/capture-server.1/2 -> recorder-data/recorder.1/2",
        "capture-server.1 -> recorder.1",
        "bmc/capture-server.1/1 -> bmc/recorder.1/1",
        "power/capture-server.1/1 -> power/recorder.1/1",
        "power/capture-server.1/2 -> power/recorder.1/2"};
    EXPECT_EQ(otherwise, expected);
    for (const plan::Moved& moved : plan.moved) EXPECT_NE(moved.id, "recorder.1") << moved.what;
    for (const plan::Change& change : plan.changes)
        EXPECT_FALSE(change.table == "devices" && change.action == plan::Action::remove)
            << change.id;
}

}  // namespace colo::tests
