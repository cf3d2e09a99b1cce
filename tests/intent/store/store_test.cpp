#include <gmock/gmock.h>

#include <filesystem>

#include "intent/store/store.h"
#include "tests/intent/database/each_database.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::alice;
using tests::apply;
using tests::bob;
using tests::expect_holds;
using tests::Folder;
using tests::open_store;
using tests::plan_for;
using tests::site_of;
using tests::tamper;

class OneStore : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, OneStore, tests::each_kind(), tests::name_of);

/// `number author +added ~changed -removed` of each revision.
std::vector<std::string> summary(const Store& store) {
    std::vector<std::string> lines;
    const std::vector<RevisionEntry> log = store.log("ams1").value();
    for (const RevisionEntry& entry : log)
        lines.push_back(std::to_string(entry.number) + " " + entry.author + " +" +
                        std::to_string(entry.added) + " ~" + std::to_string(entry.changed) + " -" +
                        std::to_string(entry.removed));
    return lines;
}

TEST(Store, ReadingWhereThereIsNoneGivesNothingAndMakesNoFile) {
    const Folder folder;
    const auto store = Store::open(folder.url(), Missing::empty);
    ASSERT_TRUE(store);
    const auto base = store.value().base("ams1");
    ASSERT_TRUE(base);
    EXPECT_EQ(base->lineage, "");
    EXPECT_EQ(base->revision, 0);
    EXPECT_EQ(base->intent, Intent{});
    EXPECT_THAT(store.value().sites().value(), IsEmpty());
    EXPECT_THAT(store.value().log("ams1").value(), IsEmpty());
    EXPECT_EQ(store.value().brought("ams1", "devices", "a").value(), std::nullopt);
    EXPECT_TRUE(store.value().check_record("ams1"));
    EXPECT_EQ(store.value().at("ams1", 1).failure().code, "store-no-revision");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_P(OneStore, APlanFromBeforeThereWasAnyStoreAppliesToANewOne) {
    const auto none = Store::open(url(), Missing::empty);
    const plan::Plan plan = plan_for(none.value(), site_of(2));
    Store store = open_store(url());
    EXPECT_EQ(store.apply(plan, alice, "2026-01-01T00:00:00Z").value(), 1);
    const auto again = store.apply(plan, alice, "2026-01-01T00:00:00Z");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.failure().code, "plan-stale");
    EXPECT_EQ(again.failure().message,
              "the plan was made before ams1 was first applied, which is at revision 1 now");
}

TEST_P(OneStore, WhatWasAppliedIsThereAfterReopening) {
    const Generated goal = site_of(3);
    {
        Store store = open_store(url());
        apply(store, goal);
    }
    const auto base = open_store(url()).base("ams1");
    ASSERT_TRUE(base);
    EXPECT_EQ(base->revision, 1);
    EXPECT_EQ(base->epoch, 1);
    EXPECT_EQ(base->lineage.size(), 32U);
    expect_holds(*base, goal);
}

TEST_P(OneStore, CountsWhatEachRevisionAddedChangedAndRemoved) {
    Store store = open_store(url());
    apply(store, site_of(3));
    Generated goal = site_of(4);
    goal.intent.devices[1].serial = "S1";
    goal.intent.devices.erase(goal.intent.devices.begin());
    apply(store, goal, bob);
    EXPECT_THAT(summary(store), ElementsAre("1 alice +3 ~0 -0", "2 bob +1 ~1 -1"));
}

TEST_P(OneStore, AnEntryHoldsAllThatWasSaidWhenItWasApplied) {
    Store store = open_store(url());
    apply(store, site_of(1), alice, "2026-11-21T09:42:00Z");
    RevisionEntry entry = store.log("ams1").value().front();
    EXPECT_EQ(entry.record_digest.size(), 64U);
    entry.record_digest.clear();
    EXPECT_EQ(entry, (RevisionEntry{1, "2026-11-21T09:42:00Z", "alice", "phase 1", "CHG-1",
                                    "trading-colo", "1.0.0", 1, 0, 0, ""}));
}

TEST_P(OneStore, ARowLivesFromTheRevisionThatBroughtItToTheOneThatEndedIt) {
    Store store = open_store(url());
    apply(store, site_of(1));
    Generated goal = site_of(1);
    goal.intent.devices[0].serial = "S1";
    apply(store, goal);
    apply(store, site_of(0));
    const auto session = database::open_session(url());
    const auto rows =
        session.value()->query("SELECT since, \"until\", serial FROM devices ORDER BY since");
    using database::Row;
    EXPECT_THAT(rows.value(), ElementsAre(Row{std::int64_t{1}, std::int64_t{2}, std::monostate{}},
                                          Row{std::int64_t{2}, std::int64_t{3}, "S1"}));
    const auto allocations = session.value()->query("SELECT since, \"until\" FROM allocation");
    EXPECT_THAT(allocations.value(), ElementsAre(Row{std::int64_t{1}, std::int64_t{3}}));
}

TEST_P(OneStore, EachRevisionCanBeShownAsItWas) {
    Store store = open_store(url());
    for (const int servers : {2, 5, 0, 3}) apply(store, site_of(servers));
    expect_holds(store.at("ams1", 1).value(), site_of(2));
    expect_holds(store.at("ams1", 2).value(), site_of(5));
    expect_holds(store.at("ams1", 3).value(), site_of(0));
    expect_holds(store.at("ams1", 4).value(), site_of(3));
    EXPECT_EQ(store.at("ams1", 2)->revision, 2);
}

