#include <gmock/gmock.h>

#include <atomic>
#include <barrier>
#include <cstdlib>
#include <limits>
#include <thread>

#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "tests/intent/database/folder.h"
#include "tests/long_run.h"

namespace colo::database {
namespace {

using testing::ElementsAre;
using tests::Folder;

std::unique_ptr<Session> open(const Folder& folder, const std::string& name = "colo.db") {
    auto session = open_session(folder.url(name));
    EXPECT_TRUE(session.ok());
    return std::move(session).value();
}

std::string setting(Session& session, const std::string& name) {
    return text(session.query("PRAGMA " + name).value().front().front());
}

Failure failure_to_open(const std::string& url) {
    const auto session = open_session(url);
    return session ? Failure{} : session.failure();
}

TEST(SqliteSession, IsOpenedWithTheSettingsThatDurabilityDependsOn) {
    const Folder folder;
    const auto session = open(folder);
    EXPECT_EQ(setting(*session, "journal_mode"), "wal");
    EXPECT_EQ(setting(*session, "synchronous"), "2");
    EXPECT_EQ(setting(*session, "foreign_keys"), "1");
    EXPECT_EQ(setting(*session, "busy_timeout"), "30000");
}

TEST(SqliteSession, GivesBackEachKindOfValueAsItWasGiven) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE t (a BIGINT, b DOUBLE PRECISION, c TEXT, d TEXT)"));
    const std::string odd = "'; DROP TABLE t; -- \"\n\xc3\xa9";
    const Row row{std::numeric_limits<std::int64_t>::min(), 0.1, odd, std::monostate{}};
    ASSERT_TRUE(session->execute("INSERT INTO t VALUES (:a, :b, :c, :d)", row));
    EXPECT_THAT(session->query("SELECT a, b, c, d FROM t").value(), ElementsAre(row));
}

TEST(SqliteSession, TellsHowManyRowsAStatementChanged) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE t (a BIGINT)"));
    ASSERT_TRUE(session->execute("INSERT INTO t VALUES (1), (2), (3)"));
    EXPECT_EQ(session->execute("UPDATE t SET a = 0 WHERE a > :a", {std::int64_t{1}}).value(), 2);
}

TEST(SqliteSession, BulkInsertionEqualsInsertionRowByRow) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE t (a BIGINT, \"unique\" TEXT)"));
    Batch batch({{"a", Type::integer, true}, {"unique", Type::text, true}});
    batch.add(std::numeric_limits<std::int64_t>::max()), batch.add("");
    batch.add_null(), batch.add("two");
    batch.add(3), batch.add_null();
    ASSERT_TRUE(session->bulk_insert("t", batch));
    EXPECT_THAT(session->query("SELECT a, \"unique\" FROM t").value(),
                ElementsAre(Row{std::numeric_limits<std::int64_t>::max(), ""},
                            Row{std::monostate{}, "two"}, Row{std::int64_t{3}, std::monostate{}}));
}

TEST(SqliteSession, AFileWithBlanksAndEqualsSignsInItsPathIsThatFile) {
    const Folder folder;
    std::filesystem::create_directory(folder.path() / " a  b=c ");
    for (const std::string name : {" a  b=c /x y=z.db", " plain  name", "d=1"}) {
        const auto session = open(folder, name);
        EXPECT_TRUE(std::filesystem::exists(folder.file(name))) << name;
    }
}

TEST(SqliteSession, AnAddressOfAnotherKindIsRefusedSayingWhatWouldDo) {
    EXPECT_EQ(failure_to_open("mysql://colo@db/colo"),
              (Failure{"store-url",
                       "this is not the address of a store",
                       {},
                       "use `sqlite:FILE`, for example `sqlite:colo.db`, or "
                       "`postgresql://ROLE@HOST/DATABASE`",
                       false}));
    EXPECT_EQ(failure_to_open("colo.db").code, "store-url");
    EXPECT_EQ(failure_to_open("sqlite:").code, "store-url");
}

TEST(SqliteSession, AFileThatIsNoDatabaseIsRefusedAndLeftAsItIs) {
    const Folder folder;
    const std::string content(8192, 'x');
    tests::write_file(folder.file("colo.db"), content);
    EXPECT_EQ(failure_to_open(folder.url()),
              (Failure{"store-not-a-database",
                       "this file is not a SQLite database",
                       {folder.file("colo.db") + ": file is not a database (SQLite 26)"},
                       "name another file; this one was left as it is",
                       false}));
    EXPECT_EQ(tests::read_file(folder.file("colo.db")), content);
}

TEST(SqliteSession, AMissingFolderIsNamed) {
    const Folder folder;
    EXPECT_EQ(failure_to_open(folder.url("no/such/colo.db")),
              (Failure{"store-no-folder",
                       "the folder of the store does not exist",
                       {folder.file("no/such")},
                       "make it with: mkdir -p " + folder.file("no/such"),
                       false}));
}

