#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intent/model/bay_places.h"
#include "intent/model/port_places.h"
#include "intent/model/renames.h"

namespace colo {

using testing::ElementsAre;

TEST(PortPlaces, SeveralStandInOneValue) {
    EXPECT_THAT(port_places("tap.1:line/3 tap.1:out/3"),
                ElementsAre("tap.1:line/3", "tap.1:out/3"));
    EXPECT_THAT(port_places("leaf.R1.1:servers/7"), ElementsAre("leaf.R1.1:servers/7"));
    EXPECT_THAT(port_places("p.1:front ports/5 p.2:A/B 1/12"),
                ElementsAre("p.1:front ports/5", "p.2:A/B 1/12"));
    EXPECT_THAT(port_places(""), ElementsAre());
    EXPECT_THAT(port_places("no place at all"), ElementsAre("no place at all"));
}

TEST(PortPlaces, WaysAndBaysAreRenamedWithTheirDevices) {
    Renames renames;
    renames.add({NameOf::device, true, {{"tap", "splitter"}}, {}, "splitter", ""});
    renames.add({NameOf::cabling, true, {{"exchange", "market"}}, {}, "market", ""});
    EXPECT_EQ(renames.allocation({AllocationKind::via, "exchange/X-1", "tap.1:a b/3 tap.1:out/3"}),
              (Allocation{AllocationKind::via, "market/X-1", "splitter.1:a b/3 splitter.1:out/3"}));
    Intent intent;
    intent.cables.emplace_back().id = CableId("exchange/X-1/2");
    intent.cables.back().path = "exchange/X-1";
    renames.carry_out(intent);
    EXPECT_EQ(intent.cables.front().id.value, "market/X-1/2");
    EXPECT_EQ(intent.cables.front().path, "market/X-1");
}

TEST(BayPlaces, ARackCalledInIsNoBay) {
    EXPECT_FALSE(read_bay_place("in U23 1U front full"));
    const std::string text = bay_place_text("chassis.1", "Slot 2");
    const auto bay = read_bay_place(text);
    ASSERT_TRUE(bay);
    EXPECT_EQ(bay->parent, "chassis.1");
    EXPECT_EQ(bay->bay, "Slot 2");
}

}  // namespace colo
