// Stores that earlier schemas of colo wrote, kept as they were: released/schema-N.db.
#include <gmock/gmock.h>

#include <filesystem>

#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using tests::Folder;

/// A copy of a kept file that may be brought up to date.
std::string copied(const Folder& folder, int schema) {
    std::filesystem::copy_file(std::string(COLO_SOURCE_DIR "/tests/intent/store/released/schema-") +
                                   std::to_string(schema) + ".db",
                               folder.file("colo.db"));
    return folder.url();
}

/// `SITE REVISION AUTHOR REASON DIGEST` of each revision.
std::vector<std::string> entries(const Store& store) {
    std::vector<std::string> lines;
    const auto sites = store.sites().value();
    for (const std::string& site : sites) {
        const auto log = store.log(site).value();
        for (const RevisionEntry& entry : log)
            lines.push_back(site + " " + std::to_string(entry.number) + " " + entry.author + " " +
                            entry.reason + " " + entry.record_digest.substr(0, 12));
    }
    return lines;
}

void expect_whole(const Store& store) {
    const auto found = store.check([](std::string_view) {});
    ASSERT_TRUE(found);
    for (const Failure& one : *found) ADD_FAILURE() << one.causes.front();
}

TEST(Released, EachSchemaIsBroughtUpToDateAndNothingIsOtherwise) {
    const std::vector<std::vector<std::string>> expected{
        {"pop1 1 engineer-1 first build 8a69012b6a65", "pop1 2 engineer-2 more power 1592853e2fca"},
        {"lab1 1 root  7c348e92a15f"},
        {"pop1 1 root  631a5f0a2ae2", "tok1 1 root  e57e4b91b157"},
        {"lab1 1 root first build 0e36279d2bb0"}};
    for (int schema = 1; schema <= 4; ++schema) {
        SCOPED_TRACE(schema);
        const Folder folder;
        Store store = tests::open_store(copied(folder, schema));
        EXPECT_EQ(entries(store), expected[static_cast<std::size_t>(schema - 1)]);
        expect_whole(store);
    }
}

TEST(Released, WhatWasAppliedThenIsThereAndGoesOn) {
    const Folder folder;
    Store store = tests::open_store(copied(folder, 1));
    const plan::Base then = store.at("pop1", 1).value(), now = store.base("pop1").value();
    EXPECT_EQ(then.intent.devices.size(), 9U);
    EXPECT_EQ(to_text(then.intent.racks.front().feeds.at("A").capacity), "1.2 kW");
    EXPECT_EQ(to_text(now.intent.racks.front().feeds.at("A").capacity), "1.3 kW");
    Generated goal{now.intent, now.allocations, now.origins};
    goal.intent.devices.front().serial = "S1";
    EXPECT_EQ(tests::apply(store, goal), 3);
    tests::expect_holds(store.base("pop1").value(), goal);
    expect_whole(store);
}

TEST(Released, AnEditOfAnOldStoreIsFoundAfterItWasBroughtUpToDate) {
    const Folder folder;
    const std::string url = copied(folder, 1);
    tests::tamper(url, "UPDATE devices SET serial = 'x' WHERE id = 'pdu.Q1.A'");
    Store store = tests::open_store(url);
    EXPECT_EQ(store.check([](std::string_view) {})->size(), 1U);
    EXPECT_EQ(store.base("pop1").failure().code, "store-damaged");
}

}  // namespace
}  // namespace colo::store
