#include <gmock/gmock.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/user.h>
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

TEST_P(Racing, OfFiftyThatApplyOnePlanAtOnceExactlyOneWinsAndAllAreTold) {
    constexpr std::size_t many = 50;
    Store store = open_store(url());
    const plan::Plan plan = plan_for(store, site_of(3));
    std::vector<std::optional<Result<std::int64_t>>> told(many);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < many; ++i)
        threads.emplace_back([&, i] {
            auto own = Store::open(url(), Missing::make);
            if (own)
                told[i] = own.value().apply(plan, i % 2 == 0 ? alice : bob, "2026-01-01T00:00:00Z");
            else
                told[i] = own.failure();
        });
    for (std::thread& thread : threads) thread.join();
    int won = 0;
    for (const auto& one : told) {
        if (one->ok())
            ++won;
        else
            EXPECT_EQ(one->failure().code, "plan-stale") << one->failure().message;
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(store.log("ams1")->size(), 1U);
    EXPECT_TRUE(store.check_record("ams1"));
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

/// How long a child takes to make a store and to be told of its first revision.
std::chrono::microseconds time_of_first(const std::string& url) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto began = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) apply_for_ever(url, ends[1]);
    ::close(ends[1]);
    std::int64_t number = 0;
    EXPECT_EQ(::read(ends[0], &number, sizeof number), sizeof number);
    const auto took = std::chrono::steady_clock::now() - began;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    return std::chrono::duration_cast<std::chrono::microseconds>(took);
}

class Killed : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, Killed, tests::each_kind(), tests::name_of);

int how_many_kills(tests::Kind kind) {
#ifdef __SANITIZE_ADDRESS__
    const int few = 20, many = 200;  // a process that grew so large takes long to fork
#else
    const int few = 200, many = 10'000;
#endif
    const int server = kind == tests::Kind::postgresql ? 10 : 1;  // its stores take long to make
    return std::max((tests::is_long_run() ? many : few) / server, 10);
}

/// After a kill the store holds one of the revisions above, whole, and none that was told is lost.
void expect_whole(const std::string& url, std::int64_t told) {
    const Store store = open_store(url);
    const auto base = store.base("ams1");
    ASSERT_TRUE(base);
    ASSERT_GE(base->revision, told);
    if (base->revision > 0) tests::expect_holds(*base, nth(base->revision));
    const auto checked = store.check_record("ams1");
    ASSERT_TRUE(checked) << checked.failure().causes.front();
}

TEST_P(Killed, NothingAcknowledgedIsLostAndNothingHalfWrittenIsSeen) {
    std::mt19937 random(std::random_device{}());
    std::int64_t revisions = 0;
    // from the making of a store to a few revisions later, however fast the machine is today
    const auto span = 3 * time_of_first(tests::Databases(GetParam()).url());
    for (int left = how_many_kills(GetParam()); left > 0;) {
        // a new one now and then, so that kills meet the making of a store too
        tests::Databases databases(GetParam());
        for (int i = 0; i < 5 && left > 0; ++i, --left) {
            const std::chrono::microseconds after(random() %
                                                  static_cast<std::uint64_t>(span.count()));
            const std::int64_t told = apply_until_killed(databases.url(), after);
            expect_whole(databases.url(), told);
            revisions += told > 0 ? 1 : 0;
        }
    }
    EXPECT_GT(revisions, 0) << "no apply was ever acknowledged: the kills came too early";
}

/// Lets a child apply once and kills it before the nth call to the system that changes a file.
/// False when there were fewer.
bool apply_killed_before(const std::string& url, int nth_call) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGSTOP);
        Store store = open_store(url);
        const auto base = store.base("ams1");
        const plan::Plan plan{*base, nth(base->revision + 1), {}, {}};
        ::_exit(store.apply(plan, alice, "2026-01-01T00:00:00Z") ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    for (bool entering = true;; entering = !entering) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status)) {
            EXPECT_EQ(WEXITSTATUS(status), 0);
            return false;
        }
        user_regs_struct registers{};
        ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
        const auto call = static_cast<long>(registers.orig_rax);
        const bool changes = call == SYS_write || call == SYS_pwrite64 || call == SYS_fsync ||
                             call == SYS_fdatasync || call == SYS_ftruncate || call == SYS_unlink ||
                             call == SYS_fallocate;
        if (!entering || !changes || --nth_call > 0) continue;
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        return true;
    }
}

TEST(KilledAtEachWrite, TheStoreHoldsOneRevisionOrTheOther) {
    const Folder folder;
    int kills = 0;
    while (apply_killed_before(folder.url(), kills + 1)) {
        ++kills;
        expect_whole(folder.url(), 0);
    }
    EXPECT_GT(kills, 30) << "fewer calls than an apply makes";
    EXPECT_EQ(open_store(folder.url()).check([](std::string_view) {})->size(), 0U);
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
