// Cables that run through a device of their rule's choice: taps on a line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/intent/generator/ways_trial.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// Taps in the exchange lines of trading-colo 1.0.0, and what this says besides.
std::string tapped(const std::string& via, const std::string& rest = "") {
    return "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
           "extends: trading-colo 1.0.0\nmodels:\n"
           "  tap: {device-type: Generic/Tap-4, ports: {line: \"Line [1-2]\", out: \"Out [1-2]\", "
           "monitor: \"Monitor [1-2]\", first: \"Monitor 1\"}}\n"
           "roles:\n  tap: {model: tap, count: 2, redundancy: pair, place: {units: top, near: "
           "{circuit: exchange}}, name: \"{site}-tap-{n}\"}\n"
           "cabling:\n  exchange: {via: " +
           via + "}\n" + rest;
}

const std::string same_side = "{role: tap, pick: same-side, in: line, out: out}";

std::optional<CableId> cable_of_port(const Trial& trial, const std::string& id) {
    for (const Interface& port : trial.intent().interfaces)
        if (port.id.value == id) return port.cable;
    for (const PanelPort& port : trial.intent().panel_ports)
        if (port.id.value == id) return port.cable;
    throw std::runtime_error("no port " + id);
}

}  // namespace

TEST(Via, ATapMakesTwoCordsAndOneWay) {
    const Trial trial = try_tapped(tapped(same_side));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    EXPECT_THAT(pieces(trial, "exchange/X-1"),
                ElementsAre("exchange/X-1/1: panel.R1.PP1:front/Port 1 -- tap.1:front/Line 1",
                            "exchange/X-1/2: tap.1:rear/Out 1 -- exchange-router.1:Ethernet1"));
    EXPECT_THAT(pieces(trial, "exchange/X-2"),
                ElementsAre(HasSubstr("tap.2:front/Line 1"), HasSubstr("tap.2:rear/Out 1")));
    EXPECT_EQ(cable_of_port(trial, "tap.1:front/Line 1")->value, "exchange/X-1/1");
    EXPECT_EQ(cable_of_port(trial, "tap.1:rear/Out 1")->value, "exchange/X-1/2");
    EXPECT_EQ(cable_of_port(trial, "exchange-router.1:Ethernet1")->value, "exchange/X-1/2");
    EXPECT_EQ(trial.intent().circuits.back().cable->value, "exchange/X-2/1");
}

TEST(Via, EachPieceIsLaidAndLabelledByItself) {
    const Trial trial = try_tapped(tapped(same_side));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    const Cable &first = cable(trial, "exchange/X-1/1"), &second = cable(trial, "exchange/X-1/2");
    EXPECT_NE(first.label, second.label);
    EXPECT_EQ(first.media, "sm-10g");
    EXPECT_EQ(first.kind, CableKind::circuit);
    EXPECT_LT(first.route_length.value(), first.length);
    EXPECT_LT(second.route_length.value(), second.length);
    std::set<std::string> labels;
    for (const Cable& one : trial.intent().cables) labels.insert(one.label);
    EXPECT_EQ(labels.size(), trial.intent().cables.size());
}

TEST(Via, MonitorPortsAreAnOrdinaryRule) {
    const Trial trial = try_tapped(
        tapped(same_side,
               "  monitor: {from: {role: tap, ports: monitor}, to: {role: exchange-router, pick: "
               "same-member, ports: circuits}, media: [sm-10g]}\n"));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(ends(cable(trial, "monitor/tap.1/1")).substr(0, 20), "tap.1:rear/Monitor 1");
}

TEST(Via, AWayStaysWhereItIs) {
    const Trial before = try_tapped(tapped(same_side));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = try_tapped(
        tapped(same_side), before.allocations(),
        {{"  X-2: {kind",
          "  A-0: {kind: exchange, exchange: simulator, side: A, speed: 10G, media: sm-10g, "
          "handoff: {rack: R1, panel: PP1, port: 3}}\n  X-2: {kind"}});
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(pieces(after, "exchange/X-1"), pieces(before, "exchange/X-1"));
    EXPECT_EQ(cable(after, "exchange/X-1/1").label, cable(before, "exchange/X-1/1").label);
    EXPECT_THAT(pieces(after, "exchange/A-0"),
                ElementsAre(HasSubstr("tap.1:front/Line 2"), HasSubstr("tap.1:rear/Out 2")));
    // the first goes: its place is not given to another before that was carried out
    const Trial freed =
        try_tapped(tapped(same_side), before.allocations(),
                   {{"  X-1: {kind", "  A-0: {kind"},
                    {"panel: PP1, port: 1}}\n  X-2", "panel: PP1, port: 9}}\n  X-2"}});
    ASSERT_TRUE(freed.outcome) << freed.diagnostics;
    EXPECT_THAT(pieces(freed, "exchange/A-0"),
                ElementsAre(HasSubstr("tap.1:front/Line 2"), HasSubstr("tap.1:rear/Out 2")));
}

