#include "intent/store/fleet.h"
#include "tests/intent/store/example.h"

namespace colo::store {

namespace {

TEST(Fleet, OfEachSiteIsWhatWasLastAppliedWithoutItsObjects) {
    const tests::Folder folder;
    Store store = tests::open_store(folder.url());
    Generated ams1 = tests::site_of(7);
    tests::apply(store, ams1);
    ams1 = tests::site_of(5);
    ams1.intent.head.standard_version = "1.1.0";
    ams1.intent.head.standard_digest = "digest-2";
    ams1.intent.head.capabilities = {"dual-stack", "ptp"};
    ams1.intent.racks.emplace_back().id = RackId("R01");
    ams1.intent.exceptions = {{"{rack: R01}", "{units: 40}", "cable duct", "2026-12-31"},
                              {"{role: leaf}", "{feeds: A}", "no second feed", {}}};
    tests::apply(store, ams1, tests::bob, "2026-02-02T00:00:00Z");
    tests::apply(store, tests::site_of(1, "aaa1"));

    const auto fleet = store.fleet();
    ASSERT_TRUE(fleet);
    ASSERT_EQ(fleet->size(), 2U);
    EXPECT_EQ((*fleet)[0].head.site, "aaa1");
    const StoredSite& site = (*fleet)[1];
    EXPECT_EQ(site.head, ams1.intent.head);
    EXPECT_EQ(site.exceptions, ams1.intent.exceptions);
    EXPECT_EQ(site.racks, 1);
    EXPECT_EQ(site.devices, 5);
    EXPECT_EQ(site.last, store.log("ams1").value().back());
    EXPECT_EQ(site.last.author, "bob");
}

TEST(Fleet, OfNoStoreIsEmpty) {
    const tests::Folder folder;
    const auto store = Store::open(folder.url(), Missing::empty);
    ASSERT_TRUE(store);
    const auto fleet = store->fleet();
    ASSERT_TRUE(fleet);
    EXPECT_TRUE(fleet->empty());
}

TEST(Capabilities, OfASiteAreKeptAndASiteWithoutAnyHasTheDigestItAlwaysHad) {
    const tests::Folder folder;
    Store store = tests::open_store(folder.url());
    Generated goal = tests::site_of(1);
    tests::apply(store, goal);
    goal.intent.head.capabilities = {"dual-stack"};
    tests::apply(store, goal);
    tests::expect_holds(store.base("ams1").value(), goal);
    EXPECT_TRUE(store.check_record("ams1"));

    const auto session = database::open_session(folder.url());
    const auto rows = session.value()->query(
        "SELECT revision FROM revision_content WHERE content = 'capabilities'");
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(database::integer(rows->front().front()), 2);

    tests::tamper(folder.url(),
                  R"(UPDATE site_head SET capabilities = '["ptp"]' WHERE revision = 2)");
    const auto checked = store.check_record("ams1");
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.failure().code, "store-damaged");
}

}  // namespace
}  // namespace colo::store
