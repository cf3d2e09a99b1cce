#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "intent/database/migrations.h"
#include "tests/intent/database/folder.h"

namespace colo::database {
namespace {

using testing::ElementsAre;
using tests::Folder;

const std::vector<Migration> one{{1, {"CREATE TABLE a (x BIGINT)", "INSERT INTO a VALUES (1)"}}};
const std::vector<Migration> two{one[0], {2, {"ALTER TABLE a ADD COLUMN y BIGINT"}}};

std::unique_ptr<Session> open(const Folder& folder) { return open_session(folder.url()).value(); }

std::size_t rows(Session& session, const std::string& query) {
    return session.query(query).value().size();
}

TEST(Migrations, RunEachStatementOnce) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(migrate(*session, "area", one));
    ASSERT_TRUE(migrate(*session, "area", one));
    EXPECT_EQ(rows(*session, "SELECT x FROM a"), 1U);
}

TEST(Migrations, ALaterVersionRunsOnlyWhatIsNew) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(migrate(*session, "area", one));
    ASSERT_TRUE(migrate(*session, "area", two));
    EXPECT_EQ(rows(*session, "SELECT x, y FROM a"), 1U);
}

TEST(Migrations, AreasCountByThemselves) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(migrate(*session, "area", two));
    ASSERT_TRUE(migrate(*session, "other", {{1, {"CREATE TABLE b (x BIGINT)"}}}));
    EXPECT_THAT(session->query("SELECT area, version FROM schema_version ORDER BY area").value(),
                ElementsAre(Row{"area", std::int64_t{2}}, Row{"other", std::int64_t{1}}));
}

TEST(Migrations, ANewerSchemaIsRefusedWithWhatToDo) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(migrate(*session, "area", two));
    const auto done = migrate(*session, "area", one);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.failure(),
              (Failure{"store-newer",
                       "the store was written by a later version of colo",
                       {"its schema of `area` is version 2; this colo knows up to 1"},
                       "use that version of colo, or a later one; nothing was changed",
                       false}));
}

TEST(Migrations, AnotherProgramsDatabaseIsLeftAlone) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE photos (x BIGINT)"));
    const auto done = migrate(*session, "area", one);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.failure().code, "store-foreign");
    EXPECT_THAT(session->tables().value(), ElementsAre("photos"));
}

TEST(Migrations, OneThatFailsLeavesNothingBehind) {
    const Folder folder;
    const auto session = open(folder);
    EXPECT_FALSE(migrate(*session, "area", {{1, {"CREATE TABLE a (x BIGINT)", "no SQL"}}}));
    EXPECT_TRUE(session->tables().value().empty());
}

TEST(Migrations, OfSeveralProgramsAtOnceRunOnce) {
    const Folder folder;
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { good += migrate(*open(folder), "area", two).ok() ? 1 : 0; });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(good, 8);
    EXPECT_EQ(rows(*open(folder), "SELECT x FROM a"), 1U);
}

}  // namespace
}  // namespace colo::database
