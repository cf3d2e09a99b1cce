// What breaks other models of racks: each of these is said in the language, and comes out as it
// should.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "intent/plan/plan.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Edits = std::vector<std::pair<std::string, std::string>>;

constexpr const char* next = "standards/trading-colo/9.0.0/standard.yaml";
const std::pair<std::string, std::string> on_next{"trading-colo 1.0.0", "trading-colo 9.0.0"};
const std::pair<std::string, std::string> more_power{"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"};

Files version(const std::string& lines) {
    return {{next, "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
                   "extends: trading-colo 1.0.0\n" +
                       lines}};
}

template <class T>
const T& named(const std::vector<T>& table, const std::string& id) {
    for (const T& one : table)
        if (one.id.value == id) return one;
    throw std::runtime_error("nothing is called " + id);
}

const Device& device(const Trial& trial, const std::string& id) {
    return named(trial.intent().devices, id);
}

std::string rack(const Trial& trial, const std::string& id) {
    return device(trial, id).rack.value().value;
}

std::string address(const Trial& trial, const std::string& id) {
    return to_text(named(trial.intent().addresses, id).address);
}

plan::Plan plan_of(const Trial& before, const Trial& after) {
    plan::Base base;
    base.revision = 1;
    base.intent = before.intent();
    base.allocations = before.allocations();
    return plan::make_plan(base, after.outcome->generated, after.outcome->renames);
}

std::vector<std::string> removed(const plan::Plan& plan) {
    std::vector<std::string> ids;
    for (const plan::Change& change : plan.changes)
        if (change.action == plan::Action::remove) ids.push_back(change.id);
    return ids;
}

}  // namespace

TEST(HardDemands, TwoRacksShareALeafPair) {
    const Trial trial = try_site(shipped_site(
        "tok1", {{"trading-servers: 27", "trading-servers: 12, racks-per-leaf-pair: 2"}}));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(rack(trial, "leaf.R01.1"), "R01");
    EXPECT_EQ(rack(trial, "leaf.R01.2"), "R02");
    EXPECT_EQ(rack(trial, "leaf.R03.2"), "R04");
    for (const Cable& cable : trial.intent().cables)
        if (cable.rule == "server-data") {
            const std::string from = rack(trial, cable.a.device->value);
            const std::string group = from == "R01" || from == "R02" ? "leaf.R01." : "leaf.R03.";
            EXPECT_TRUE(cable.b.device->value.starts_with(group)) << cable.id.value << from;
        }
    const Trial alone = try_site(shipped_site(
        "tok1", {{"  R[01-04]: {row: A, position: 1, ",
                  "  R[01-03]: {row: A, position: 1, units: 42, feeds: {A: 4 kW, B: 4 kW}}\n"
                  "  R04: {row: A, position: 4, groups: {leaf-group: R03}, "},
                 {"trading-servers: 27", "trading-servers: 12"}}));
    EXPECT_THAT(alone.diagnostics, HasSubstr("[group-too-large]"));
}

