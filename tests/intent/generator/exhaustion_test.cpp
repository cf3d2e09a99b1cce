// What runs out says what is short, who has it, what this change frees and what would make room;
// and what a change frees is there for the next one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/intent/generator/kept_things.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::pair<std::string, std::string> more_power{"A: 3 kW, B: 3 kW", "A: 30 kW, B: 30 kW"};
constexpr const char* freed = "freed by this change, and free once it is applied";

/// lab1 on a version that says more.
std::string lab(int servers, const std::string& lines = "") {
    return shipped_site("lab1",
                        {{"trading-colo 1.0.0", "trading-colo 9.0.0"},
                         more_power,
                         {"trading-servers: 6", "trading-servers: " + std::to_string(servers)},
                         {"  ptp: false\n", "  ptp: false\n" + lines}});
}

Files version(const std::string& lines) {
    return {{"standards/trading-colo/9.0.0/standard.yaml",
             "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
             "extends: trading-colo 1.0.0\n" +
                 lines}};
}

std::string retire(int server) {
    return "exceptions:\n  - {on: {device: trading-server." + std::to_string(server) +
           "}, set: {retired: true}, reason: broken}\n";
}

/// Retires a server, for which another comes: in the plan that frees what it had there is no room,
/// in the next one there is.
void expect_room_after(const Files& files, const testing::Matcher<std::string>& said) {
    const Trial before = try_site(lab(6), {}, files);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial swapped = try_site(lab(6, retire(1)), before.allocations(), files);
    EXPECT_THAT(swapped.diagnostics,
                AllOf(said, HasSubstr(freed), HasSubstr("apply first what frees them")));
    const Trial fewer = try_site(lab(5, retire(1)), before.allocations(), files);
    ASSERT_TRUE(fewer.outcome) << fewer.diagnostics;
    const Trial after = try_site(lab(6, retire(1)), fewer.allocations(), files);
    EXPECT_EQ(after.diagnostics, "");
}

std::string networks(const std::string& name, const std::string& lines) {
    return "networks:\n  " + name + ": {per: rack, " + lines + "}\n";
}

std::set<std::string> values(const Trial& trial, AllocationKind kind, const std::string& name) {
    std::set<std::string> all;
    for (const Allocation& one : trial.allocations())
        if (one.kind == kind && one.identity.starts_with(name)) all.insert(one.value);
    return all;
}

}  // namespace

TEST(Exhaustion, OfPortsSaysWhoHasThemAndWhatIsFreed) {
    const auto leaf = [](int ports) {
        return version("models: {leaf-48x25: {ports: {servers: \"Ethernet[1-" +
                       std::to_string(ports) + "]\"}}}\n");
    };
    EXPECT_THAT(try_site(lab(8), {}, leaf(3)).diagnostics,
                AllOf(HasSubstr("leaf.R1.1 has too few ports for server-data: 1 more needed "
                                "[ports-exhausted]"),
                      HasSubstr("  port group servers of model leaf-48x25 has 3 ports\n"
                                "  3 of them taken by server-data\n"
                                "  hint: take a model with more ports, or share the load among "
                                "more devices\n"),
                      Not(HasSubstr(freed))));
    expect_room_after(leaf(3), AllOf(HasSubstr("[ports-exhausted]"), HasSubstr("1 port is freed")));
}

TEST(Exhaustion, OfAddressesSaysHowLargeThePrefixMustBe) {
    const auto net = [](int size) {
        return version("networks: {servers: {ipv4: {within: ipv4, size: " + std::to_string(size) +
                       "}}}\n");
    };
    EXPECT_THAT(try_site(lab(30), {}, net(28)).diagnostics,
                AllOf(HasSubstr("network servers has too few ipv4 addresses [pool-exhausted]"),
                      HasSubstr("has room for 4 members, 32 are asked for"),
                      HasSubstr("10 of its addresses are reserved"),
                      HasSubstr("hint: make it larger: size: 26\n")));
    EXPECT_EQ(try_site(lab(30), {}, net(26)).diagnostics, "") << "and that does";
    expect_room_after(version("networks: {servers: {ipv4: {within: ipv4, size: 28}, reserve: "
                              "{first: 5, last: 3}}}\n"),
                      AllOf(HasSubstr("[pool-exhausted]"), HasSubstr("1 address is freed")));
}

