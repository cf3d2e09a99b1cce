#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/intent/database/each_database.h"
#include "tests/intent/store/any_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::apply;
using tests::open_store;
using tests::site_of;

class History : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, History, tests::each_kind(), tests::name_of);

/// `ACTION TABLE ID FIELD...` of each object that differs.
std::vector<std::string> told(plan::Base from, plan::Base to) {
    std::vector<std::string> lines;
    const plan::Plan plan =
        plan::make_plan(std::move(from), {std::move(to.intent), {}, std::move(to.origins)});
    for (const plan::Change& change : plan.changes) {
        if (change.table == "site" || change.table == "exceptions") continue;
        std::string line =
            std::to_string(static_cast<int>(change.action)) + " " + change.table + " " + change.id;
        for (const plan::FieldChange& field : change.fields) line += " " + field.field;
        lines.push_back(line);
    }
    return lines;
}

TEST_P(History, ADifferenceHoldsOnlyWhatOneRevisionHasAndTheOtherHasNot) {
    Store store = open_store(url());
    apply(store, site_of(5)), apply(store, site_of(3));
    Generated goal = site_of(4);
    goal.intent.devices[1].serial = "S1";
    apply(store, goal);
    const auto back = store.difference("ams1", 3, 1);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->from.intent.devices.size(), 2U) << "changed, and come back";
    EXPECT_EQ(back->to.intent.devices.size(), 3U) << "of five";
    EXPECT_THAT(told(back->from, back->to),
                ElementsAre("0 devices server.100004", "1 devices server.100001 serial"));
    EXPECT_THAT(told(store.difference("ams1", 2, 2)->from, store.difference("ams1", 2, 2)->to),
                IsEmpty());
    EXPECT_EQ(store.difference("ams1", 1, 4).failure().code, "store-no-revision");
    EXPECT_EQ(store.difference("lab1", 1, 1).failure().hint, "lab1 was never applied");
}

TEST_P(History, WhatChangedAndChangedBackIsNoDifference) {
    Store store = open_store(url());
    Generated goal = site_of(2);
    apply(store, goal);
    goal.intent.devices[0].serial = "S1";
    apply(store, goal);
    apply(store, site_of(2));
    const auto difference = store.difference("ams1", 1, 3);
    EXPECT_THAT(told(difference->from, difference->to), IsEmpty());
}

TEST_P(History, ARevisionThatChangedDecisionsOnlyShowsThem) {
    Store store = open_store(url());
    Generated goal = site_of(2);
    apply(store, goal);
    goal.allocations[0].value = "R09 U1";
    apply(store, goal);
    const auto difference = store.difference("ams1", 1, 2);
    EXPECT_EQ(difference->from.allocations.size(), 1U);
    EXPECT_EQ(difference->to.allocations.front().value, "R09 U1");
}

TEST_P(History, EachVersionOfAnObjectIsToldWithWhoBroughtAndWhoEndedIt) {
    Store store = open_store(url());
    apply(store, site_of(2));
    Generated goal = site_of(2);
    goal.intent.devices[0].serial = "S1";
    apply(store, goal, tests::bob), apply(store, site_of(0)), apply(store, site_of(1));
    const auto versions = store.versions("ams1", "devices", "server.100000").value();
    ASSERT_EQ(versions.size(), 3U);
    EXPECT_EQ(versions[0].since.author, "alice");
    EXPECT_EQ(versions[0].until->author, "bob");
    EXPECT_EQ(versions[1].object.devices.front().serial, "S1");
    EXPECT_EQ(versions[1].until->number, 3);
    EXPECT_EQ(versions[2].since.number, 4);
    EXPECT_EQ(versions[2].until, std::nullopt);
    EXPECT_THAT(store.versions("ams1", "devices", "none").value(), IsEmpty());
    EXPECT_THAT(store.versions("ams1", "nothing; --", "server.100000").value(), IsEmpty());
}

RC_GTEST_PROP(AnyHistory, ADifferenceSaysWhatTheWholeRevisionsSay, (unsigned seed)) {
    const tests::Folder folder;
    Store store = open_store(folder.url());
    std::mt19937_64 random(seed);
    for (int i = 0; i < 4; ++i)
        RC_ASSERT(apply(store, tests::any_goal(random, tests::Optionals::some, 4)) == i + 1);
    for (const auto& [from, to] : {std::pair{1, 2}, {2, 4}, {4, 1}}) {
        const auto difference = store.difference("ams1", from, to);
        RC_ASSERT(difference.ok());
        const auto names = [](const std::vector<std::string>& lines) {
            return std::set<std::string>(lines.begin(), lines.end());
        };
        RC_ASSERT(names(told(difference->from, difference->to)) ==
                  names(told(store.at("ams1", from).value(), store.at("ams1", to).value())));
    }
}

}  // namespace
}  // namespace colo::store
