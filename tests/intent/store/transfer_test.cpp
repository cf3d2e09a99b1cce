#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "intent/store/transfer.h"
#include "tests/intent/database/each_database.h"
#include "tests/intent/store/any_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using testing::IsEmpty;
using tests::alice;
using tests::apply;
using tests::expect_holds;
using tests::open_store;
using tests::plan_for;
using tests::site_of;

const Progress silent = [](std::int64_t) {};

/// A store of one kind, and another place of the other kind.
class Transfers : public tests::OnEachDatabase {
protected:
    Transfers()
        : others_(GetParam() == tests::Kind::sqlite ? tests::Kind::postgresql
                                                    : tests::Kind::sqlite) {}
    void SetUp() override {
        if (!tests::PostgresqlServer::is_installed())
            GTEST_SKIP() << "no outside data: PostgreSQL 15 is not installed (tools/packages)";
    }
    std::string other(const std::string& name) { return others_.url(name); }
    std::string file(const std::string& name) const { return folder_.file(name); }

    const tests::Folder folder_;

private:
    tests::Databases others_;
};
INSTANTIATE_TEST_SUITE_P(From, Transfers, tests::each_kind(), tests::name_of);

/// Every row of every table as text, sorted.
std::vector<std::string> rows_of(const std::string& url) {
    std::vector<std::string> rows;
    const auto session = database::open_session(url).value();
    const auto tables = session->tables().value();
    for (const std::string& table : tables) {
        std::string columns;
        const auto list = session->columns(table).value();
        for (const database::Column& column : list)
            columns += (columns.empty() ? "\"" : ", \"") + column.name + "\"";
        const auto found = session->query("SELECT " + columns + " FROM \"" + table + "\"").value();
        for (const database::Row& row : found)
            rows.push_back(table + " " + testing::PrintToString(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void fill(const std::string& url) {
    Store store = open_store(url);
    std::mt19937_64 random(11);
    for (int i = 0; i < 3; ++i) apply(store, tests::any_goal(random, tests::Optionals::some, 8));
    Generated other = site_of(3, "lab1");
    other.intent.head.standard_version = "9.0.0";
    apply(store, other);
}

TEST_P(Transfers, ACopyAndACopyOfItHoldTheSameWithoutADifference) {
    fill(url());
    const auto there = copy_store(url(), other("colo"), silent);
    ASSERT_TRUE(there) << there.failure().message;
    ASSERT_TRUE(copy_store(other("colo"), url("back"), silent));
    const auto rows = rows_of(url());
    EXPECT_EQ(rows_of(other("colo")), rows);
    EXPECT_EQ(rows_of(url("back")), rows);
    EXPECT_EQ(there->rows + 1, static_cast<std::int64_t>(rows.size()));  // beside schema_version
    EXPECT_THAT(open_store(other("colo")).check([](std::string_view) {}).value(), IsEmpty());
}

TEST_P(Transfers, ACopyOntoAStoreIsRefusedAndChangesNothing) {
    fill(url());
    {
        Store store = open_store(other("colo"));
        apply(store, site_of(2));
    }
    const auto rows = rows_of(other("colo"));
    EXPECT_EQ(copy_store(url(), other("colo"), silent).failure().code, "store-not-empty");
    EXPECT_EQ(rows_of(other("colo")), rows);
}

TEST_P(Transfers, WhereThereIsNoStoreThereIsNothingToCopy) {
    EXPECT_EQ(copy_store(url(), other("colo"), silent).failure().code, "store-missing");
}

TEST_P(Transfers, ABackupIsOneFileThatIsThereWholeOrNotAtAll) {
    fill(url());
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    const auto names = std::filesystem::directory_iterator(folder_.path());
    EXPECT_EQ(std::distance(begin(names), end(names)), 1);
    EXPECT_EQ(rows_of("sqlite:" + file("backup.db")), rows_of(url()));
    EXPECT_EQ(back_up(url(), file("backup.db"), silent).failure().code, "file-exists");
    EXPECT_EQ(back_up(url("nothing"), file("none.db"), silent).failure().code, "store-missing");
    EXPECT_FALSE(std::filesystem::exists(file("none.db.partial")));
}

TEST_P(Transfers, ARestoreBringsBackWhatWasAndOlderPlansDoNotMatch) {
    Store store = open_store(url());
    apply(store, site_of(2));
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    const plan::Plan before = plan_for(store, site_of(5));
    apply(store, site_of(3));
    const auto restored = restore(file("backup.db"), url(), {}, silent);
    ASSERT_TRUE(restored) << restored.failure().message;
    EXPECT_EQ(restored->epoch, 2);
    Store now = open_store(url());
    expect_holds(now.base("ams1").value(), site_of(2));
    EXPECT_EQ(now.log("ams1")->size(), 1U);
    EXPECT_EQ(now.apply(before, alice, "2026-01-01T00:00:00Z").failure().code, "plan-restored");
    EXPECT_EQ(apply(now, site_of(4)), 2);
    ASSERT_TRUE(restore(file("backup.db"), url(), {}, silent));
    EXPECT_EQ(open_store(url()).base("ams1")->epoch, 3);
}

TEST_P(Transfers, ARestoreIsRefusedWhenSomebodyHasAppliedSinceTheCallersCopy) {
    Store store = open_store(url());
    apply(store, site_of(2));
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    const RecordHead kept = store.record_head().value();
    apply(store, site_of(3));
    EXPECT_EQ(restore(file("backup.db"), url(), kept, silent).failure().code, "store-changed");
    expect_holds(open_store(url()).base("ams1").value(), site_of(3));
}

TEST_P(Transfers, ADamagedBackupIsRefusedBeforeAnythingIsReplaced) {
    Store store = open_store(url());
    apply(store, site_of(2));
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    tests::tamper("sqlite:" + file("backup.db"), "UPDATE devices SET serial = 'x'");
    EXPECT_EQ(restore(file("backup.db"), url(), {}, silent).failure().code, "store-backup-damaged");
    EXPECT_EQ(open_store(url()).base("ams1")->epoch, 1);
}

TEST_P(Transfers, ABackupIsRestoredIntoAnEmptyPlaceOfTheOtherKind) {
    fill(url());
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    const auto restored = restore(file("backup.db"), other("colo"), {}, silent);
    ASSERT_TRUE(restored);
    EXPECT_EQ(restored->epoch, 2);
    EXPECT_THAT(open_store(other("colo")).check([](std::string_view) {}).value(), IsEmpty());
}

TEST_P(Transfers, ABackupOfAnotherStoreIsRefusedAndChangesNothing) {
    fill(url());
    ASSERT_TRUE(back_up(url(), file("backup.db"), silent));
    fill(other("colo"));
    const auto rows = rows_of(other("colo"));
    EXPECT_EQ(restore(file("backup.db"), other("colo"), {}, silent).failure().code,
              "store-foreign-backup");
    EXPECT_EQ(rows_of(other("colo")), rows);
}

TEST(OldBackup, IsRestoredAndLeftAsItIs) {
    const tests::Folder folder;
    const std::string kept = COLO_SOURCE_DIR "/tests/intent/store/released/schema-1.db";
    std::filesystem::copy_file(kept, folder.file("backup.db"));
    ASSERT_TRUE(restore(folder.file("backup.db"), folder.url(), {}, silent));
    EXPECT_TRUE(tests::read_file(folder.file("backup.db")) == tests::read_file(kept));
    EXPECT_EQ(open_store(folder.url()).log("pop1")->size(), 2U);
    EXPECT_EQ(restore(folder.file("none.db"), folder.url("x.db"), {}, silent).failure().code,
              "store-no-backup");
}

}  // namespace
}  // namespace colo::store
