#include <gtest/gtest.h>

#include "intent/plan/brief.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::stored;
using example::the;

Brief brief(const Generated& before, const Generated& goal) {
    return in_brief(make_plan(stored(before), goal));
}

TEST(Brief, OfNoChangesSaysThatNothingMoved) {
    const Brief none = brief(example::site(), example::site());
    EXPECT_EQ(none.hands, "");
    EXPECT_EQ(none.push, "");
    EXPECT_EQ(none.record, "");
    EXPECT_EQ(none.moved, "0 names, 0 addresses");
}

TEST(Brief, OfOneMoreServerSaysWhatHandsDoAndHowManyDevicesArePushed) {
    const Brief more = brief(example::site({2, 4}), example::site({2, 5}));
    EXPECT_EQ(more.hands, "1 new trading-server, 5 new cables");
    EXPECT_EQ(more.push, "3 devices");
    EXPECT_EQ(more.moved, "0 names, 0 addresses");
    const Brief less = brief(example::site({2, 5}), example::site({2, 4}));
    EXPECT_EQ(less.hands, "1 trading-server gone, 5 cables gone");
}

TEST(Brief, CountsNamesAndAddressesThatMovedAndOtherThingsBehindThem) {
    Generated goal = example::site();
    the(goal.intent.devices, "trading-server.1").name = "other";
    goal.intent.addresses.front().address = *read_interface("10.9.9.9/24");
    goal.intent.vlans.front().vid = 77;
    EXPECT_EQ(brief(example::site(), goal).moved, "1 name, 1 address, 1 VLAN");
}

TEST(Brief, AnAddressOfAnotherNetworkInThePlaceOfOneIsRenumbered) {
    Generated goal = example::site();
    Address& address = goal.intent.addresses.front();
    address.id = AddressId("another-network/" + address.device.value + "/ipv4");
    goal.intent.sort();
    const Brief another = brief(example::site(), goal);
    EXPECT_EQ(another.moved, "0 names, 1 address");
    EXPECT_EQ(another.renumbered, 1U);
}

TEST(Brief, OfMoreThanThreeKindsOfDeviceOnlyTheirNumberIsSaid) {
    EXPECT_EQ(in_brief(make_plan({}, example::site({2, 4}))).hands.substr(0, 28),
              "2 new racks, 13 new devices,");
}

}  // namespace
}  // namespace colo::plan
