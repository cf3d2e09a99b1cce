// A site that is what its goal says is planned without reading its tables; whatever differs is
// seen.
#include <gmock/gmock.h>

#include <functional>
#include <map>

#include "tests/intent/database/each_database.h"
#include "tests/intent/example_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

Generated example_goal() {
    Generated goal = example::site();
    goal.allocations = {{AllocationKind::number, "leaf.R01.1", "1"}};
    goal.intent.exceptions = {{"{device: leaf.R01.1}", "{unit: 30}", "cable duct", "2027-01-31"}};
    return goal;
}

class Unchanged : public tests::OnEachDatabase {
protected:
    Unchanged() : store_(tests::open_store(url())) { tests::apply(store_, example_goal()); }

    plan::Base completed(const Generated& goal) {
        plan::Base base = *store_.beginning("lab1");
        EXPECT_TRUE(store_.complete(base, goal));
        return base;
    }

    Store store_;
};
INSTANTIATE_TEST_SUITE_P(On, Unchanged, tests::each_kind(), tests::name_of);

TEST_P(Unchanged, ItsPlanIsTheOneThatReadingEverythingMakes) {
    const plan::Plan quick = plan::make_plan(completed(example_goal()), example_goal());
    const plan::Plan slow = plan::make_plan(*store_.base("lab1"), example_goal());
    EXPECT_TRUE(quick.base.is_the_goal);
    EXPECT_FALSE(slow.base.is_the_goal);
    EXPECT_TRUE(quick.empty());
    EXPECT_FALSE(quick.proof.empty());
    EXPECT_EQ(quick.proof, slow.proof);
    EXPECT_EQ(to_json(quick), to_json(slow));
    for (const plan::View view : {plan::View::terse, plan::View::full})
        EXPECT_EQ(to_text(quick, view, false), to_text(slow, view, false));
}

TEST_P(Unchanged, WhateverDiffersIsPlanned) {
    const std::map<std::string, std::function<void(Generated&)>> edits{
        {"a field", [](Generated& g) { g.intent.devices[0].serial = "S1"; }},
        {"an object less", [](Generated& g) { g.intent.sessions.pop_back(); }},
        {"a whole table", [](Generated& g) { g.intent.circuits.clear(); }},
        {"the head", [](Generated& g) { g.intent.head.timezone = "UTC"; }},
        {"an exception", [](Generated& g) { g.intent.exceptions[0].reason = "another"; }},
        {"an allocation", [](Generated& g) { g.allocations[0].value = "2"; }},
    };
    for (const auto& [what, edit] : edits) {
        Generated goal = example_goal();
        edit(goal);
        plan::Base base = completed(goal);
        EXPECT_FALSE(base.is_the_goal) << what;
        const plan::Plan plan = plan::make_plan(std::move(base), goal);
        EXPECT_EQ(plan.changes.size(), 1U) << what;
    }
    Generated goal = example_goal();
    goal.origins[0].because_text = "another line";
    EXPECT_FALSE(completed(goal).is_the_goal) << "what is told of why things are there";
}

}  // namespace
}  // namespace colo::store
