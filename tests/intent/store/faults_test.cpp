#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <random>
#include <thread>

#include "tests/intent/database/each_database.h"
#include "tests/intent/store/example.h"
#include "tests/long_run.h"

namespace colo::store {
namespace {

using testing::HasSubstr;
using tests::alice;
using tests::bob;
using tests::Folder;
using tests::open_store;
using tests::plan_for;
using tests::site_of;

class Racing : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, Racing, tests::each_kind(), tests::name_of);

/// What revision `n` of the sites below holds, so that each can be recognised.
Generated nth(std::int64_t n) { return site_of(static_cast<int>(1 + n * 7 % 40)); }

TEST_P(Racing, OfTwoAppliesExactlyOneWinsAndTheOtherIsToldWho) {
    Store first = open_store(url()), second = open_store(url());
    for (int round = 1; round <= 10; ++round) {
        const plan::Plan one = plan_for(first, site_of(round)), two = plan_for(second, site_of(99));
        std::optional<Result<std::int64_t>> a, b;
        std::thread thread([&] { a = first.apply(one, alice, "2026-01-01T00:00:00Z"); });
        b = second.apply(two, bob, "2026-01-01T00:00:00Z");
        thread.join();
        ASSERT_NE(a->ok(), b->ok()) << round;
        const Failure& refused = (a->ok() ? b : a)->failure();
        EXPECT_EQ(refused.code, "plan-stale");
        EXPECT_THAT(refused.causes.front(), HasSubstr(a->ok() ? " by alice at " : " by bob at "));
        tests::expect_holds(first.base("ams1").value(), a->ok() ? site_of(round) : site_of(99));
    }
    EXPECT_TRUE(first.check_record("ams1"));
}

/// Applies one revision after the other, each told to the pipe when it was acknowledged.
[[noreturn]] void apply_for_ever(const std::string& url, int acknowledged) {
    auto store = Store::open(url, Missing::make);
    while (store) {
        const auto base = store.value().base("ams1");
        if (!base) break;
        const plan::Plan plan{*base, nth(base->revision + 1), {}, {}};
        const auto applied = store.value().apply(plan, alice, "2026-01-01T00:00:00Z");
        if (!applied) break;
        const std::int64_t number = applied.value();
        if (::write(acknowledged, &number, sizeof number) != sizeof number) break;
    }
    ::_exit(1);
}

/// Lets a child apply until it is killed; the last revision that it was told of, 0 for none.
std::int64_t apply_until_killed(const std::string& url, std::chrono::microseconds after) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) apply_for_ever(url, ends[1]);
    ::close(ends[1]);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "an apply failed before the kill";
    std::int64_t last = 0, number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) last = number;
    ::close(ends[0]);
    return last;
}

TEST(Killed, NothingAcknowledgedIsLostAndNothingHalfWrittenIsSeen) {
#ifdef __SANITIZE_ADDRESS__
    constexpr int many = 200;  // a process that grew so large takes long to fork
#else
    constexpr int many = 1000;
#endif
    const int kills = tests::is_long_run() ? many : 20;
    std::mt19937 random(std::random_device{}());
    std::int64_t revisions = 0;
    for (int done = 0; done < kills; done += 5) {
        const Folder
            folder;  // a new one now and then, so that kills meet the making of a store too
        for (int i = 0; i < 5; ++i) {
            const std::chrono::microseconds after(random() % 60'000);
            const std::int64_t told = apply_until_killed(folder.url(), after);
            Store store = open_store(folder.url());
            const auto base = store.base("ams1");
            ASSERT_TRUE(base);
            ASSERT_GE(base->revision, told);
            if (base->revision > 0) tests::expect_holds(*base, nth(base->revision));
            const auto checked = store.check_record("ams1");
            ASSERT_TRUE(checked) << checked.failure().causes.front();
            revisions += told > 0 ? 1 : 0;
        }
    }
    EXPECT_GT(revisions, 0) << "no apply was ever acknowledged: the kills came too early";
}

TEST(FullDisk, AnApplyThatDoesNotFitChangesNothing) {
    const Folder folder;
    {
        Store store = open_store(folder.url());
        tests::apply(store, site_of(5));
    }
    const pid_t child = ::fork();
    if (child == 0) {
        Store store = open_store(folder.url());
        const plan::Plan plan = plan_for(store, site_of(20'000));
        const rlimit limit{1'000'000, 1'000'000};
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto refused = store.apply(plan, alice, "2026-01-01T00:00:00Z");
        const bool told = !refused && (refused.failure().code == "store-full" ||
                                       refused.failure().code == "store-io");
        ::_exit(told && store.base("ams1")->revision == 1 ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    const Store store = open_store(folder.url());
    tests::expect_holds(store.base("ams1").value(), site_of(5));
    EXPECT_TRUE(store.check_record("ams1"));
}

}  // namespace
}  // namespace colo::store
