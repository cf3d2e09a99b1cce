#include <gmock/gmock.h>

#include "intent/exporters/cabling/cabling.h"
#include "intent/exporters/cabling/cabling_text.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/svg.h"
#include "tests/intent/exporters/cabling/cabling_sites.h"
#include "tests/intent/exporters/drawn.h"

namespace colo::exporters {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// The texts of each group with this in its title, put together over lines, groups and pages.
std::string grouped_text(const Pages& pages, const std::string& in_title) {
    std::string out;
    for (const Drawing& page : pages)
        each<Group>(page.shapes, [&](const Group& group) {
            if (group.title.find(in_title) == std::string::npos) return;
            each<Text>(group.shapes, [&](const Text& text) { out += text.content; });
        });
    return without_spaces(out);
}

/// In how many groups with the cable's title it stands.
std::size_t count_of_cable(const Pages& pages, const Cable& cable) {
    std::size_t count = 0;
    for (const Drawing& page : pages)
        each<Group>(page.shapes, [&](const Group& group) {
            if (group.title.starts_with(cable.label + ": ")) ++count;
        });
    return count;
}

std::string all_svg(const Pages& pages) {
    std::string out;
    for (const Drawing& page : pages) out += svg(page);
    return out;
}

TEST(RackCabling, EachCableOfTheRackIsThereOnceAndTwiceWhenItGoesStraightBetweenTwo) {
    const Intent full = full_rack();
    const Pages full_pages = rack_pages(full);
    for (const Cable& cable : full.cables) ASSERT_EQ(count_of_cable(full_pages, cable), 1U);
    const Intent panel = full_panel();
    for (const std::size_t rack : {0U, 1U})
        for (const Cable& cable : panel.cables)
            ASSERT_EQ(count_of_cable(rack_pages(panel, rack), cable),
                      rack == 0 || cable.b.device == DeviceId("panel.2") ? 1U : 0U);
}

TEST(RackCabling, ACableBetweenTwoDevicesThatNothingElseGathersAtIsToldInBothRows) {
    Racks racks(1);
    racks.stand("a", "server", 1, 2, 1);
    racks.stand("b", "server", 1, 1, 1);
    racks.wire(CableKind::data, racks.network("a", "Ethernet1"), racks.network("b", "Ethernet1"));
    const Pages pages = rack_pages(racks.take());
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_THAT(texts(pages[0]), Contains("Ethernet1 \xE2\x86\x92 R01-1:Ethernet1"));
    EXPECT_THAT(texts(pages[0]), Contains("Ethernet1 \xE2\x86\x92 R01-2:Ethernet1"));
    EXPECT_THAT(texts(pages[0]), Contains("straight to"));
}

TEST(RackCabling, ALaneIsNamedAtItsHeadAndTellsBothPortsAndTheLabel) {
    const Pages pages = rack_pages(full_rack());
    EXPECT_THAT(texts(pages[0]), Contains("U46 leaf.1"));
    EXPECT_THAT(texts(pages[0]), Contains("NIC1-1 \xE2\x86\x92 Ethernet87"));
    EXPECT_EQ(grouped_text(pages, "C-00344: R01 U44 ams1-srv-044 NIC1-1"), "NIC1-1\xE2\x86\x92"
                                                                           "Ethernet87C-00344");
}

TEST(RackCabling, WhatPointsAtACableIsToldAllOfIt) {
    const std::string all = all_svg(rack_pages(full_rack()));
    EXPECT_THAT(all, HasSubstr("<title>C-00000: R01 U1 ams1-srv-001 NIC1-1 \xE2\x86\x92 R01 U46 "
                               "leaf.1 Ethernet1 (25gbase-x-sfp28, front); data, om4-lc, 5 m"));
}

TEST(RackCabling, DevicesStandFromTheTopDownWithWhatHasNoUnitLast) {
    Racks racks(1);
    racks.stand("low", "server", 1, 3);
    racks.stand("strip", "pdu", 1, 0);
    racks.stand("high", "server", 1, 40);
    const Intent site = racks.take();
    std::vector<std::string> rows;
    for (const std::string& text : texts(rack_pages(site)[0]))
        if (text == "low" || text == "strip" || text == "high") rows.push_back(text);
    EXPECT_THAT(rows, ElementsAre("high", "low", "strip"));
}

TEST(RackCabling, UnitsAreNumberedAsOnThePosts) {
    Racks racks(1);
    racks.stand("high", "server", 1, 47);
    const Intent site = racks.take();
    EXPECT_THAT(texts(rack_pages(site)[0]), Contains("U47"));
    EXPECT_THAT(texts(rack_pages(site, 0, {}, {true, false})[0]), Contains("U1"));
}

TEST(RackCabling, LongNamesAreWholeOverLines) {
    Racks racks(2);
    racks.stand("left" + longest, "server", 1, 2, 1);
    racks.stand("right" + longest, "server", 2, 1, 1);
    racks.wire(CableKind::data, racks.network("left" + longest, "P" + longest),
               racks.network("right" + longest, "Q" + longest));
    Intent site = racks.take();
    site.cables[0].label += longest;
    const Pages pages = rack_pages(site);
    EXPECT_THAT(grouped_text(pages, "left" + longest + ", "), HasSubstr(without_spaces(longest)));
    EXPECT_EQ(
        grouped_text(pages, "C-00000" + longest),
        without_spaces("P" + longest + "\xE2\x86\x92R02-1:Q" + longest + "C-00000" + longest));
}

TEST(RackCabling, ADeviceWhoseCablesGoOnOnTheNextPageIsNamedThereAgain) {
    Racks racks(2);
    racks.stand("many", "router", 1, 2, 400);
    racks.stand("far", "router", 2, 1, 400);
    for (int n = 1; n <= 400; ++n)
        racks.wire(CableKind::data, racks.network("many", fmt::format("Ethernet{}", n)),
                   racks.network("far", fmt::format("Ethernet{}", n)));
    const Intent site = racks.take();
    const Pages pages = rack_pages(site);
    ASSERT_GT(pages.size(), 1U);
    for (const Drawing& page : pages) EXPECT_THAT(texts(page), Contains("many"));
    for (const Cable& cable : site.cables) ASSERT_EQ(count_of_cable(pages, cable), 1U);
}

TEST(RackCabling, LanesThatDoNotFitGoOnOnFurtherPagesWithTheDevicesAgain) {
    Racks racks(1);
    for (int n = 1; n <= 20; ++n) racks.stand(fmt::format("leaf.{}", n), "leaf", 1, 20 + n, 8);
    for (int s = 1; s <= 2; ++s) {
        racks.stand(fmt::format("server.{}", s), "server", 1, s);
        for (int n = 1; n <= 20; ++n)
            racks.wire(CableKind::data,
                       racks.network(fmt::format("server.{}", s), fmt::format("NIC{}", n)),
                       racks.network(fmt::format("leaf.{}", n), fmt::format("Ethernet{}", s)));
    }
    const Intent site = racks.take();
    const Pages pages = rack_pages(site);
    ASSERT_GT(pages.size(), 1U);
    for (const Drawing& page : pages) EXPECT_THAT(texts(page), Contains("server.2"));
    for (const Cable& cable : site.cables) ASSERT_EQ(count_of_cable(pages, cable), 1U);
}

TEST(RackCabling, AFullRackIsReadOnFewPages) {
    EXPECT_LE(rack_pages(full_rack()).size(), 2U);
    EXPECT_EQ(rack_pages(full_panel()).size(), 1U);
}

TEST(RackCabling, WhatEndsOutsideStandsInAColumnOfItsOwn) {
    const Pages pages = rack_pages(many_racks(), 0);
    EXPECT_THAT(texts(pages[0]), Contains("outside"));
    EXPECT_THAT(texts(pages[0]), Contains("Ethernet3 \xE2\x86\x92 Meet-me room, port 1"));
}

TEST(RackCabling, ARackWithoutDevicesIsAnEmptyPage) {
    const Pages pages = rack_pages(Racks(1).take());
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_THAT(texts(pages[0]), Contains("row A, position 1, 47 U; 0 devices, 0 cables. U1 is at "
                                          "the bottom."));
}

TEST(SiteCabling, EachCableBetweenRacksIsToldInTheTitleOfItsBundleOnce) {
    const Intent site = many_racks();
    std::string titles;
    for (const Drawing& page : site_pages(site))
        each<Group>(page.shapes, [&](const Group& group) { titles += group.title + "\n"; });
    for (const Cable& cable : site.cables) {
        const auto at = titles.find("\n" + cable.label + ": ");
        ASSERT_NE(at, std::string::npos) << cable.label;
        ASSERT_EQ(titles.find("\n" + cable.label + ": ", at + 1), std::string::npos);
    }
}

TEST(SiteCabling, ABundleIsToldByItsRacksCountMediumLengthsAndLabels) {
    const Intent site = full_panel();
    const Pages pages = site_pages(site);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_THAT(texts(pages[0]), Contains("R01 - R02"));
    EXPECT_THAT(texts(pages[0]), Contains("48 x om4-lc 5-7 m"));
    EXPECT_THAT(grouped_text(pages, "R01 - R02"), HasSubstr("C-00001,C-00003,C-00005"));
}

TEST(SiteCabling, WhatIsNotInARackOfOursIsAtTheColumnOutside) {
    Racks racks(1);
    racks.stand("router", "router", 1, 1, 1);
    racks.wire(CableKind::circuit, racks.network("router", "Ethernet1"),
               {{}, {}, {}, "Meet-me room"});
    const Pages pages = site_pages(racks.take());
    EXPECT_THAT(texts(pages[0]), Contains("R01 - outside"));
    EXPECT_THAT(texts(pages[0]), Contains("outside"));
}

TEST(SiteCabling, LongNamesAreWholeOverLines) {
    Intent site = full_panel();
    site.racks[0].name = "A" + longest;
    EXPECT_THAT(grouped_text(site_pages(site), "A" + longest + " - R02: "),
                HasSubstr(without_spaces(longest)));
}

TEST(SiteCabling, ABundleOfMoreLabelsThanAPageHoldsGoesOnOnTheNext) {
    Intent site = full_panel();
    while (site.cables.size() < 2000) site.cables.push_back(site.cables[1]);
    for (std::size_t i = 0; i < site.cables.size(); ++i)
        site.cables[i].label = fmt::format("L{:05}", 2 * i);
    const Pages pages = site_pages(site);
    ASSERT_GT(pages.size(), 1U);
    const std::string told = grouped_text(pages, "R01 - R02");
    for (std::size_t i = 96; i < site.cables.size(); ++i)
        ASSERT_THAT(told, HasSubstr(site.cables[i].label)) << i;
}

TEST(SiteCabling, WithoutCablesBetweenRacksItSaysSo) {
    const Pages pages = site_pages(full_rack());
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_THAT(texts(pages[0]), Contains("no cable runs between racks or to outside"));
}

TEST(Cabling, IsTheSameEachTimeAndHoldsNoScript) {
    const Intent site = with_long_texts(tests::sample_site());
    EXPECT_EQ(all_svg(rack_pages(site)), all_svg(rack_pages(site)));
    const Intent many = many_racks();
    EXPECT_EQ(all_svg(site_pages(many)), all_svg(site_pages(many)));
    Intent bad = tests::sample_site();
    for (Device& device : bad.devices) device.name = "<script>alert(1)</script>";
    EXPECT_THAT(all_svg(rack_pages(bad)), Not(HasSubstr("<script")));
}

TEST(Cabling, AColourThatIsGivenIsTakenAndWhatIsNoneIsNot) {
    const Intent site = full_panel();
    const CableEnds ends(site);
    const Drawing page = site_cabling(
        {site, 7, ends, {}, {{CableKind::data, "#123456"}, {CableKind::power, "red}</x>"}}, {}})[0];
    EXPECT_EQ(page.styles.at("data").stroke->light, "#123456");
    EXPECT_NE(page.styles.at("data").stroke->dark, "#123456");
    EXPECT_EQ(page.styles.at("power").stroke->light.size(), 7U);
    EXPECT_NE(page.styles.at("power").dashes, page.styles.at("data").dashes);
}

TEST(Cabling, FilesAreNamedBySiteRackAndPage) {
    std::vector<std::string> names;
    for (const auto& [name, content] : cabling_svg({full_rack(), 7})) names.push_back(name);
    EXPECT_THAT(names,
                ElementsAre("big1-R01-cabling-2.svg", "big1-R01-cabling.svg", "big1-cabling.svg"));
}

TEST(CablingText, LinesBreakAtSpacesThenAtSignsThenAnywhere) {
    using cabling::wrapped;
    EXPECT_THAT(wrapped("", 1000, 5000), ElementsAre());
    EXPECT_THAT(wrapped("one two three", 1000, 5000), ElementsAre("one two", "three"));
    EXPECT_THAT(wrapped("ams1-leaf-01", 1000, 5500), ElementsAre("ams1-leaf-", "01"));
    EXPECT_THAT(wrapped("abcdefgh", 1000, 2500), ElementsAre("abcd", "efgh"));
    EXPECT_THAT(wrapped("WW", 1000, 1), ElementsAre("W", "W"));
}

TEST(CablingText, LabelsInARowAreToldAsARange) {
    using cabling::label_ranges;
    EXPECT_EQ(label_ranges({"C-0103", "C-0101", "C-0102", "C-0200"}), "C-0101 ... C-0103, C-0200");
    EXPECT_EQ(label_ranges({"C-0101", "C-0102"}), "C-0101, C-0102");
    EXPECT_EQ(label_ranges({"C-9", "C-10", "C-11"}), "C-9, C-10, C-11");
    EXPECT_EQ(label_ranges({"x", "y"}), "x, y");
    EXPECT_EQ(label_ranges({}), "");
}

}  // namespace

}  // namespace colo::exporters
