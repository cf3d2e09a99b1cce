// What a step from one shipped version to the next does to the sites that are built to it.
#include <gtest/gtest.h>

#include "intent/plan/plan.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

/// The plan of a shipped site that goes over to another version of its standard.
plan::Plan step(const std::string& site, const std::string& to) {
    const Trial before = try_site(shipped_site(site));
    const Trial after = try_site(
        shipped_site(site, {{"standard: trading-colo 1.0.0", "standard: trading-colo " + to}}),
        before.allocations());
    if (!after.outcome) throw std::runtime_error(after.diagnostics);
    plan::Base base;
    base.revision = 1;
    base.intent = before.intent();
    base.allocations = before.allocations();
    return plan::make_plan(base, after.outcome->generated);
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

}  // namespace colo::tests