TEST(HardDemands, ServersWithTwoOfTheirPortsInAnotherNetwork) {
    const std::string four_ports =
        "manufacturer: Any\nmodel: R4\nslug: r4\nu_height: 1\nis_full_depth: true\n"
        "power-ports:\n  - {name: P1, type: iec-60320-c14, maximum_draw: 460}\n"
        "  - {name: P2, type: iec-60320-c14, maximum_draw: 460}\ninterfaces:\n"
        "  - {name: NIC1-1, type: 25gbase-x-sfp28}\n  - {name: NIC1-2, type: 25gbase-x-sfp28}\n"
        "  - {name: NIC2-1, type: 25gbase-x-sfp28}\n  - {name: NIC2-2, type: 25gbase-x-sfp28}\n"
        "  - {name: BMC, type: 1000base-t, mgmt_only: true}\n";
    const auto with = [&](const std::string& uplink) {
        Files files = version(
            "models:\n  server-4x25: {device-type: Any/R4, ports: {data: \"NIC1-[1-2]\", feed: "
            "\"NIC2-[1-2]\", bmc: BMC}}\n"
            "roles:\n  feed-server: {model: server-4x25, count: 2, place: {units: bottom}, name: "
            "\"{site}-feed-{n}\", platform: debian}\n"
            "cabling:\n  bmc: {from: {role: [trading-server, feed-server]}}\n"
            "  feed-data: {from: {role: feed-server, ports: data}, to: {role: leaf, same: "
            "leaf-group, ports: servers}, connect: one-each, lag: true, carries: [servers], media: "
            "[dac-25g]}\n"
            "  market-data: {from: {role: feed-server, ports: feed}, to: {role: leaf, same: "
            "leaf-group, ports: servers}, connect: one-each, carries: [market-data], media: "
            "[dac-25g]}\n" +
            uplink +
            "networks:\n  servers: {members: {role: [trading-server, feed-server]}}\n"
            "  market-data: {ipv4: {within: ipv4, size: 24}, vlan: 200, vrf: market, members: "
            "{role: feed-server, ports: feed}, gateway: {on: {role: exchange-router}, kind: "
            "anycast}}\n");
        files["standards/device-types/Any/R4.yaml"] = four_ports;
        return try_site(shipped_site("lab1", {on_next, more_power}), {}, files);
    };
    EXPECT_THAT(with("").diagnostics, HasSubstr("[gateway-unreachable]"));
    const Trial trial = with("  uplink: {carries: [servers, market-data]}\n"
                             "  exchange-peer: {carries: [servers, market-data]}\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    std::set<std::string> ports;
    for (const Address& one : trial.intent().addresses)
        if (one.rule == "market-data" && one.device.value == "feed-server.1")
            ports.insert(one.interface.value);
    EXPECT_THAT(ports, ElementsAre("feed-server.1:NIC2-1", "feed-server.1:NIC2-2"))
        << "without a bundle each port has its own address";
}

TEST(HardDemands, HalfOfTheRacksHaveNoFeedB) {
    const std::string racks =
        "  R[01-02]: {row: A, position: 1, units: 42, depth: 1070 mm, feeds: {A: 4 kW, B: 4 kW}, "
        "labels: {feeds: two}}\n"
        "  R[03-04]: {row: A, position: 3, units: 42, depth: 1070 mm, feeds: {A: 8 kW}, "
        "single-feed: accepted, labels: {feeds: one}}\n";
    const Files routers = version("roles:\n  exchange-router: {where: {feeds: two}}\n"
                                  "  wan-router: {where: {feeds: two}}\n");
    const Edits edits{on_next,
                      {"  R[01-04]: {row: A, position: 1, units: 42, depth: 1070 mm, max-weight: "
                       "800 kg, feeds: {A: 4 kW, B: 4 kW}}\n",
                       racks},
                      {"trading-servers: 27", "trading-servers: 16"}};
    EXPECT_THAT(try_site(shipped_site("tok1", edits), {}, routers).diagnostics,
                HasSubstr("[pair-on-one-feed]"));
    const std::string waived =
        "exceptions:\n  - {on: {role: leaf, rack: [R03, R04]}, set: {waive: [pair-on-one-feed]}, "
        "reason: B is built in 2027, until: 2027-09-30}\n";
    const Trial trial = try_site(shipped_site("tok1", edits) + waived, {}, routers);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_THAT(trial.diagnostics, testing::Not(HasSubstr("error:")));
    int strips = 0;
    for (const Device& one : trial.intent().devices) strips += one.role == "pdu";
    EXPECT_EQ(strips, 6) << "one for each feed";
    for (const char* router : {"exchange-router.1", "wan-router.1", "wan-router.2"})
        EXPECT_THAT(rack(trial, router), testing::AnyOf("R01", "R02")) << router;
}

TEST(HardDemands, ACrossConnectLandsInARackThatIsNotOurs) {
    const Trial trial = try_site(shipped_site("chi1"));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    const Cable& cable = named(trial.intent().cables, "wan/WAN-2");
    EXPECT_EQ(cable.a.text, "place.MMR-2:PP 17/3-4");
    EXPECT_EQ(cable.a.device, std::nullopt);
    EXPECT_GE(cable.length, Length{45'000});
}

TEST(HardDemands, ManagementWithoutIpv4) {
    const Trial trial = try_site(shipped_site("lab1") +
                                 "exceptions:\n  - {on: {network: management}, set: {ipv4: none}, "
                                 "reason: no RFC 1918 space left in this region}\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    for (const Prefix& prefix : trial.intent().prefixes)
        EXPECT_NE(prefix.id.value, "management/ipv4");
    EXPECT_NE(address(trial, "management/leaf.R1.1/ipv6"), "");
    const Trial standard = try_site(shipped_site("lab1", {on_next}), {},
                                    version("remove: [networks.management.ipv4]\n"));
    ASSERT_TRUE(standard.outcome) << standard.diagnostics;
    for (const Prefix& prefix : standard.intent().prefixes)
        EXPECT_NE(prefix.id.value, "management/ipv4");
}

TEST(HardDemands, ARackPutIntoTheMiddleOfARowMovesNothing) {
    const std::string usual =
        shipped_site("tok1", {{"trading-servers: 27", "trading-servers: 20"}});
    const Trial before = try_site(usual);
    const Trial after = try_site(
        shipped_site(
            "tok1",
            {{"trading-servers: 27", "trading-servers: 20"},
             {"  R[01-04]: {row: A, position: 1, units: 42, depth: 1070 mm, max-weight: 800 "
              "kg, feeds: {A: 4 kW, B: 4 kW}}\n",
              "  R[01-02]: {row: A, position: 1, units: 42, depth: 1070 mm, max-weight: 800 "
              "kg, feeds: {A: 4 kW, B: 4 kW}}\n"
              "  R13: {row: A, position: 3, units: 42, depth: 1070 mm, feeds: {A: 4 kW, B: 4 "
              "kW}}\n"
              "  R[03-04]: {row: A, position: 4, units: 42, depth: 1070 mm, max-weight: 800 "
              "kg, feeds: {A: 4 kW, B: 4 kW}}\n"}}),
        before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(device(after, "leaf.R13.1").number, 9);
    EXPECT_EQ(device(after, "leaf.R13.1").name, "tok1-leaf-09");
    const plan::Plan plan = plan_of(before, after);
    EXPECT_THAT(removed(plan), IsEmpty());
    for (const plan::Moved& moved : plan.moved)
        EXPECT_TRUE(moved.what == "cable" || moved.id == "R03" || moved.id == "R04")
            << moved.id << ": only what is too short now, and the racks that say so";
}

TEST(HardDemands, AnotherLeafModelRackByRack) {
    const auto site = [](const std::string& racks) {
        return shipped_site("tok1", {{"trading-colo 1.0.0", "trading-colo 9.0.0"},
                                     {"trading-servers: 27", "trading-servers: 20"}}) +
               (racks.empty() ? std::string()
                              : "exceptions:\n  - {on: {role: leaf, rack: [" + racks +
                                    "]}, set: {model: leaf-48x25}, reason: old leaves until the "
                                    "window, until: 2027-03-31}\n");
    };
    // The newer model has the same port groups under other names.
    const Files files = version(
        "models:\n  leaf-new: {device-type: Arista/DCS-7050SX3-48YC8-R, modules: [{bay: "
        "\"PSU [0-1]\", "
        "type: Arista/PWR-500AC-R}], ports: {servers: \"Ethernet[9-48]\", uplink: "
        "\"Ethernet[1-6]\", peer: \"Ethernet[55-56]/1\", mgmt: Management1, console: Console}, "
        "power: {typical: 160 W, maximum: 250 W}}\nroles: {leaf: {model: leaf-new}}\n");
    const Trial before = try_site(site("R01, R02, R03, R04"), {}, files);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = try_site(site("R02, R03, R04"), before.allocations(), files);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(device(after, "leaf.R01.1").model, "leaf-new");
    EXPECT_EQ(device(after, "leaf.R02.1").model, "leaf-48x25");
    int renamed_ends = 0;
    for (const Cable& cable : after.intent().cables) {
        if (cable.rule != "server-data") continue;
        const Cable& was = named(before.intent().cables, cable.id.value);
        EXPECT_EQ(cable.b.device, was.b.device);
        if (cable.b.name == was.b.name) continue;
        ++renamed_ends;  // place 1 was Ethernet1 and is Ethernet9
        EXPECT_TRUE(cable.b.device->value.starts_with("leaf.R01."));
        EXPECT_EQ(std::stoi(cable.b.name->substr(8)), std::stoi(was.b.name->substr(8)) + 8);
    }
    EXPECT_GT(renamed_ends, 0);
}

TEST(HardDemands, BridgedAndRoutedRacksSideBySide) {
    const Files files = version(
        "cabling:\n  uplink: {from: {where: {fabric: bridged}}}\n"
        "  uplink-routed: {from: {role: leaf, where: {fabric: routed}, ports: uplink}, to: {role: "
        "exchange-router, ports: leaves}, connect: mesh, parallel: 1, media: [dac-25g, mm-25g]}\n"
        "networks:\n  servers: {members: {where: {fabric: bridged}}}\n"
        "  servers-routed: {per: leaf-group, ipv4: {within: ipv4, size: 26}, vlan: 100, members: "
        "{role: trading-server, where: {fabric: routed}, ports: data}, gateway: {on: {role: leaf, "
        "same: leaf-group}, kind: anycast}}\n");
    const auto site = [](const std::string& last) {
        return shipped_site(
            "tok1",
            {{"trading-colo 1.0.0", "trading-colo 9.0.0"},
             {"trading-servers: 27", "trading-servers: 20"},
             {"  R[01-04]: {row: A, position: 1, ",
              "  R[01-03]: {row: A, position: 1, units: 42, depth: 1070 mm, feeds: {A: 4 kW, "
              "B: 4 kW}, labels: {fabric: bridged}}\n  R04: {row: A, position: 4, labels: "
              "{fabric: " +
                  last + "}, "}});
    };
    const Trial bridged = try_site(site("bridged"), {}, files);
    ASSERT_TRUE(bridged.outcome) << bridged.diagnostics;
    const Trial mixed = try_site(site("routed"), bridged.allocations(), files);
    ASSERT_TRUE(mixed.outcome) << mixed.diagnostics;
    std::map<std::string, std::set<std::string>> racks_of_network;
    for (const Address& one : mixed.intent().addresses)
        if (one.device.value.starts_with("trading-server."))
            racks_of_network[one.rule].insert(rack(mixed, one.device.value));
    EXPECT_THAT(racks_of_network["servers-routed"], ElementsAre("R04"));
    EXPECT_THAT(racks_of_network["servers"], ElementsAre("R01", "R02", "R03"));
}

TEST(HardDemands, ASiteKeepsItsLegacyAddresses) {
    const Trial trial = try_site(
        shipped_site("lab1", {{"ipv4: 10.99.0.0/18", "ipv4: [10.99.0.0/18, 172.20.8.0/22]"}}) +
        "exceptions:\n"
        "  - {on: {network: management}, set: {ipv4: {prefix: 172.20.8.0/24}}, reason: firewall "
        "rules of three customers name it}\n"
        "  - {on: {device: \"trading-server.1\"}, set: {address: {servers: 10.99.4.77}}, reason: "
        "licence bound to address}\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(to_text(named(trial.intent().prefixes, "management/ipv4").prefix), "172.20.8.0/24");
    EXPECT_TRUE(address(trial, "servers/trading-server.1/ipv4").starts_with("10.99.4.77/"));
    EXPECT_TRUE(address(trial, "management/leaf.R1.1/ipv4").starts_with("172.20.8."));
}

}  // namespace colo::tests
