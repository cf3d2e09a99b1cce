#include <gmock/gmock.h>

#include "intent/exporters/rack_layout.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RackLayoutOf : public testing::Test {
protected:
    RackLayoutOf() {
        site.racks.resize(1);
        site.racks[0].id = RackId("R01");
        site.racks[0].units = 4;
        site.racks[0].feeds = {{"A", {}}, {"B", {}}};
    }
    Device& add(const std::string& id, std::int64_t unit, std::int64_t half_units) {
        return tests::add_device(site, id, "server", "R01", unit, half_units);
    }
    void strip(const std::string& id, const std::string& feed) {
        tests::add_strip(site, id, "R01", feed);
    }
    RackLayout layout() {
        site.sort();
        std::vector<const Device*> devices;
        for (const Device& one : site.devices) devices.push_back(&one);
        return rack_layout(site.racks[0], devices, Places(site));
    }
    static std::vector<std::string> texts(const std::vector<Seen>& seen) {
        std::vector<std::string> out;
        for (const Seen& one : seen)
            out.push_back(one.device->id.value + " " + std::to_string(one.bottom) + "+" +
                          std::to_string(one.height) + (one.from_behind ? " behind" : ""));
        return out;
    }
    static std::vector<std::string> ids(const std::vector<const Device*>& devices) {
        std::vector<std::string> out;
        for (const Device* one : devices) out.push_back(one->id.value);
        return out;
    }

    Intent site;
};

TEST_F(RackLayoutOf, AFullDepthDeviceIsSeenFromBothSides) {
    add("a", 2, 2);
    EXPECT_THAT(texts(layout().front), ElementsAre("a 2+2"));
    EXPECT_THAT(texts(layout().rear), ElementsAre("a 2+2 behind"));
    EXPECT_EQ(layout().free_units(), (FreeUnits{3, 0, 0}));
}

TEST_F(RackLayoutOf, AHalfDepthDeviceIsSeenOnlyOnItsFace) {
    Device& rear = add("a", 2, 2);
    rear.face = Face::rear;
    rear.depth = Depth::half;
    EXPECT_THAT(texts(layout().front), IsEmpty());
    EXPECT_THAT(texts(layout().rear), ElementsAre("a 2+2"));
    EXPECT_EQ(layout().free_units(), (FreeUnits{3, 1, 0}));
}

TEST_F(RackLayoutOf, TwoHalfDepthDevicesShareAUnitBackToBack) {
    add("a", 2, 2).depth = Depth::half;
    Device& rear = add("b", 2, 2);
    rear.face = Face::rear;
    rear.depth = Depth::half;
    EXPECT_THAT(texts(layout().front), ElementsAre("a 2+2"));
    EXPECT_THAT(texts(layout().rear), ElementsAre("b 2+2"));
    EXPECT_THAT(ids(layout().without_room), IsEmpty());
}

TEST_F(RackLayoutOf, TwoDevicesOfHalfAUnitStandOneAboveTheOther) {
    add("b", 2, 1);
    add("a", 2, 1);
    EXPECT_THAT(texts(layout().front), ElementsAre("a 2+1", "b 3+1"));
}

TEST_F(RackLayoutOf, AUnitThatIsHalfTakenIsNotFree) {
    add("a", 2, 3);
    EXPECT_EQ(layout().free_units(), (FreeUnits{2, 0, 0}));
}

TEST_F(RackLayoutOf, UnitsThatTheFacilityKeepsAreNotFree) {
    add("a", 1, 2);
    site.racks[0].reserved = {{3, 9, "their cabling"}, {-5, 0, "below the floor"}};
    EXPECT_EQ(layout().free_units(), (FreeUnits{1, 0, 0}));
    EXPECT_EQ(reserved_units(site.racks[0]), (std::vector<ReservedUnits>{{3, 4, "their cabling"}}));
}

TEST_F(RackLayoutOf, WhatOverlapsOrReachesBeyondTheRackIsNotPlaced) {
    add("a", 2, 4);
    add("b", 3, 2);
    add("high", 4, 4);
    add("low", 0, 2);
    EXPECT_THAT(texts(layout().front), ElementsAre("a 2+4"));
    EXPECT_THAT(ids(layout().without_room), ElementsAre("low", "b", "high"));
}

TEST_F(RackLayoutOf, StripsHangLeftForTheFirstFeedAndRightForTheSecond) {
    strip("pdu.B", "B");
    strip("pdu.A2", "A");
    strip("pdu.A1", "A");
    strip("a-sensor", "");
    EXPECT_THAT(ids(layout().left), ElementsAre("pdu.A1", "pdu.A2"));
    EXPECT_THAT(ids(layout().right), ElementsAre("pdu.B", "a-sensor"));
}

}  // namespace

}  // namespace colo::exporters
