// What the standard means for a site: placement, power, cabling, addressing.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/trial.h"

namespace colo::tests {

namespace {

const Trial& lab() {
    static const Trial trial = try_site(shipped_site("lab1"));
    return trial;
}
const Trial& amsterdam() {
    static const Trial trial = try_site(shipped_site("ams1"));
    return trial;
}

template <class T>
const T& find(const std::vector<T>& table, const std::string& id) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const T& object) { return object.id.value == id; });
    EXPECT_NE(found, table.end()) << id;
    return *found;
}

std::string place(const Intent& intent, const std::string& id) {
    const Device& device = find(intent.devices, id);
    return device.rack->value + (device.unit ? " U" + std::to_string(*device.unit) : "") + " " +
           std::string(to_text(device.face));
}

std::string ends(const Intent& intent, const std::string& id) {
    const Cable& cable = find(intent.cables, id);
    return cable.a.port->value + " - " + cable.b.port->value;
}

std::string address(const Intent& intent, const std::string& id) {
    return to_text(find(intent.addresses, id).address);
}

}  // namespace

TEST(Placement, PanelsThenTheRackThenTheSiteFromTheTopAndServersFromTheFloor) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(place(intent, "panel.R1.PP1"), "R1 U42 front");
    EXPECT_EQ(place(intent, "mgmt-switch.R1"),
              "R1 U42 rear");  // behind the panel, which is half deep
    EXPECT_EQ(place(intent, "leaf.R1.1"), "R1 U41 rear");
    EXPECT_EQ(place(intent, "leaf.R1.2"), "R1 U40 rear");
    EXPECT_EQ(place(intent, "trading-server.1"), "R1 U1 front");
    EXPECT_EQ(place(intent, "trading-server.2"), "R2 U1 front");
    EXPECT_EQ(place(intent, "pdu.R1.A"), "R1 rear");
}

TEST(Placement, MembersOfASitesPairStandInTwoRacksNearTheirCircuits) {
    const Intent& intent = amsterdam().intent();
    EXPECT_EQ(find(intent.devices, "exchange-router.1").rack->value, "R01");
    EXPECT_EQ(find(intent.devices, "exchange-router.2").rack->value, "R02");
}

TEST(Placement, APanelThatACircuitNeedsAndIsNotThereIsNamed) {
    const std::string said =
        try_site(shipped_site("ams1", {{"  R[07-12]: {row: B, position: 1, units: 47, depth: 1070 "
                                        "mm, max-weight: 900 kg, "
                                        "feeds: {A: 10 kW, B: 10 kW}}\n",
                                        ""},
                                       {"R[01-06]", "R[01-02]"},
                                       {"trading-servers: 240", "trading-servers: 2"},
                                       {"  R02/PP1: {model: panel-24, unit: 47}\n", ""}}))
            .diagnostics;
    EXPECT_THAT(said, testing::HasSubstr("rack R02 has no panel PP1"));
}

TEST(Racks, ATypeFillsWhatTheSiteLeavesOut) {
    const Trial trial = try_site(shipped_site(
        "lab1", {{"units: 42, depth: 1070 mm,", "type: Generic/cabinet-47u-600x1070,"}}));
    EXPECT_EQ(trial.diagnostics, "");
    EXPECT_EQ(find(trial.intent().racks, "R1").units, 47);
    EXPECT_EQ(find(trial.intent().racks, "R1").depth, Length{1070});
}

TEST(Power, EachFeedsLoadIsSharedInNormalWorkAndWholeWhenTheOtherIsLost) {
    const Feed& feed = find(lab().intent().racks, "R1").feeds.at("A");
    // 3 servers of 420 W, 2 leafs of 250 W, a management switch of 106 W, two routers of 400 W and
    // a console server of 40 W.
    EXPECT_EQ(feed.failover, watts(3 * 420 + 2 * 250 + 106 + 2 * 400 + 40));
    EXPECT_EQ(feed.maximum, watts(2706 / 2));
    EXPECT_EQ(feed.capacity, watts(3000));
}

TEST(Power, InletOneIsOnFeedAAndInletTwoOnB) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(find(intent.power_ports, "trading-server.1:Power 1").feed, "A");
    EXPECT_EQ(find(intent.power_ports, "trading-server.1:Power 2").feed, "B");
    EXPECT_THAT(ends(intent, "power/trading-server.1/1"), testing::HasSubstr("pdu.R1.A:L"));
}

