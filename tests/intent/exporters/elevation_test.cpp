#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "intent/exporters/elevation.h"
#include "intent/exporters/exporter.h"
#include "tests/golden.h"
#include "tests/intent/exporters/drawn.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Elevation, IsTheGoldenFileForATinySite) {
    tests::expect_golden("intent/exporters/golden/tiny-R01.svg",
                         elevation_svg({tests::tiny_site(), 7}).at("ams1-R01.svg"));
}

TEST(Elevation, FitsOnA4AlsoWith47Units) {
    const Drawing drawing = drawn(tests::sample_site());
    EXPECT_EQ(drawing.width, mm(210));
    EXPECT_LE(drawing.height, mm(297));
    Micrometres smallest = mm(100);
    each<Text>(drawing.shapes, [&](const Text& text) { smallest = std::min(smallest, text.size); });
    EXPECT_GE(smallest, mm(2.1)) << "6 points";
}

TEST(Elevation, TheHeaderSaysWhichRackWhereAndOfWhichRevision) {
    EXPECT_THAT(texts(drawn(tests::sample_site())),
                AllOf(Contains("ams1  R01"), Contains("revision 7"),
                      Contains("Equinix AM3, Amsterdam"), Contains("trading-colo 1.0.0"),
                      Contains("row A, position 1, 47 U, 600 x 1070 mm")));
    EXPECT_THAT(texts(drawn(tests::sample_site(), 1)), Contains("ams1  Käfig 7.02 (R02)"));
    EXPECT_THAT(texts(drawn(tests::sample_site(), 0, 0)), Contains("not applied"));
}

TEST(Elevation, EveryUnitIsNumberedOnBothSidesOfBothFaces) {
    const auto all = texts(drawn(tests::sample_site()));
    for (int unit = 1; unit <= 47; ++unit)
        EXPECT_GE(std::count(all.begin(), all.end(), std::to_string(unit)), 4) << unit;
}

TEST(Elevation, AHigherUnitIsHigherOnThePage) {
    Micrometres low = 0, high = 0;
    each<Text>(drawn(tests::sample_site()).shapes, [&](const Text& text) {
        if (text.content == "ams1-srv-001") low = text.at.y;
        if (text.content == "ams1-r01-pp1") high = text.at.y;
    });
    EXPECT_GT(low, high);
    EXPECT_GT(high, 0);
}

TEST(Elevation, ADeviceSaysItsNameModelAndUnits) {
    EXPECT_THAT(
        texts(drawn(tests::sample_site())),
        AllOf(Contains("ams1-srv-008"), Contains("PowerEdge-R650xs-25G"), Contains("U8-9")));
}

TEST(Elevation, AChassisSaysWhatIsInItsBays) {
    Intent site = tests::tiny_site();
    tests::add_device(site, "chassis.1", "chassis", "R01", 20, 4).name = "ams1-chs-1";
    for (const char* slot : {"1", "2", "3", "4"}) {
        Device& sled = tests::add_device(site, std::string("sled.") + slot, "sled", "R01", 20, 0);
        sled.name = std::string("par-sled-") + slot;
        sled.parent = DeviceId("chassis.1");
        sled.bay = std::string("Slot ") + slot;
    }
    site.sort();
    const Drawing drawing = drawn(site);
    EXPECT_THAT(texts(drawing), AllOf(Contains("par-sled-1 | par-sled-2 | par-sled-3 | par-sled-4"),
                                      testing::Not(Contains("par-sled-1"))));
}

TEST(Elevation, WhatIsShortenedStandsWholeInTheTitle) {
    std::vector<std::string> titles;
    const Drawing drawing = drawn(tests::sample_site());
    each<Group>(drawing.shapes, [&](const Group& group) { titles.push_back(group.title); });
    const std::string name = "ams1-a-server-with-a-name-of-sixty-three-letters-as-dns-allows-x";
    EXPECT_THAT(texts(drawing), Not(Contains(name)));
    EXPECT_THAT(titles, Contains(HasSubstr(name)));
    EXPECT_THAT(titles, Contains("ams1-srv-003 (trading-server.3)\n"
                                 "role: trading-server\n"
                                 "model: server-25g, Dell/PowerEdge-R650xs-25G\n"
                                 "place: R01 U3, front, full depth\n"
                                 "serial: 7XK2 <M&M>\n"
                                 "power: 300 W typical, 420 W maximum\n"
                                 "weight: 19 kg"));
}

TEST(Elevation, AStripShowsItsFeedAndTheNameItHasOnLabels) {
    const auto all = texts(drawn(tests::sample_site()));
    EXPECT_THAT(all,
                AllOf(Contains("A"), Contains("B"), Contains("PDU-A · ams1-pdu.R01.A · AP8881")));
}

TEST(Elevation, AFeedOverItsLimitSaysSoInWordsAndInRed) {
    const Drawing drawing = drawn(tests::sample_site());
    std::vector<std::string> alarms;
    each<Text>(drawing.shapes, [&](const Text& text) {
        if (text.style == "alarm") alarms.push_back(text.content);
    });
    EXPECT_THAT(alarms, ElementsAre("5.1 kW of 5 kW (102 %) OVER", "5.21 kW of 5 kW (104 %) OVER"));
    EXPECT_THAT(texts(drawing), Contains("2.6 kW of 5 kW (52 %)"));
}

TEST(Elevation, AFeedOneWattOverItsLimitIsNotCalledFull) {
    Intent site = tests::sample_site();
    site.racks[0].feeds["A"].maximum = watts(5001);
    EXPECT_THAT(texts(drawn(site)), Contains("5 kW of 5 kW (101 %) OVER"));
}

TEST(Elevation, TheLoadIsTheOneThatTheStandardBudgetsWith) {
    Intent site = tests::sample_site();
    site.head.power_basis.budget = "typical";
    EXPECT_THAT(texts(drawn(site)),
                AllOf(Contains("load, sum of typical draws"), Contains("1.8 kW of 5 kW (36 %)")));
}

TEST(Elevation, TheSumsSayWhatIsFreeAndWhatIsNotKnown) {
    EXPECT_THAT(texts(drawn(tests::sample_site())),
                AllOf(Contains("30 of 47 U on both faces"), Contains("also 1 U on the rear only"),
                      Contains("412.5 kg of 900 kg (46 %)"),
                      Contains("not counted: 6 devices of unknown weight")));
    EXPECT_THAT(texts(drawn(tests::sample_site(), 1)),
                AllOf(Contains("412.5 kg, no limit known"), Contains("no second feed")));
}

TEST(Elevation, AColourBelongsToTheRoleInTheWholeSiteNotToTheRack) {
    const Intent site = tests::sample_site();
    const RoleMarks marks(site);
    std::set<std::string> keys;
    for (const Device& one : site.devices)
        if (one.role == "pdu") keys.insert(marks.of(one).key);
    EXPECT_THAT(keys, ElementsAre("7"));
    EXPECT_THAT(texts(drawn(site, 1)), Contains("7"));
}

TEST(Elevation, EveryStyleThatIsNamedExists) {
    for (const std::size_t rack : {0U, 1U}) {
        const Drawing drawing = drawn(tests::sample_site(), rack);
        const auto known = [&](const auto& shape) {
            EXPECT_TRUE(drawing.styles.contains(shape.style)) << shape.style;
        };
        each<Rect>(drawing.shapes, known);
        each<Lines>(drawing.shapes, known);
        each<Text>(drawing.shapes, known);
    }
}

}  // namespace

}  // namespace colo::exporters
