// The server stopped, killed, or cut off at any moment of an apply: one outcome, and it is told.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <random>
#include <thread>

#include "intent/database/transaction.h"
#include "tests/intent/database/postgresql_server.h"
#include "tests/intent/database/proxy.h"
#include "tests/intent/store/example.h"
#include "tests/long_run.h"

namespace colo::store {
namespace {

using namespace std::chrono_literals;
using tests::alice;
using tests::open_store;
using tests::plan_for;
using tests::PostgresqlServer;
using tests::site_of;

constexpr const char* now = "2026-01-01T00:00:00Z";

class LostServer : public testing::Test {
protected:
    void SetUp() override {
        if (!PostgresqlServer::is_installed())
            GTEST_SKIP() << "no outside data: PostgreSQL 15 is not installed (tools/packages)";
    }
    /// A server of this test's own, for what others must not feel.
    static PostgresqlServer& own() {
        static PostgresqlServer server;
        return server;
    }
};

/// Whether the told outcome is what the store holds: applied and there, or refused and not there.
void expect_true_to(const Result<std::int64_t>& told, const std::string& url, int servers_before,
                    int servers_after) {
    const Store store = open_store(url);
    const auto base = store.base("ams1");
    ASSERT_TRUE(base) << base.failure().message;
    if (told) {
        EXPECT_EQ(base->revision, *told);
        tests::expect_holds(*base, site_of(servers_after));
    } else {
        EXPECT_THAT(told.failure().code, testing::AnyOf("store-gone", "store-not-applied"))
            << told.failure().message;
        EXPECT_FALSE(told.failure().hint.empty());
        tests::expect_holds(*base, site_of(servers_before));
    }
    EXPECT_TRUE(store.check_record("ams1"));
}

TEST_F(LostServer, CutAtAnyMessageOfAnApplyEndsInOneOutcomeThatIsTold) {
    PostgresqlServer& server = tests::shared_postgresql();
    const std::string schema = server.make_schema();
    tests::apply(*std::make_unique<Store>(open_store(schema)), site_of(1));
    int applied = 0, refused = 0;
    for (const bool towards_server : {true, false}) {
        int step = tests::is_long_run() ? 1 : 16;  // then, before the last message, each one
        for (int cut = 1;; cut += step) {
            tests::Proxy proxy(server.socket_folder());
            const std::string through = proxy.url_for(schema, server.socket_folder());
            auto store = Store::open(through, Missing::make);
            ASSERT_TRUE(store) << store.failure().message;
            const auto before = store.value().base("ams1");
            const int servers = static_cast<int>(before->intent.devices.size());
            const int goal = servers % 7 + 1;
            const plan::Plan plan = plan_for(store.value(), site_of(goal));
            proxy.cut_after(cut, towards_server);
            const auto told = store.value().apply(plan, alice, now);
            const bool was_cut = proxy.has_cut();
            expect_true_to(told, schema, servers, goal);
            if (!was_cut && step == 1) break;  // all of its messages went through
            if (!was_cut) cut -= step, step = 1;
            if (was_cut) ++(told ? applied : refused);
        }
    }
    EXPECT_GT(refused, 10) << "cuts before the commit";
    EXPECT_GT(applied, 0) << "a cut between the commit and its answer";
}

TEST_F(LostServer, KilledAtAnyInstantTellsTheOutcomeOnceItIsBack) {
    const std::string url = own().make_schema();
    tests::apply(*std::make_unique<Store>(open_store(url)), site_of(1));
    std::mt19937 random(std::random_device{}());
    const int kills = tests::is_long_run() ? 60 : 6;
    for (int i = 0; i < kills; ++i) {
        Store store = open_store(url);
        const int servers = static_cast<int>(store.base("ams1")->intent.devices.size());
        const int goal = servers % 7 + 1;
        const plan::Plan plan = plan_for(store, site_of(goal));
        std::optional<Result<std::int64_t>> told;
        std::thread applying([&] { told = store.apply(plan, alice, now); });
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
        i % 2 == 0 ? own().kill() : own().stop();
        std::this_thread::sleep_for(100ms);
        own().start();
        applying.join();
        expect_true_to(*told, url, servers, goal);
    }
}

TEST_F(LostServer, ThatDoesNotComeBackLeavesAnOutcomeThatIsCalledUnknown) {
    const std::string url = own().make_schema();
    tests::apply(*std::make_unique<Store>(open_store(url)), site_of(1));
    tests::Proxy proxy(own().socket_folder());
    Store store = open_store(proxy.url_for(url, own().socket_folder()));
    store.wait_for_server(300ms);
    const plan::Plan plan = plan_for(store, site_of(2));
    proxy.swallow_commit();
    const auto told = store.apply(plan, alice, now);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.failure().code, "store-outcome-unknown");
    EXPECT_EQ(told.failure().message, "it is not known whether revision 2 of ams1 was applied");
    EXPECT_THAT(told.failure().hint, testing::HasSubstr("`colo log ams1` tells"));
}

TEST_F(LostServer, AWriterThatWasKilledLeavesNoLock) {
    const std::string url = own().make_schema();
    Store store = open_store(url);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto session = database::open_session(url);
        const auto held = database::Transaction::begin(*session.value(), database::Access::write);
        if (held && ::write(ends[1], "x", 1) == 1) ::pause();
        ::_exit(1);
    }
    char holds = 0;
    ASSERT_EQ(::read(ends[0], &holds, 1), 1);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(store.apply(plan_for(store, site_of(1)), alice, now).value(), 1);
}

}  // namespace
}  // namespace colo::store