TEST(SqliteSession, AFolderInPlaceOfAFileCannotBeOpened) {
    const Folder folder;
    EXPECT_EQ(failure_to_open("sqlite:" + folder.path().string()).code, "store-cannot-open");
}

TEST(SqliteSession, AReadOnlyFolderIsAClearFailure) {
    using std::filesystem::perms;
    const Folder folder;
    tests::give_away(folder.path(), perms::owner_read | perms::owner_exec);
    const tests::NotRoot as_user;
    const Failure failure = failure_to_open(folder.url());
    EXPECT_EQ(failure.code, "store-cannot-open");
    EXPECT_EQ(failure.hint,
              "SQLite needs to write the file and its folder: check the owner and mode of both");
}

TEST(SqliteSession, AReadOnlyFileCanBeReadAndNotWritten) {
    using std::filesystem::perms;
    const Folder folder;
    ASSERT_TRUE(open(folder)->execute("CREATE TABLE t (a BIGINT)"));
    tests::give_away(folder.path(), perms::owner_all);
    tests::give_away(folder.file("colo.db"), perms::owner_read);
    const tests::NotRoot as_user;
    const auto session = open(folder);
    EXPECT_TRUE(session->query("SELECT a FROM t").ok());
    const auto written = Transaction::begin(*session, Access::write);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.failure().code, "store-read-only");
}

TEST(SqliteSession, AFullDiskIsAClearFailureAndNothingIsChanged) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE t (a TEXT)"));
    ASSERT_TRUE(session->query("PRAGMA max_page_count = 20"));
    Batch batch({{"a", Type::text}});
    for (int i = 0; i < 1000; ++i) batch.add(std::string(500, 'x'));
    {
        auto transaction = Transaction::begin(*session, Access::write);
        ASSERT_TRUE(transaction);
        const auto done = session->bulk_insert("t", batch);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.failure().code, "store-full");
        EXPECT_EQ(done.failure().message, "there is no room left for the store");
        EXPECT_TRUE(done.failure().may_retry);
    }
    EXPECT_EQ(integer(session->query("SELECT COUNT(*) FROM t").value().front().front()), 0);
}

/// How many of so many threads, all at the same instant, open a file that is not there yet.
int open_at_once(int threads) {
    const Folder folder;
    std::barrier start(threads);
    std::atomic<int> opened = 0;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&] {
            start.arrive_and_wait();
            opened += open_session(folder.url()).ok() ? 1 : 0;
        });
    for (std::thread& thread : running) thread.join();
    return opened;
}

TEST(SqliteSession, ManyProgramsMayOpenANewFileAtOnce) {
    // SQLite's own waiting fails one in some hundred rounds
    const int rounds = tests::is_long_run() ? 3000 : 20;
    for (int round = 0; round < rounds; ++round) ASSERT_EQ(open_at_once(16), 16) << round;
}

TEST(Transaction, WhatIsNotCommittedNeverWas) {
    const Folder folder;
    const auto session = open(folder);
    ASSERT_TRUE(session->execute("CREATE TABLE t (a BIGINT)"));
    {
        auto transaction = Transaction::begin(*session, Access::write);
        ASSERT_TRUE(session->execute("INSERT INTO t VALUES (1)"));
    }
    EXPECT_TRUE(session->query("SELECT a FROM t").value().empty());
}

TEST(Transaction, AReaderSeesOneStateThroughout) {
    const Folder folder;
    const auto writer = open(folder), reader = open(folder);
    ASSERT_TRUE(writer->execute("CREATE TABLE t (a BIGINT)"));
    auto transaction = Transaction::begin(*reader, Access::read);
    EXPECT_TRUE(reader->query("SELECT a FROM t").value().empty());
    ASSERT_TRUE(writer->execute("INSERT INTO t VALUES (1)"));
    EXPECT_TRUE(reader->query("SELECT a FROM t").value().empty());
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(reader->query("SELECT a FROM t").value().size(), 1U);
}

TEST(Transaction, AWriterThatWaitedTooLongIsToldToTryAgain) {
    const Folder folder;
    const auto first = open(folder), second = open(folder);
    ASSERT_TRUE(second->query("PRAGMA busy_timeout = 10"));
    const auto holds = Transaction::begin(*first, Access::write);
    const auto waits = Transaction::begin(*second, Access::write);
    ASSERT_FALSE(waits);
    EXPECT_EQ(waits.failure(),
              (Failure{"store-locked",
                       "the store is in use by another program",
                       {folder.file("colo.db") + ": database is locked (SQLite 5)"},
                       "run the command again when that one is done",
                       true}));
}

}  // namespace
}  // namespace colo::database
