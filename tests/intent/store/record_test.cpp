#include <gmock/gmock.h>

#include "intent/store/columns.h"
#include "tests/intent/database/each_database.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using tests::site_of;

/// A store with four revisions of a site: 2, 3, 1 and 2 servers, one with an exception.
class Record : public tests::OnEachDatabase {
protected:
    void SetUp() override {
        tests::OnEachDatabase::SetUp();
        if (IsSkipped()) return;
        Store store = tests::open_store(url());
        for (const int servers : {2, 3, 1, 2}) {
            Generated goal = site_of(servers);
            goal.intent.exceptions = {{"R01", "feeds 1", "one feed only", "2027-01-01"}};
            tests::apply(store, goal);
        }
    }

    /// What the check says is damaged after an edit of so many rows; empty when it says nothing.
    std::string damage_after(const std::string& sql, std::int64_t rows = 1) {
        EXPECT_EQ(tests::tamper(url(), sql), rows) << sql;
        const auto checked = tests::open_store(url()).check_record("ams1");
        if (checked) return "";
        EXPECT_EQ(checked.failure().code, "store-damaged");
        return checked.failure().causes.front();
    }
};

INSTANTIATE_TEST_SUITE_P(On, Record, tests::each_kind(), tests::name_of);

TEST_P(Record, OfAStoreThatNobodyTouchedHolds) {
    EXPECT_TRUE(tests::open_store(url()).check_record("ams1"));
    EXPECT_TRUE(tests::open_store(url()).check_record("lab1"));
}

TEST_P(Record, AnEditedEntryIsFound) {
    EXPECT_EQ(damage_after("UPDATE revision SET author = 'mallory' WHERE number = 2"),
              "the entry of revision 2 of ams1 is not as it was written");
}

TEST_P(Record, ADeletedEntryIsFound) {
    tests::tamper(url(), "DELETE FROM revision_content WHERE revision = 2");
    EXPECT_EQ(damage_after("DELETE FROM revision WHERE number = 2"),
              "revision 2 of ams1 is missing");
}

TEST_P(Record, ALastEntryCutOffIsFound) {
    tests::tamper(url(), "DELETE FROM revision_content WHERE revision = 4");
    EXPECT_EQ(damage_after("DELETE FROM revision WHERE number = 4"),
              "ams1 is at revision 4 and has 3 entries");
}

TEST_P(Record, AReplacedEntryIsFound) {
    EXPECT_EQ(damage_after("UPDATE revision SET previous_digest = 'x' WHERE number = 3"),
              "revision 3 of ams1 does not follow the one before it");
}

TEST_P(Record, AnEditedObjectIsFound) {
    EXPECT_EQ(damage_after("UPDATE devices SET serial = 'x' WHERE id = 'server.100000'"),
              "in devices, server.100000 is not what was applied");
}

TEST_P(Record, AnObjectEditedTogetherWithItsDigestIsFound) {
    Device device = site_of(2).intent.devices[1];
    device.serial = "x";
    DigestText text;
    EXPECT_EQ(damage_after("UPDATE devices SET serial = 'x', digest = '" +
                           object_digest(text, device) + "' WHERE since = 4"),
              "devices at revision 4 of ams1 are not what was applied");
}

TEST_P(Record, ADeletedObjectIsFoundAtTheRevisionsThatHadIt) {
    EXPECT_EQ(damage_after("DELETE FROM devices WHERE since = 2"),
              "devices at revision 2 of ams1 are not what was applied");
}

TEST_P(Record, AnObjectThatWasRevivedIsFound) {
    EXPECT_EQ(damage_after("UPDATE devices SET \"until\" = NULL WHERE since = 2"),
              "devices at revision 3 of ams1 are not what was applied");
}

TEST_P(Record, ARowWhoseLifeWasChangedIsFoundThoughNoRevisionShowsIt) {
    const std::string otherwise = "in devices, a row lives at another time than it was written for";
    EXPECT_EQ(damage_after("UPDATE devices SET \"until\" = 5 WHERE since = 4"), otherwise);
    EXPECT_EQ(damage_after("UPDATE devices SET \"until\" = 2 WHERE since = 4"), otherwise);
}

TEST_P(Record, ARowOfNoRevisionIsFound) {
    EXPECT_EQ(damage_after("UPDATE origin SET revision = 9 WHERE revision = 4"),
              "origin has rows of no revision");
}

TEST_P(Record, WhatIsToldOfTheLogAndOfDifferencesIsChecked) {
    tests::tamper(url(), "UPDATE site_head SET city = 'x' WHERE revision = 2");
    EXPECT_EQ(tests::open_store(url()).difference("ams1", 1, 2).failure().code, "store-damaged");
    tests::tamper(url(), "UPDATE revision SET author = 'mallory' WHERE number = 1");
    const Store store = tests::open_store(url());
    EXPECT_EQ(store.log("ams1").failure().code, "store-damaged");
    EXPECT_EQ(store.brought("ams1", "devices", "server.100000").failure().code, "store-damaged");
}

TEST_P(Record, AnEditedAllocationIsFound) {
    EXPECT_EQ(damage_after("UPDATE allocation SET value = 'R09 U1' WHERE \"until\" IS NULL", 2),
              "allocations.place at revision 1 of ams1 are not what was applied");
}

TEST_P(Record, AnEditedHeadExceptionOrOriginIsFound) {
    EXPECT_EQ(damage_after("UPDATE origin SET because_text = '9' WHERE revision = 4"),
              "origins at revision 4 of ams1 are not what was applied");
    EXPECT_EQ(damage_after("UPDATE \"exception\" SET \"until\" = NULL WHERE revision = 3"),
              "exceptions at revision 3 of ams1 are not what was applied");
    EXPECT_EQ(damage_after("UPDATE site_head SET city = 'x' WHERE revision = 2"),
              "head at revision 2 of ams1 are not what was applied");
}

TEST_P(Record, ADigestEditedToFitIsFound) {
    EXPECT_EQ(damage_after("UPDATE revision_content SET entries = 7 WHERE revision = 1 AND content "
                           "= 'devices'"),
              "the digests of revision 1 of ams1 are not those of its entry");
}

TEST_P(Record, ARowThatCannotBeReadIsDamageAndNotAnEmptyAnswer) {
    tests::tamper(url(), "UPDATE devices SET face = 'sideways' WHERE \"until\" IS NULL");
    const auto base = tests::open_store(url()).base("ams1");
    ASSERT_FALSE(base);
    EXPECT_EQ(base.failure().code, "store-damaged");
}

}  // namespace
}  // namespace colo::store
