// What edits of a site do to what is there: removed and added back, retired, moved, swapped in
// their order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/intent/generator/kept_things.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Edits = std::vector<std::pair<std::string, std::string>>;

const std::pair<std::string, std::string> more_power{"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"};

/// lab1 with room for many servers, and lines behind its parameters.
std::string lab(int servers, const std::string& lines = "") {
    return shipped_site("lab1",
                        {more_power,
                         {"trading-servers: 6", "trading-servers: " + std::to_string(servers)},
                         {"  ptp: false\n", "  ptp: false\n" + lines}});
}

std::string exceptions(const std::string& all) { return "exceptions:\n" + all; }

std::string retire(int server) {
    return "  - {on: {device: trading-server." + std::to_string(server) +
           "}, set: {retired: true}, reason: broken}\n";
}

std::string put(int server, const std::string& place) {
    return "  - {on: {device: trading-server." + std::to_string(server) + "}, set: {place: {" +
           place + "}}, reason: moved}\n";
}

Trial next(const std::string& text, const Trial& before) {
    Trial after = try_site(text, before.allocations());
    EXPECT_TRUE(after.outcome) << after.diagnostics;
    return after;
}

std::set<std::string> servers(const Trial& trial) {
    std::set<std::string> ids;
    for (const Device& device : trial.intent().devices)
        if (device.role == "trading-server") ids.insert(device.id.value.substr(15));
    return ids;
}

std::string place(const Trial& trial, const std::string& id) {
    for (const Device& device : trial.intent().devices)
        if (device.id.value == id)
            return device.rack->value + " U" + std::to_string(device.unit.value_or(0));
    return "none";
}

}  // namespace

TEST(Edits, AServerRemovedAndAddedBackBeforeApplyingIsWhereItWas) {
    const Trial before = try_site(lab(6));
    const Trial again = next(lab(6), before);  // the removal was never applied
    EXPECT_EQ(again.allocations(), before.allocations());
}

TEST(Edits, AServerRemovedAppliedAndAddedBackTakesTheLowestFree) {
    const Trial before = try_site(lab(6));
    const Trial fewer = next(lab(5), before);
    EXPECT_THAT(moved(before.intent(), fewer.intent()), IsEmpty());
    const Trial back = next(lab(6), fewer);
    EXPECT_THAT(moved(fewer.intent(), back.intent()), IsEmpty());
    EXPECT_THAT(moved(before.intent(), back.intent()), IsEmpty()) << "nobody came in between";
}

TEST(Edits, WhatARemovedServerHadIsAnothersOnceItWasApplied) {
    const Trial before = try_site(lab(6));
    const Trial gone = next(lab(6, exceptions(retire(3))), before);
    EXPECT_EQ(place(before, "trading-server.3"), "R1 U2");
    EXPECT_EQ(place(gone, "trading-server.7"), "R1 U4") << "U2 is freed by this plan";
    const Trial more = next(lab(7, exceptions(retire(3))), gone);
    EXPECT_THAT(moved(gone.intent(), more.intent()), IsEmpty());
    EXPECT_EQ(place(more, "trading-server.8"), "R1 U2") << "and free for the next one";
}

TEST(Edits, ARetiredServerIsReplacedByANewOrdinal) {
    const Trial before = try_site(lab(6));
    const Trial after = next(lab(6, exceptions(retire(2))), before);
    EXPECT_THAT(servers(after), ElementsAre("1", "3", "4", "5", "6", "7"));
    EXPECT_THAT(moved(before.intent(), after.intent()), IsEmpty());
    const Trial later = next(lab(6), after);  // the exception has gone, the ordinal stays retired
    EXPECT_EQ(later.allocations(), after.allocations());
}

TEST(Edits, ARetiredServerWithTheCountLoweredIsNotReplaced) {
    const Trial before = try_site(lab(6));
    const Trial after = next(lab(5, exceptions(retire(2))), before);
    EXPECT_THAT(servers(after), ElementsAre("1", "3", "4", "5", "6"));
    EXPECT_THAT(moved(before.intent(), after.intent()), IsEmpty());
}

TEST(Edits, AServerMovedByAnExceptionMovesAloneAndComesBackWhenAsked) {
    const Trial before = try_site(lab(6));
    const Trial away = next(lab(6, exceptions(put(1, "rack: R2, unit: 20"))), before);
    EXPECT_EQ(place(away, "trading-server.1"), "R2 U20");
    for (const std::string& one : moved(before.intent(), away.intent()))
        EXPECT_THAT(one, HasSubstr("trading-server.1")) << "with its cables, and nothing else";
    const Trial stays = next(lab(6), away);
    EXPECT_EQ(place(stays, "trading-server.1"), "R2 U20")
        << "without the exception it stays where it stands: nothing moves by itself";
    const Trial back = next(lab(6, exceptions(put(1, "rack: R1, unit: 1"))), stays);
    EXPECT_EQ(place(back, "trading-server.1"), "R1 U1");
    for (const std::string& one : moved(before.intent(), back.intent()))
        EXPECT_TRUE(one.starts_with("cable ")) << one;
}