TEST(Power, CordsAreSpreadEvenlyOverThePhases) {
    std::map<std::string, int> cords;
    for (const Outlet& outlet : amsterdam().intent().outlets)
        if (outlet.cable && outlet.device.value == "pdu.R03.A") ++cords[*outlet.phase];
    EXPECT_LE(std::abs(cords["A"] - cords["B"]), 1);
    EXPECT_LE(std::abs(cords["B"] - cords["C"]), 1);
}

TEST(Cabling, AServersTwoPortsGoToBothLeafsOfItsRack) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(ends(intent, "server-data/trading-server.3/1"),
              "trading-server.3:NIC1-1 - leaf.R1.1:Ethernet2");
    EXPECT_EQ(ends(intent, "server-data/trading-server.3/2"),
              "trading-server.3:NIC1-2 - leaf.R1.2:Ethernet2");
}

TEST(Cabling, AMeshReachesEveryTargetAndACircuitTheRouterOfItsSide) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(ends(intent, "uplink/leaf.R2.1/exchange-router.1/1"),
              "leaf.R2.1:Ethernet41 - exchange-router.1:Ethernet9");
    EXPECT_EQ(ends(intent, "exchange/X-1"),
              "panel.R1.PP1:front/Port 1 - exchange-router.1:Ethernet1");
    EXPECT_EQ(ends(intent, "exchange/X-2"),
              "panel.R2.PP1:front/Port 1 - exchange-router.2:Ethernet1");
}

TEST(Cabling, ACableIsAsLongAsTheNextStockedLengthBeyondItsRoute) {
    for (const Cable& cable : amsterdam().intent().cables) {
        ASSERT_TRUE(cable.route_length);
        EXPECT_GE(cable.length, *cable.route_length) << cable.id.value;
    }
    // both on the rear: 38 U apart between middles, half a metre of slack at each end
    const Cable& cable = find(lab().intent().cables, "server-data/trading-server.3/1");
    EXPECT_EQ(*cable.route_length, Length{1000 + (41 - 2) * 4445 / 100});
    EXPECT_EQ(cable.length, Length{3000});
    EXPECT_EQ(cable.media, "dac-25g");
}

TEST(Cabling, EveryPortIsUsedOnceAndEveryCableIsAtBothItsPorts) {
    const Intent& intent = amsterdam().intent();
    std::map<std::string, std::string> cable_of_port;
    const auto note = [&](const auto& table) {
        for (const auto& port : table)
            if (port.cable) cable_of_port[port.id.value] = port.cable->value;
    };
    note(intent.interfaces), note(intent.power_ports), note(intent.outlets),
        note(intent.console_ports);
    note(intent.console_server_ports), note(intent.panel_ports);
    std::size_t ports = 0;
    for (const Cable& cable : intent.cables)
        for (const CableEnd* end : {&cable.a, &cable.b})
            if (end->port) {
                EXPECT_EQ(cable_of_port[end->port->value], cable.id.value);
                ++ports;
            }
    EXPECT_EQ(ports, cable_of_port.size());
}

TEST(Addressing, PoolsComeFirstFitLargerOnesFirst) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(to_text(find(intent.prefixes, "management/ipv4").prefix), "10.99.4.0/22");
    EXPECT_EQ(to_text(find(intent.prefixes, "servers/ipv4").prefix), "10.99.8.0/22");
    EXPECT_EQ(to_text(find(intent.prefixes, "loopbacks/ipv4").prefix), "10.99.0.0/24");
    EXPECT_EQ(find(intent.prefixes, "loopbacks/ipv4").pool, "infra4");
}

TEST(Addressing, GatewaysTakeTheFirstAddressAndHostsComeAfterTheReserve) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(address(intent, "servers/exchange-router.1/gateway/ipv4"), "10.99.8.1/22");
    EXPECT_EQ(find(intent.addresses, "servers/exchange-router.1/gateway/ipv4").shared_by,
              "pair.exchange-router.1");
    EXPECT_EQ(address(intent, "servers/trading-server.1/ipv4"), "10.99.8.11/22");
    EXPECT_EQ(address(intent, "management/wan-router.2/gateway-own/ipv4"), "10.99.4.22/22");
    EXPECT_EQ(address(intent, "loopbacks/exchange-router.1/ipv4"), "10.99.0.1/32");
}

