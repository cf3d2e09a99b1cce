// Cables that are patched over panels in the racks of both ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intent/generator/ways_trial.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

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