TEST(Via, AWayThatIsNoLongerMeantIsANewcomer) {
    const Trial before = try_tapped(tapped(same_side));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = try_tapped(tapped("{role: tap, pick: same-side, in: out, out: monitor}"),
                                   before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_THAT(pieces(after, "exchange/X-1"),
                ElementsAre(HasSubstr("tap.1:rear/Out 1"), HasSubstr("tap.1:rear/Monitor 1")));
}

TEST(Via, AWayGivesWayToWhatTheSiteSays) {
    const Trial before = try_tapped(tapped(same_side));
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const std::vector<std::pair<std::string, std::string>> link{
        {"parameters:",
         "links: {L1: {a: \"tap.1:rear/Out 1\", b: \"tap.2:rear/Monitor 2\", media: os2-lc}}\n"
         "parameters:"}};
    const Trial after = try_tapped(tapped(same_side), before.allocations(), link);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_THAT(pieces(after, "exchange/X-1"),
                ElementsAre(HasSubstr("tap.1:front/Line 2"), HasSubstr("tap.1:rear/Out 2")));
}

TEST(Via, PortsOfOtherRulesAreLeftAlone) {
    const std::string monitored =
        "  monitor: {from: {role: tap, ports: first}, to: {role: exchange-router, pick: "
        "same-member, ports: circuits}, media: [sm-10g]}\n";
    const Trial trial =
        try_tapped(tapped("{role: tap, pick: same-side, in: line, out: monitor}", monitored));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_THAT(pieces(trial, "exchange/X-1"),
                ElementsAre(HasSubstr("tap.1:front/Line 2"), HasSubstr("tap.1:rear/Monitor 2")));
}

TEST(Via, AnExceptionMaySayAWay) {
    const Trial trial =
        try_tapped(tapped("{role: tap, pick: same-side, in: line, out: out}"), {},
                   {{"parameters:",
                     "exceptions: [{on: {cabling: wan}, set: {via: {role: tap, pick: same-side, "
                     "in: line, out: out}}, reason: watched for a month}]\nparameters:"}});
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(pieces(trial, "wan/W-1").size(), 2U);
    EXPECT_EQ(pieces(trial, "exchange/X-1").size(), 2U);
}

TEST(Via, WhatALinkLeavesIsNotHandedOutInTheSamePlan) {
    const std::vector<std::pair<std::string, std::string>> link{
        {"parameters:",
         "links: {L1: {a: \"tap.1:rear/Out 1\", b: \"panel.R2.PP1:front/Port 9\", media: os2-lc}}\n"
         "parameters:"}};
    const Trial before = try_tapped(
        tapped(same_side), {},
        {link.front(), {"exchange: simulator, side: A", "exchange: simulator, side: B"}});
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = try_tapped(tapped(same_side), before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_THAT(pieces(after, "exchange/X-1"),
                ElementsAre(HasSubstr("tap.1:front/Line 2"), HasSubstr("tap.1:rear/Out 2")));
}

TEST(Via, WhatCannotBeMeantIsRefused) {
    EXPECT_THAT(try_tapped(tapped("{role: tap, in: line, out: line}")).diagnostics,
                HasSubstr("port Line 1 of model tap would be entered and left [via-unequal]"));
    EXPECT_THAT(try_tapped(tapped("{role: any, in: line, out: out}")).diagnostics,
                HasSubstr("any says too little here"));
    EXPECT_THAT(try_tapped(tapped("{role: tap, same: rack, in: line, out: out}")).diagnostics,
                HasSubstr("a circuit shares no rack, row or group with a device"));
    EXPECT_THAT(
        try_tapped(tapped("{role: tap, pick: same-member, in: line, out: out}")).diagnostics,
        HasSubstr("a circuit is no member of a pair"));
    EXPECT_THAT(
        try_tapped(tapped(same_side), {},
                   {{"parameters:", "exceptions: [{on: {cabling: exchange}, set: {via: {in: "
                                    "nosuch}}, reason: x}]\nparameters:"}})
            .diagnostics,
        HasSubstr("no port group nosuch"));
}

TEST(Via, SaysWhatIsShort) {
    const Trial full = try_tapped(
        tapped(same_side), {},
        {{"  X-2: {kind",
          "  A-0: {kind: exchange, exchange: simulator, side: A, speed: 10G, media: sm-10g, "
          "handoff: {rack: R1, panel: PP1, port: 3}}\n"
          "  A-1: {kind: exchange, exchange: simulator, side: A, speed: 10G, media: sm-10g, "
          "handoff: {rack: R1, panel: PP1, port: 4}}\n  X-2: {kind"}});
    EXPECT_FALSE(full.outcome);
    EXPECT_THAT(full.diagnostics,
                AllOf(HasSubstr("exchange has no way through tap left for 1 cable"),
                      HasSubstr("[ports-exhausted]"), HasSubstr("raise the count of tap")));
    const Trial nowhere =
        try_tapped(tapped("{role: tap, where: {taps: here}, pick: same-side, in: line, out: out}"));
    EXPECT_THAT(nowhere.diagnostics,
                HasSubstr("cabling rule exchange selects nothing to run through"));
    EXPECT_THAT(try_tapped(tapped("{role: tap, in: line, out: monitors}")).diagnostics,
                HasSubstr("model tap of role tap has no port group monitors"));
    EXPECT_THAT(try_tapped(tapped("{role: tab, in: line, out: out}")).diagnostics,
                HasSubstr("unknown role tab"));
}

TEST(Via, ReachIsThatOfTheWholeWay) {
    const Trial trial = try_tapped(tapped(same_side, "media: {sm-10g: {longest: 3 m}}\n"));
    EXPECT_FALSE(trial.outcome);
    EXPECT_THAT(trial.diagnostics, HasSubstr("sm-10g reaches 3 m, the route is"));
}

}  // namespace colo::tests
