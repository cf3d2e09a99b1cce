// Exceptions: what differs at a site, each broken and each kept apart from the rest.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

std::string with(const std::string& lines) {
    return shipped_site("lab1") + "exceptions:\n" + lines;
}

Trial good(const std::string& lines, const Allocations& earlier = {}) {
    Trial trial = try_site(with(lines), earlier);
    if (!trial.outcome) throw std::runtime_error(trial.diagnostics);
    return trial;
}

std::string said(const std::string& lines) { return try_site(with(lines)).diagnostics; }

template <class T>
const T& find(const std::vector<T>& table, const std::string& id) {
    for (const T& one : table)
        if (one.id.value == id) return one;
    throw std::runtime_error("there is no " + id);
}

const Device& device(const Trial& trial, const std::string& id) {
    return find(trial.intent().devices, id);
}

constexpr const char* why = ", reason: a test}\n";

}  // namespace

TEST(Exceptions, ADeviceStandsWhereItIsSaid) {
    const Trial trial = good(std::string("  - {on: {device: trading-server.2}, set: {place: {rack: "
                                         "R2, unit: 20}}") +
                             why);
    EXPECT_EQ(device(trial, "trading-server.2").rack->value, "R2");
    EXPECT_EQ(*device(trial, "trading-server.2").unit, 20);
    ASSERT_EQ(trial.intent().exceptions.size(), 1U);
    EXPECT_EQ(trial.intent().exceptions[0].set, "place: {rack: R2, unit: 20}");
}

TEST(Exceptions, AFixedUnitIsHadBeforeAllOthersAndNobodyElseMovesForIt) {
    const Trial before = try_site(shipped_site("lab1"));
    const Trial after = good(
        std::string("  - {on: {device: trading-server.2}, set: {place: {rack: R2, unit: 20}}") +
            why,
        before.allocations());
    for (const Device& was : before.intent().devices)
        if (was.id.value != "trading-server.2")
            EXPECT_TRUE(was == device(after, was.id.value)) << was.id.value;
        else
            EXPECT_EQ(was.name, device(after, was.id.value).name);
}

TEST(Exceptions, NumberNameModelAndSystemCanBeFixed) {
    const Trial trial = good(
        std::string("  - {on: {device: trading-server.2}, set: {number: 77, os: debian-12-x}") +
        why + "  - {on: {device: trading-server.3}, set: {name: lab1-special}" + why +
        "  - {on: {role: leaf, rack: R2}, set: {place: {order: 3}, platform: other}" + why);
    EXPECT_EQ(device(trial, "trading-server.2").name, "lab1-srv-077");
    EXPECT_EQ(device(trial, "trading-server.3").name, "lab1-special");
    EXPECT_EQ(*device(trial, "leaf.R2.1").platform, "other");
    EXPECT_EQ(*device(trial, "leaf.R1.1").platform, "linux-switch");
}

TEST(Exceptions, ARetiredOrdinalIsReplacedAndNeverComesBack) {
    const Trial first = try_site(shipped_site("lab1"));
    const Trial second =
        good(std::string("  - {on: {device: trading-server.2}, set: {retired: true}") + why,
             first.allocations());
    EXPECT_THROW(device(second, "trading-server.2"), std::runtime_error);
    EXPECT_EQ(device(second, "trading-server.7").name, "lab1-srv-007");
    const Trial third = try_site(shipped_site("lab1"), second.allocations());
    ASSERT_TRUE(third.outcome) << third.diagnostics;
    EXPECT_THROW(device(third, "trading-server.2"), std::runtime_error);
}

TEST(Exceptions, APairCannotLoseOneMember) {
    EXPECT_THAT(said(std::string("  - {on: {device: wan-router.1}, set: {retired: true}") + why),
                HasSubstr("[pair-incomplete]"));
}

TEST(Exceptions, AddressesAndPrefixesCanBeFixedAndFamiliesLeftOut) {
    const Trial trial = good(
        std::string("  - {on: {device: trading-server.1}, set: {address: {servers: 10.99.4.99}}") +
        why + "  - {on: {network: management}, set: {ipv6: none, ipv4: {prefix: 10.99.60.0/24}}" +
        why);
    EXPECT_EQ(
        to_text(find(trial.intent().addresses, "servers/trading-server.1/ipv4").address.address),
        "10.99.4.99");
    EXPECT_EQ(to_text(find(trial.intent().prefixes, "management/ipv4").prefix), "10.99.60.0/24");
    EXPECT_THROW(find(trial.intent().prefixes, "management/ipv6"), std::runtime_error);
}

TEST(Exceptions, ACableCanHaveAnotherMediumOrLength) {
    const Trial trial = good(
        std::string("  - {on: {cabling: bmc, device: trading-server.1}, set: {length: 7 m}") + why);
    EXPECT_EQ(find(trial.intent().cables, "bmc/trading-server.1/1").length.value, 7000);
    EXPECT_NE(find(trial.intent().cables, "bmc/trading-server.2/1").length.value, 7000);
}

TEST(Exceptions, AWaiverThatWaivesNothingIsIdle) {
    EXPECT_THAT(said(std::string("  - {on: {rack: R1}, set: {waive: feed-loss-overload}") + why),
                HasSubstr("[exception-idle]"));
}

TEST(Exceptions, WhatMeetsNothingOffersTheNearest) {
    const std::string text =
        said(std::string("  - {on: {device: trading-sever.2}, set: {number: 9}") + why);
    EXPECT_THAT(text, HasSubstr("nothing here is meant by device: trading-sever.2 "
                                "[exception-unmatched]"));
    EXPECT_THAT(text, HasSubstr("did you mean trading-server.2?"));
}

TEST(Exceptions, WhatChangesNothingIsIdle) {
    EXPECT_THAT(said(std::string("  - {on: {role: leaf}, set: {model: leaf-48x25}") + why),
                HasSubstr("warning: this exception changes nothing: model: leaf-48x25 "
                          "[exception-idle]"));
}

TEST(Exceptions, TwoOnOneKeyAreAConflict) {
    EXPECT_THAT(said(std::string("  - {on: {device: trading-server.2}, set: {name: a}") + why +
                     "  - {on: {role: trading-server}, set: {name: b}" + why),
                HasSubstr("two exceptions set name of one thing [exception-conflict]"));
}

TEST(Exceptions, FormIsChecked) {
    EXPECT_THAT(said("  - {on: {device: trading-server.2}, set: {number: 9}}\n"),
                HasSubstr("reason is missing here [missing-key]"));
    EXPECT_THAT(said("  - {on: {device: trading-server.2}, set: {number: 9}, reason: ''}\n"),
                HasSubstr("[exception-without-reason]"));
    EXPECT_THAT(said("  - {on: {device: trading-server.2}, set: {number: 9}, reason: x, until: "
                     "2027-02-30}\n"),
                HasSubstr("2027-02-30 is not a day [wrong-type]"));
    EXPECT_THAT(said(std::string("  - {on: {rack: R1}, set: {model: leaf-48x25}") + why),
                HasSubstr("[exception-unclear]"));
    EXPECT_THAT(
        said(std::string("  - {on: {device: trading-server.2}, set: {modle: leaf-48x25}") + why),
        HasSubstr("did you mean model?"));
    EXPECT_THAT(said("  - {on: {device: trading-server.2}, set: {retired: true}, reason: it broke, "
                     "and was replaced}\n"),
                HasSubstr("hint: a comma ends a text inside { }: put the whole text in quotes"));
}

}  // namespace colo::tests