TEST(Exhaustion, OfAPoolSaysWhoHasItAndHowLargeItMustBe) {
    const std::string small = "pools: {infra4: {within: ipv4, size: 24}}\n";
    EXPECT_THAT(
        try_site(lab(6), {}, version(small)).diagnostics,
        AllOf(HasSubstr("no /31 is left in infra4 for peer-links/pair.leaf.R1.1/ipv4"),
              HasSubstr("  infra4 is 10.99.8.0/24\n  asked for: 6 prefixes of /31\n"
                        "  loopbacks/ipv4 has 10.99.8.0/24\n"),
              HasSubstr("hint: make the pool larger: size: 23, or its networks smaller\n")));
    EXPECT_EQ(
        try_site(lab(6), {}, version("pools: {infra4: {within: ipv4, size: 23}}\n")).diagnostics,
        "")
        << "and that does";
    const std::string pool = "pools: {little: {within: ipv4, size: 27}}\n";
    const Trial before =
        try_site(lab(6), {}, version(pool + networks("one", "ipv4: {within: little, size: 28}")));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Files other = version(pool + networks("two", "ipv4: {within: little, size: 28}"));
    EXPECT_THAT(try_site(lab(6), before.allocations(), other).diagnostics,
                AllOf(HasSubstr("no /28 is left in little for two.R1/ipv4 [pool-exhausted]"),
                      HasSubstr("one.R1/ipv4 has 10.99."), HasSubstr("2 prefixes are "),
                      HasSubstr(freed)));
    const Trial none = try_site(lab(6), before.allocations(), version(pool));
    const Trial after = try_site(lab(6), none.allocations(), other);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(values(after, AllocationKind::prefix, "two"),
              values(before, AllocationKind::prefix, "one"));
}

TEST(Exhaustion, OfVlanIdsSaysWhoHasThemAndByHowMuchTheRangeIsShort) {
    EXPECT_THAT(
        try_site(lab(6), {}, version(networks("one", "vlan: {range: 300-300}"))).diagnostics,
        AllOf(HasSubstr("2 networks need a VLAN id, the range 300-300 has too few "
                        "[pool-exhausted]"),
              HasSubstr("  it has 1 id\n  hint: make the range wider, by 1 at least\n")));
    const Trial before = try_site(lab(6), {}, version(networks("one", "vlan: {range: 300-301}")));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Files other = version(networks("two", "vlan: {range: 300-301}"));
    EXPECT_THAT(try_site(lab(6), before.allocations(), other).diagnostics,
                AllOf(HasSubstr("2 ids are "), HasSubstr(freed)));
    const Trial none = try_site(lab(6), before.allocations(), version(""));
    const Trial after = try_site(lab(6), none.allocations(), other);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(values(after, AllocationKind::vlan, "two"),
              values(before, AllocationKind::vlan, "one"));
    const Trial both = try_site(lab(6), before.allocations(),
                                version(networks("one", "vlan: {range: 300-301}") +
                                        "  two: {per: rack, vlan: {range: 300-301}}\n"));
    EXPECT_THAT(both.diagnostics, HasSubstr("some of them are one's"));
}

TEST(Exhaustion, OfAsNumbersIsSaidOnceAndWhatIsFreedIsThereNext) {
    const auto asns = [](const std::string& role, const std::string& range) {
        return version("asns: {of-" + role + ": {members: {role: " + role + "}, range: " + range +
                       "}}\n");
    };
    EXPECT_THAT(try_site(lab(6), {}, asns("leaf", "65001-65002")).diagnostics,
                AllOf(HasSubstr("of-leaf has too few AS numbers: 2 more needed [pool-exhausted]"),
                      HasSubstr("  the range 65001-65002 has 2 numbers\n"
                                "  the first without is of-leaf/leaf.R2.1\n"
                                "  hint: make the range wider\n1 error in 1 file")));
    const Trial before = try_site(lab(6), {}, asns("leaf", "65001-65004"));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Files other = asns("mgmt-switch", "65001-65004");
    EXPECT_THAT(try_site(lab(6), before.allocations(), other).diagnostics,
                AllOf(HasSubstr("4 numbers are "), HasSubstr(freed)));
    const Trial none = try_site(lab(6), before.allocations(), version(""));
    EXPECT_EQ(values(try_site(lab(6), none.allocations(), other), AllocationKind::asn, "of-"),
              (std::set<std::string>{"65001", "65002"}));
}