TEST_P(OneStore, ARevisionThatIsNotThereIsNamedWithTheLastOne) {
    Store store = open_store(url());
    apply(store, site_of(1));
    for (const std::int64_t revision : {-1, 0, 2})
        EXPECT_EQ(store.at("ams1", revision).failure(),
                  (Failure{"store-no-revision",
                           "ams1 has no revision " + std::to_string(revision),
                           {},
                           "its last revision is 1",
                           false}));
    EXPECT_EQ(store.at("lab1", 1).failure().hint, "lab1 was never applied");
}

TEST_P(OneStore, SitesCountTheirRevisionsByThemselves) {
    Store store = open_store(url());
    const plan::Plan plan = plan_for(store, site_of(2, "lab1"));
    apply(store, site_of(1, "ams1"));
    apply(store, site_of(2, "ams1"));
    EXPECT_EQ(store.apply(plan, alice, "2026-01-01T00:00:00Z").value(), 1);
    EXPECT_THAT(store.sites().value(), ElementsAre("ams1", "lab1"));
    expect_holds(store.base("ams1").value(), site_of(2, "ams1"));
    expect_holds(store.base("lab1").value(), site_of(2, "lab1"));
}

TEST_P(OneStore, AStalePlanIsRefusedNamingTheRevisionThatCameSince) {
    Store store = open_store(url());
    apply(store, site_of(1));
    const plan::Plan plan = plan_for(store, site_of(2));
    apply(store, site_of(3), bob, "2026-01-02T10:00:00Z");
    const auto refused = store.apply(plan, alice, "2026-01-03T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure(),
              (Failure{"plan-stale",
                       "the plan was made from revision 1 of ams1, which is at revision 2 now",
                       {"revision 2 by bob at 2026-01-02T10:00:00Z: two more (+2 ~0 -0)"},
                       "look at what has changed and plan again: colo plan ams1",
                       false}));
    expect_holds(store.base("ams1").value(), site_of(3));
}

TEST_P(OneStore, APlanOfAnotherStoreIsRefused) {
    Store store = open_store(url()), other = open_store(url("other"));
    const auto refused = store.apply(plan_for(other, site_of(1)), alice, "2026-01-01T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, "plan-foreign");
    EXPECT_THAT(store.sites().value(), IsEmpty());
}

TEST_P(OneStore, APlanFromBeforeARestoreIsRefused) {
    Store store = open_store(url());
    const plan::Plan plan = plan_for(store, site_of(1));
    tamper(url(), "UPDATE store SET epoch = epoch + 1");
    const auto refused = store.apply(plan, alice, "2026-01-01T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, "plan-restored");
}

TEST_P(OneStore, AStandardThatChangedUnderItsVersionIsRefusedForEverySite) {
    Store store = open_store(url());
    apply(store, site_of(1));
    Generated goal = site_of(1, "lab1");
    goal.intent.head.standard_digest = "digest-2";
    const auto refused = store.apply(plan_for(store, goal), alice, "2026-01-01T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure(),
              (Failure{"standard-changed",
                       "the standard trading-colo 1.0.0 has changed since it was first applied",
                       {"applied with digest digest-1", "now has digest digest-2"},
                       "a published version never changes: undo the edit, or give it a new version",
                       false}));
    EXPECT_THAT(store.sites().value(), ElementsAre("ams1"));
    goal.intent.head.standard_version = "1.1.0";
    EXPECT_EQ(apply(store, goal), 1);
}

TEST_P(OneStore, TellsWhichRevisionBroughtAnObjectAsItIs) {
    Store store = open_store(url());
    apply(store, site_of(2));
    Generated goal = site_of(2);
    goal.intent.devices[1].serial = "S1";
    apply(store, goal, bob);
    EXPECT_EQ(store.brought("ams1", "devices", "server.100000").value()->author, "alice");
    EXPECT_EQ(store.brought("ams1", "devices", "server.100001").value()->author, "bob");
    EXPECT_EQ(store.brought("ams1", "devices", "server.100002").value(), std::nullopt);
    EXPECT_EQ(store.brought("lab1", "devices", "server.100000").value(), std::nullopt);
    EXPECT_EQ(store.brought("ams1", "devices\" --", "server.100000").value(), std::nullopt);
}

TEST_P(OneStore, ALaterSchemaIsRefused) {
    open_store(url());
    tamper(url(), "UPDATE schema_version SET version = 99");
    const auto store = Store::open(url(), Missing::empty);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.failure().code, "store-newer");
    EXPECT_THAT(store.failure().causes,
                ElementsAre("its schema of `intent` is version 99; this colo knows up to 7"));
}

TEST(Store, AFileOfAnotherKindIsRefused) {
    const Folder folder;
    tests::write_file(folder.file("colo.db"), std::string(5000, '-'));
    EXPECT_EQ(Store::open(folder.url(), Missing::make).failure().code, "store-not-a-database");
}

TEST(Store, OneThatMayOnlyBeReadShowsAndRefusesToApply) {
    const Folder folder;
    {
        Store store = open_store(folder.url());
        apply(store, site_of(2));
    }
    tests::give_away(folder.path(), std::filesystem::perms::owner_all);
    tests::give_away(folder.file("colo.db"), std::filesystem::perms::owner_read);
    const tests::NotRoot as_user;
    Store store = open_store(folder.url());
    expect_holds(store.base("ams1").value(), site_of(2));
    const auto refused = store.apply(plan_for(store, site_of(3)), alice, "2026-01-01T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, "store-read-only");
}

}  // namespace
}  // namespace colo::store