TEST(Edits, ShrinkingTakesTheHighestAndGrowingAddsAtTheEnd) {
    const Trial before = try_site(lab(20));
    const Trial fewer = next(lab(11), before);
    EXPECT_EQ(servers(fewer).size(), 11U);
    EXPECT_TRUE(servers(fewer).contains("11"));
    EXPECT_FALSE(servers(fewer).contains("12"));
    EXPECT_THAT(moved(before.intent(), fewer.intent()), IsEmpty());
    const Trial more = next(lab(26), fewer);
    EXPECT_THAT(moved(fewer.intent(), more.intent()), IsEmpty());
    for (const std::string& one : moved(before.intent(), more.intent()))
        EXPECT_TRUE(one.starts_with("cable "))
            << "what comes back is new, in its labels too: " << one;
}

TEST(Edits, AVlanIdThatAnExceptionSaysIsThatOfOneScopeAlone) {
    const auto with = [](const std::string& scope, const std::string& id) {
        Files files{{"standards/trading-colo/9.0.0/standard.yaml",
                     "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
                     "extends: trading-colo 1.0.0\n"
                     "networks:\n  one: {per: rack, vlan: {range: 300-309}}\n"
                     "  two: {per: rack, vlan: {range: 300-309}}\n"}};
        std::string text = lab(6, exceptions("  - {on: {network: " + scope +
                                             "}, set: {vlan: " + id + "}, reason: theirs}\n"));
        text.replace(text.find("trading-colo 1.0.0"), 18, "trading-colo 9.0.0");
        const Trial trial = try_site(text, {}, files);
        EXPECT_TRUE(trial.outcome) << trial.diagnostics;
        std::vector<std::int64_t> ids;
        for (const Vlan& vlan : trial.intent().vlans)
            if (vlan.rule == "one" || vlan.rule == "two") ids.push_back(vlan.vid);
        return ids;
    };
    EXPECT_THAT(with("one.R1", "250"), ElementsAre(250, 300, 301, 302));
    EXPECT_THAT(with("one.R2", "250"), ElementsAre(300, 250, 301, 302));
    EXPECT_THAT(with("one.R2", "300"), ElementsAre(301, 300, 302, 303))
        << "what is said, no newcomer takes";
}

/// Promised of two edits in either order: what was there before both is where it was, and the
/// things that there are are the same. Not promised: that what each edit adds gets the same place,
/// number or label; who comes first chooses first.
TEST(Edits, InEitherOrderLeaveWhatWasThereAndMakeTheSameThings) {
    const Trial before = try_site(lab(6));
    const std::string retired = exceptions(retire(2)), clock = "  ptp: true\n";
    const auto with_clock = [&](int count, const std::string& lines) {
        std::string text = lab(count, lines);
        return text.replace(text.find("  ptp: false\n"), 13, clock);
    };
    for (const auto& [first, second, both] :
         std::vector<std::array<std::string, 3>>{{lab(9), lab(6, retired), lab(9, retired)},
                                                 {lab(9), with_clock(6, ""), with_clock(9, "")},
                                                 {lab(4), with_clock(6, ""), with_clock(4, "")}}) {
        const Trial one = next(both, next(first, before));
        const Trial other = next(both, next(second, before));
        EXPECT_THAT(moved(before.intent(), one.intent()), IsEmpty());
        EXPECT_THAT(moved(before.intent(), other.intent()), IsEmpty());
        std::set<std::string> of_one, of_other;
        for (const auto& [name, value] : kept_things(one.intent())) of_one.insert(name);
        for (const auto& [name, value] : kept_things(other.intent())) of_other.insert(name);
        EXPECT_EQ(of_one, of_other);
    }
}

TEST(Edits, ARoleThatIsRenamedKeepsEverythingAndGrowsOn) {
    const Trial before = try_site(lab(6));
    const Files renamed{
        {"standards/trading-colo/9.0.0/standard.yaml",
         "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
         "extends: trading-colo 1.0.0\nremove: [roles.trading-server]\n"
         "moved: [{from: \"trading-server.*\", to: \"compute.*\"}]\n"
         "roles:\n  compute: {model: server-25g, count: {parameter: trading-servers}, place: "
         "{units: bottom}, name: \"{site}-srv-{n:03}\", platform: debian}\n"
         "cabling:\n  server-data: {from: {role: compute, ports: data}}\n"
         "  bmc: {from: {role: compute, ports: bmc}}\n"
         "networks: {servers: {members: {role: compute, ports: data}}}\n"}};
    const auto on_next = [](std::string text) {
        return text.replace(text.find("trading-colo 1.0.0"), 18, "trading-colo 9.0.0");
    };
    const Trial after = try_site(on_next(lab(6)), before.allocations(), renamed);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    const auto renamed_text = [](std::string text) {
        for (std::size_t at = text.find("trading-server."); at != std::string::npos;
             at = text.find("trading-server."))
            text.replace(at, 15, "compute.");
        return text;
    };
    std::map<std::string, std::string> renamed_things;
    for (const auto& [name, value] : kept_things(before.intent()))
        renamed_things[renamed_text(name)] = renamed_text(value);
    EXPECT_EQ(kept_things(after.intent()), renamed_things);
    const Trial more = try_site(on_next(lab(8)), after.allocations(), renamed);
    ASSERT_TRUE(more.outcome) << more.diagnostics;
    EXPECT_THAT(moved(after.intent(), more.intent()), IsEmpty());
    EXPECT_EQ(place(more, "compute.7"), "R1 U4");
}

}  // namespace colo::tests
