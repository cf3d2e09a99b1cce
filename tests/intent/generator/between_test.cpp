// Cables that run through other devices: taps on a line, panels between racks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* tap_type =
    "manufacturer: Generic\nmodel: Tap-4\nslug: tap-4\nu_height: 1\nis_full_depth: false\n"
    "front-ports:\n"
    "  - {name: Line 1, type: lc, rear_port: Out 1}\n  - {name: Line 2, type: lc, rear_port: Out "
    "2}\n"
    "rear-ports:\n  - {name: Out 1, type: lc}\n  - {name: Out 2, type: lc}\n"
    "  - {name: Monitor 1, type: lc}\n  - {name: Monitor 2, type: lc}\n";

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

Trial try_tapped(const std::string& standard, const Allocations& earlier = {},
                 const std::vector<std::pair<std::string, std::string>>& edits = {}) {
    auto all = edits;
    all.insert(all.begin(), {"trading-colo 1.0.0", "trading-colo 9.0.0"});
    return try_site(shipped_site("lab1", all), earlier,
                    {{"standards/trading-colo/9.0.0/standard.yaml", standard},
                     {"standards/device-types/Generic/Tap-4.yaml", tap_type}});
}

const Cable& cable(const Trial& trial, const std::string& id) {
    for (const Cable& one : trial.intent().cables)
        if (one.id.value == id) return one;
    throw std::runtime_error("no cable " + id);
}

std::string ends(const Cable& cable) {
    const auto text = [](const CableEnd& end) {
        return end.port ? end.port->value : end.text.value_or("");
    };
    return text(cable.a) + " -- " + text(cable.b);
}

/// The cables of a way, as `id: from -- to`.
std::vector<std::string> pieces(const Trial& trial, const std::string& way) {
    std::vector<std::string> out;
    for (const Cable& one : trial.intent().cables)
        if (one.path == way) out.push_back(one.id.value + ": " + ends(one));
    return out;
}

std::optional<CableId> cable_of_port(const Trial& trial, const std::string& id) {
    for (const Interface& port : trial.intent().interfaces)
        if (port.id.value == id) return port.cable;
    for (const PanelPort& port : trial.intent().panel_ports)
        if (port.id.value == id) return port.cable;
    throw std::runtime_error("no port " + id);
}

/// Panels in each rack, over which what is longer than copper reaches is patched.
constexpr const char* patched_25g =
    "{fits: [25gbase-x-sfp28, lc], speed: 25G, transceiver: SFP-25G-SR, fibre: om4-lc, longest: "
    "100 m, via: {role: patch-panel, trunk: trunk}}";