TEST(Addressing, BothStacksReadAlike) {
    EXPECT_EQ(address(lab().intent(), "servers/trading-server.6/ipv4"), "10.99.8.16/22");
    EXPECT_EQ(address(lab().intent(), "servers/trading-server.6/ipv6"), "fd00:99:0:101::10/64");
}

TEST(Addressing, ABundleHasOneAddressAndItsMembersKnowIt) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(find(intent.addresses, "servers/trading-server.1/ipv4").interface.value,
              "trading-server.1:lag-server-data");
    EXPECT_EQ(find(intent.interfaces, "trading-server.1:NIC1-2").lag->value,
              "trading-server.1:lag-server-data");
    EXPECT_EQ(find(intent.interfaces, "trading-server.1:lag-server-data").speed, Speed{50'000});
}

TEST(Addressing, TheCircuitGivesOurAddressAndThePeerHasTheOther) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(address(intent, "wan/W-1/wan-router.1/ipv4"), "192.0.2.65/31");
    const Session& session = find(intent.sessions, "wan/W-1/ipv4");
    EXPECT_EQ(to_text(session.b.address), "192.0.2.64");
    EXPECT_EQ(session.b.asn, 65000);
    EXPECT_EQ(session.a.asn, 65099);
}

TEST(Addressing, AVlanIsUntaggedAtItsMembersAndTaggedBetweenSwitches) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(find(intent.interfaces, "leaf.R1.1:Ethernet1").vlan->value, "servers");
    EXPECT_EQ(find(intent.interfaces, "leaf.R1.1:Ethernet41").vlan, std::nullopt);
    EXPECT_THAT(find(intent.interfaces, "leaf.R1.1:Ethernet41").tagged_vlans,
                testing::ElementsAre("servers"));
}

TEST(Addressing, AServersOwnNameIsItsDataAddressAndItsControllersNameEndsInBmc) {
    const Intent& intent = lab().intent();
    EXPECT_EQ(find(intent.addresses, "servers/trading-server.1/ipv4").dns_name,
              "lab1-srv-001.lab1.example.net");
    EXPECT_EQ(find(intent.addresses, "management/trading-server.1/ipv4").dns_name,
              "lab1-srv-001-bmc.lab1.example.net");
    EXPECT_EQ(find(intent.addresses, "management/leaf.R1.1/ipv6").dns_name,
              "lab1-leaf-01.lab1.example.net");
}

TEST(Sites, Ams1IsCompleteAndHasRoomFor250) {
    const Trial more =
        try_site(shipped_site("ams1", {{"trading-servers: 240", "trading-servers: 250"}}));
    EXPECT_EQ(more.diagnostics, "");
    EXPECT_EQ(amsterdam().intent().devices.size(), 309U);
    EXPECT_EQ(amsterdam().intent().cables.size(), 1502U);
}

TEST(Site, APanelOnTakenUnitsIsToldByWhat) {
    const Trial twice = try_site(shipped_site(
        "lab1",
        {{"R[1-2]/PP1: {model: panel-24, unit: 42}",
          "R[1-2]/PP1: {model: panel-24, unit: 42}\n  R1/PP2: {model: panel-24, unit: 42}"}}));
    EXPECT_THAT(twice.diagnostics, testing::HasSubstr("by panel.R1.PP1"));
    const Trial reserved = try_site(
        shipped_site("lab1", {{"feeds: {A: 3 kW, B: 3 kW}",
                               "feeds: {A: 3 kW, B: 3 kW}, reserved: {\"41-42\": fire sensors}"}}));
    EXPECT_THAT(reserved.diagnostics, testing::HasSubstr("U41-42 are reserved: fire sensors"));
}

TEST(Site, UnitsAreReservedOnce) {
    const Trial trial = try_site(shipped_site(
        "lab1", {{"feeds: {A: 3 kW, B: 3 kW}",
                  "feeds: {A: 3 kW, B: 3 kW}, reserved: {\"1-3\": theirs, \"3-4\": ours}"}}));
    EXPECT_THAT(trial.diagnostics,
                testing::HasSubstr("units 3 to 3 of rack R[1-2] are reserved twice [bad-range]"));
    EXPECT_THAT(trial.diagnostics, testing::HasSubstr("for theirs and for ours"));
}

}  // namespace colo::tests
