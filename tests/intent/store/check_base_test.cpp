// A plan is held against the store before anybody is asked to confirm it, as `apply` does after.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using tests::apply;
using tests::Folder;
using tests::open_store;
using tests::plan_for;
using tests::site_of;

std::string code_of(const Result<Done>& result) { return result ? "" : result.failure().code; }

TEST(CheckBase, APlanFromTheStoreAsItIsIsTaken) {
    const Folder folder;
    Store store = open_store(folder.url());
    EXPECT_EQ(code_of(store.check_base(plan_for(store, site_of(1)))), "");
    apply(store, site_of(1));
    EXPECT_EQ(code_of(store.check_base(plan_for(store, site_of(2)))), "");
}

TEST(CheckBase, AStalePlanIsToldWithTheWordsOfApply) {
    const Folder folder;
    Store store = open_store(folder.url());
    const plan::Plan plan = plan_for(store, site_of(1));
    apply(store, site_of(3));
    const auto told = store.check_base(plan);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.failure(), store.apply(plan, tests::alice, "2026-01-03T00:00:00Z").failure());
}

TEST(CheckBase, APlanFromNoStoreIsTakenWhereThereIsNoneAndAnyOtherIsNot) {
    const Folder folder, other;
    const auto none = Store::open(folder.url(), Missing::empty);
    ASSERT_TRUE(none);
    EXPECT_EQ(code_of(none->check_base({{}, site_of(1), {}, {}})), "");
    Store store = open_store(other.url());
    EXPECT_EQ(code_of(none->check_base(plan_for(store, site_of(1)))), "plan-foreign");
}

TEST(CheckBase, APlanFromACopyThatHasGoneAnotherWayIsRefusedByApplyToo) {
    const Folder folder;
    {
        Store store = open_store(folder.url());
        apply(store, site_of(1));
    }
    std::filesystem::copy(folder.file("colo.db"), folder.file("copy.db"));
    Store store = open_store(folder.url()), copy = open_store(folder.url("copy.db"));
    apply(store, site_of(2));
    apply(copy, site_of(3));
    const plan::Plan plan = plan_for(copy, site_of(4));
    EXPECT_EQ(code_of(store.check_base(plan)), "plan-foreign");
    const auto refused = store.apply(plan, tests::alice, "2026-01-03T00:00:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().message,
              "the plan was made from a copy of this store that has gone another way since");
    EXPECT_EQ(store.base("ams1")->revision, 2);
}

}  // namespace
}  // namespace colo::store