std::string patched(const std::string& medium = patched_25g,
                    const std::string& count = "per: rack, ",
                    const std::string& name = "{site}-{rack}-pp") {
    return "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
           "extends: trading-colo 1.0.0\nroles:\n"
           "  patch-panel: {model: panel-24, " +
           count + "place: {units: top}, name: \"" + name +
           "\"}\n"
           "media:\n  trunk: {fits: [lc], lengths: [5 m, 10 m]}\n  patched-25g: " +
           medium + "\ncabling:\n  uplink: {media: [patched-25g, dac-25g]}\n";
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

TEST(Patched, ACableBetweenRacksIsTwoCordsAndATrunk) {
    const Trial trial = try_tapped(patched());
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    const std::string way = "uplink/leaf.R1.1/exchange-router.2/1";
    EXPECT_THAT(
        pieces(trial, way),
        ElementsAre(way + "/1: leaf.R1.1:Ethernet42 -- patch-panel.R1:front/Port 1",
                    way + "/2: patch-panel.R1:rear/Port 1 -- patch-panel.R2:rear/Port 1",
                    way + "/3: patch-panel.R2:front/Port 1 -- exchange-router.2:Ethernet7"));
    EXPECT_EQ(cable(trial, way + "/1").media, "patched-25g");
    EXPECT_EQ(cable(trial, way + "/2").media, "trunk");
    EXPECT_EQ(cable(trial, way + "/1").colour, "aqua");
    // within the rack it is plugged directly
    EXPECT_EQ(cable(trial, "uplink/leaf.R1.1/exchange-router.1/1").media, "dac-25g");
}

TEST(Patched, TheNetworkIsFollowedThroughThePanels) {
    const Trial whole = try_tapped(patched() + "survives: [leaf, exchange-router]\n");
    ASSERT_TRUE(whole.outcome) << whole.diagnostics;
    EXPECT_EQ(whole.diagnostics, "");
    // each leaf reaches the router of its own rack without them
    EXPECT_EQ(try_tapped(patched() + "survives: [patch-panel]\n").diagnostics, "");
}

TEST(Patched, AWayStaysOnItsPanels) {
    const Trial before = try_tapped(patched());
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial again = try_tapped(patched(), before.allocations());
    ASSERT_TRUE(again.outcome) << again.diagnostics;
    EXPECT_TRUE(again.intent() == before.intent());
    EXPECT_EQ(again.allocations(), before.allocations());
}

TEST(Patched, OtherCablesTakeNoPortThatAWayHas) {
    const Trial before = try_tapped(patched());
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const std::string spare =
        "  aa: {from: {role: exchange-router, ports: spare}, to: {role: patch-panel, same: rack, "
        "ports: cross-connects}, media: [sm-10g]}\n"
        "models: {router-48x25: {ports: {spare: \"Ethernet46\"}}}\n";
    const Trial after = try_tapped(patched() + spare, before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    const std::string way = "uplink/leaf.R1.1/exchange-router.2/1";
    EXPECT_EQ(pieces(after, way), pieces(before, way));
    // ways that go keep their ports for this plan
    std::string direct = patched() + spare;
    direct.replace(direct.find("[patched-25g, dac-25g]"), 22, "[dac-25g]");
    const Trial freed = try_tapped(direct, before.allocations());
    ASSERT_TRUE(freed.outcome) << freed.diagnostics;
    EXPECT_EQ(*cable(freed, "aa/exchange-router.1/1").b.name,
              *cable(after, "aa/exchange-router.1/1").b.name);
}

TEST(Patched, ALinkCarriesItsNetworkThroughThePanels) {
    const std::string more =
        "models: {router-48x25: {ports: {x: \"Ethernet46\"}}}\nnetworks:\n"
        "  xnet: {ipv4: {within: infra4, size: 28}, members: {role: wan-router, member: 2, ports: "
        "x}, gateway: {on: {role: exchange-router, member: 1, ports: x}, kind: single}}\n";
    const Trial trial = try_tapped(
        patched() + more, {},
        {{"parameters:", "links: {L1: {a: \"wan-router.2:Ethernet46\", b: "
                         "\"exchange-router.1:Ethernet46\", media: patched-25g, carries: "
                         "[xnet]}}\nparameters:"}});
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    EXPECT_EQ(pieces(trial, "links/L1").size(), 3U);
}

TEST(Patched, ATrunkMustSuitItsCords) {
    const auto said = [](const std::string& medium) {
        return try_tapped(patched(medium)).diagnostics;
    };
    const std::string cords =
        "{fits: [25gbase-x-sfp28, lc], speed: 25G, transceiver: SFP-25G-SR, fibre: om4-lc, via: ";
    EXPECT_THAT(said(cords + "{role: patch-panel, trunk: sm-10g}}"),
                HasSubstr("sm-10g cannot be the trunk of patched-25g: it runs at 10G, the cords at "
                          "25G [trunk-unfit]"));
    EXPECT_THAT(
        said(cords + "{role: patch-panel, trunk: cat6a}}"),
        HasSubstr("patched-25g cannot be patched over Generic/LC-24-port-fiber-patch-panel: "
                  "its ports are lc before lc [trunk-unfit]"));
    EXPECT_THAT(said(cords + "{role: leaf, ports: servers}}"),
                HasSubstr("has no front port with a rear port of its own"));
    EXPECT_THAT(said(cords + "patch-panel}"), testing::Not(HasSubstr("unknown role")));
}

TEST(Patched, ALongerStockThatDoesNotReachIsLeftForTheNextMedium) {
    const Trial trial = try_tapped(patched(
        "{fits: [25gbase-x-sfp28, lc], speed: 25G, transceiver: SFP-25G-SR, fibre: long, longest: "
        "30 m, via: {role: patch-panel}}\n  long: {fits: [lc], lengths: [15 m]}"));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(cable(trial, "uplink/leaf.R1.1/exchange-router.2/1").media, "dac-25g");
}

TEST(Patched, FallsToTheNextMediumWhereNoPanelIsLeft) {
    const Trial none = try_tapped(
        patched("{fits: [25gbase-x-sfp28, lc], speed: 25G, transceiver: SFP-25G-SR, fibre: om4-lc, "
                "via: {role: patch-panel}}",
                "count: 1, ", "{site}-pp-{n}"));
    ASSERT_TRUE(none.outcome) << none.diagnostics;
    EXPECT_EQ(cable(none, "uplink/leaf.R1.1/exchange-router.2/1").media, "dac-25g");
    const Trial nothing_else = try_tapped(patched(
        patched_25g + std::string("\n  dac-25g: {longest: 2 m}"), "count: 1, ", "{site}-pp-{n}"));
    EXPECT_THAT(nothing_else.diagnostics,
                AllOf(HasSubstr("patched-25g finds no free port on a patch-panel in rack R"),
                      HasSubstr("[media-does-not-fit]")));
}

}  // namespace colo::tests