TEST(Exhaustion, OfUnitsSaysWhatIsFreeWhatIsFreedAndWhatMakesRoom) {
    const auto low = [](int servers, const std::string& lines) {
        std::string text = lab(servers, lines);
        for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
                 {"units: 42", "units: 8"}, {"unit: 42", "unit: 8"}})
            text.replace(text.find(from), from.size(), to);
        return text;
    };
    const Trial full = try_site(low(6, ""), {}, version(""));
    ASSERT_TRUE(full.outcome) << full.diagnostics;
    EXPECT_THAT(try_site(low(9, ""), {}, version("")).diagnostics,
                AllOf(HasSubstr("trading-server have no place in the site [placement-no-room]"),
                      HasSubstr("short of 1U in one piece on the front face (0U free)"),
                      HasSubstr("another rack, or a higher one, makes room")));
    int most = 6;
    while (try_site(low(most + 1, ""), {}, version("")).outcome) ++most;
    const Trial before = try_site(low(most, ""), {}, version(""));
    EXPECT_THAT(try_site(low(most, retire(1)), before.allocations(), version("")).diagnostics,
                HasSubstr("(0U free; 1U freed by this change, free once it is applied)"));
    const Trial fewer = try_site(low(most - 1, retire(1)), before.allocations(), version(""));
    EXPECT_EQ(try_site(low(most, retire(1)), fewer.allocations(), version("")).diagnostics, "");
}

TEST(Exhaustion, OfPowerSaysHowMuchAndOfOutletsHowMany) {
    const std::string weak = shipped_site("lab1", {{"trading-servers: 6", "trading-servers: 9"}});
    EXPECT_THAT(try_site(weak).diagnostics,
                AllOf(HasSubstr("on feed A with feed B lost"),
                      HasSubstr("more power on the feeds, or another rack, makes room")));
    const Files strips =
        version("models: {pdu-3phase-16a: {ports: {outlets: [\"L[1-3] C13 [01-03]\"]}}}\n");
    const std::string many = try_site(lab(12), {}, strips).diagnostics;
    EXPECT_THAT(many, AllOf(HasSubstr("short of 1 outlet iec-60320-c13 on feed A"),
                            HasSubstr("a strip with more such outlets, or another rack, makes "
                                      "room")));
    int most = 4;
    while (try_site(lab(most + 1), {}, strips).outcome) ++most;
    const Trial before = try_site(lab(most), {}, strips);
    EXPECT_THAT(try_site(lab(most, retire(1)), before.allocations(), strips).diagnostics,
                AllOf(HasSubstr("no outlet iec-60320-c13 is left for trading-server."),
                      HasSubstr("[no-outlet-left]"), HasSubstr("has 9 of them, 8 taken"),
                      HasSubstr("1 outlet is "), HasSubstr(freed)));
    const Trial fewer = try_site(lab(most - 1, retire(1)), before.allocations(), strips);
    EXPECT_EQ(try_site(lab(most, retire(1)), fewer.allocations(), strips).diagnostics, "");
}

TEST(Exhaustion, LabelsAndNumbersNeverRunOutButAreNotHandedOutTwice) {
    const Trial before = try_site(lab(6), {}, version(""));
    const Trial swapped = try_site(lab(6, retire(1)), before.allocations(), version(""));
    ASSERT_TRUE(swapped.outcome) << swapped.diagnostics;
    for (const AllocationKind kind : {AllocationKind::label, AllocationKind::number}) {
        std::set<std::string> gone;
        for (const Allocation& one : before.allocations())
            if (one.kind == kind && one.identity.find("trading-server.1") != std::string::npos)
                gone.insert(one.value);
        EXPECT_FALSE(gone.empty());
        for (const Allocation& one : swapped.allocations())
            if (one.kind == kind) {
                EXPECT_FALSE(gone.contains(one.value)) << one.identity;
            }
    }
    const Trial next = try_site(lab(7, retire(1)), swapped.allocations(), version(""));
    EXPECT_TRUE(
        values(next, AllocationKind::number, "trading-server.8").contains("trading-server/1"));
}

}  // namespace colo::tests
