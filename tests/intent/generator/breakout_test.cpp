// Ports broken out into lanes, and neighbours that must run at one speed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* old_server =
    "manufacturer: Old\nmodel: Server-10G\nslug: old-server\nu_height: 1\nis_full_depth: true\n"
    "power-ports:\n  - {name: PSU1, type: iec-60320-c14, maximum_draw: 200}\n"
    "  - {name: PSU2, type: iec-60320-c14, maximum_draw: 200}\n"
    "interfaces:\n  - {name: eth0, type: 10gbase-x-sfpp}\n  - {name: eth1, type: 10gbase-x-sfpp}\n";

/// lab1 on 1.0.0 with five servers of 10G ports, of which these lines say where they go.
Trial with_old_servers(const std::string& leaf, const std::string& rest, int servers = 5,
                       const Allocations& earlier = {}, const std::string& model = "") {
    const std::string standard =
        "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
        "extends: trading-colo 1.0.0\nparameters: {old: {type: count, default: 0}}\nmodels:\n"
        "  old-server: {" +
        model +
        "device-type: Old/Server-10G, ports: {data: \"eth[0-1]\"}}\n"
        "  leaf-48x25: {" +
        leaf +
        "}\nroles:\n  old-server: {model: old-server, count: {parameter: old}, "
        "place: {units: bottom}, name: \"{site}-old-{n}\"}\n" +
        rest;
    return try_site(
        shipped_site("lab1", {{"trading-colo 1.0.0", "trading-colo 9.0.0"},
                              {"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"},
                              {"ptp: false", "ptp: false\n  old: " + std::to_string(servers)}}),
        earlier,
        {{"standards/trading-colo/9.0.0/standard.yaml", standard},
         {"standards/device-types/Old/Server-10G.yaml", old_server}});
}

const std::string lanes =
    "breakout: {low-speed: {ports: \"Ethernet[53-54]/1\", lanes: 4, speed: 10G}}";
const std::string fan_out =
    "media:\n  fan-out-10g: {fits: [100gbase-x-qsfp28, 10gbase-x-sfpp], speed: 10G, branches: 4, "
    "lengths: [2 m, 3 m, 5 m], longest: 5 m}\n"
    "cabling:\n  old-data: {from: {role: old-server, ports: data}, to: {role: leaf, same: "
    "leaf-group, ports: low-speed}, connect: one-each, media: [fan-out-10g]}\n";

std::vector<const Cable*> cables_of(const Trial& trial, const std::string& rule) {
    std::vector<const Cable*> cables;
    for (const Cable& cable : trial.intent().cables)
        if (cable.rule == rule) cables.push_back(&cable);
    return cables;
}

const Interface& interface(const Trial& trial, const std::string& id) {
    for (const Interface& one : trial.intent().interfaces)
        if (one.id.value == id) return one;
    throw std::runtime_error("no interface " + id);
}

}  // namespace

TEST(Breakout, LanesArePortsOfTheirOwnAndTheirCablesOnePiece) {
    const Trial trial = with_old_servers(lanes, fan_out);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    const auto cables = cables_of(trial, "old-data");
    ASSERT_EQ(cables.size(), 10U);
    std::map<std::string, std::vector<std::string>> by_assembly;
    std::map<std::string, std::set<Length>> lengths;
    for (const Cable* cable : cables) {
        by_assembly[cable->assembly.value()].push_back(*cable->b.name);
        lengths[*cable->assembly].insert(cable->length);
    }
    EXPECT_THAT(by_assembly["leaf.R1.1:Ethernet53/1"],
                ElementsAre("Ethernet53/1", "Ethernet53/2", "Ethernet53/3"));
    EXPECT_EQ(by_assembly.size(), 4U) << "one assembly at each leaf";
    for (const auto& [assembly, found] : lengths) EXPECT_EQ(found.size(), 1U) << assembly;
    EXPECT_EQ(interface(trial, "leaf.R1.1:Ethernet53/3").speed, Speed{10'000});
    EXPECT_EQ(interface(trial, "leaf.R1.1:Ethernet53/4").speed, Speed{10'000});
    EXPECT_EQ(interface(trial, "leaf.R1.1:Ethernet54/2").cable, std::nullopt);
}

TEST(Breakout, OneAssemblyIsDealtBeforeTheNextIsBegun) {
    const Trial trial = with_old_servers(lanes, fan_out, 10);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    std::map<std::string, int> branches;
    for (const Cable* cable : cables_of(trial, "old-data")) ++branches[*cable->assembly];
    EXPECT_EQ(branches["leaf.R1.1:Ethernet53/1"], 4);
    EXPECT_EQ(branches["leaf.R1.1:Ethernet54/1"], 1);
}

TEST(Breakout, OneMoreServerMovesNoOther) {
    const Trial before = with_old_servers(lanes, fan_out, 5);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = with_old_servers(lanes, fan_out, 6, before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    const auto old_cables = cables_of(before, "old-data"), cables = cables_of(after, "old-data");
    for (const Cable* old_one : old_cables)
        EXPECT_TRUE(std::any_of(cables.begin(), cables.end(), [&](const Cable* cable) {
            return *cable == *old_one;
        })) << old_one->id.value;
}

TEST(Breakout, ANewBranchJoinsTheCableThatLies) {
    const Trial before = with_old_servers(lanes, fan_out, 1);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    std::string newer = fan_out;
    newer.insert(newer.find("cabling"),
                 "  fan-out-new: {fits: [100gbase-x-qsfp28, 10gbase-x-sfpp], "
                 "speed: 10G, branches: 4, lengths: [3 m, 5 m]}\n");
    newer.replace(newer.find("[fan-out-10g]"), 13, "[fan-out-new, fan-out-10g]");
    const Trial after = with_old_servers(lanes, newer, 3, before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    std::map<std::string, std::set<std::string>> media;
    for (const Cable* cable : cables_of(after, "old-data"))
        media[*cable->assembly].insert(cable->media);
    for (const auto& [assembly, found] : media) EXPECT_EQ(found.size(), 1U) << assembly;
    EXPECT_TRUE(media[*cables_of(before, "old-data").front()->assembly].contains("fan-out-10g"));
}

TEST(Breakout, AWholeCableDoesNotGoIntoALaneNorAFanOutIntoAWholePort) {
    const std::string dac = "media:\n  dac-10g: {fits: [100gbase-x-qsfp28, 10gbase-x-sfpp], speed: "
                            "10G, lengths: [3 m, 5 m]}\n";
    const std::string rule = "cabling:\n  old-data: {from: {role: old-server, ports: data}, to: "
                             "{role: leaf, same: leaf-group, ports: low-speed}, connect: one-each, "
                             "media: [";
    EXPECT_THAT(with_old_servers(lanes, dac + rule + "dac-10g]}\n").diagnostics,
                HasSubstr("dac-10g has no branches, the port has 4 lanes"));
    const std::string media = fan_out.substr(0, fan_out.find("cabling"));
    EXPECT_THAT(with_old_servers("ports: {low-speed: \"Ethernet[53-54]/1\"}",
                                 media + rule + "fan-out-10g]}\n", 2)
                    .diagnostics,
                HasSubstr("fan-out-10g has 4 branches, the port is not broken out"));
}

TEST(Breakout, APortIsBrokenOutOrWhole) {
    EXPECT_THAT(
        with_old_servers(lanes + ", ports: {spare: \"Ethernet[52-53]/1\"}", fan_out).diagnostics,
        HasSubstr("port Ethernet53/1 of leaf-48x25 is broken out, and whole in group spare"));
    EXPECT_THAT(
        with_old_servers("breakout: {low-speed: {ports: Ethernet53/1, lanes: 4, speed: 10G, "
                         "suffix: \"-{lan}\"}}",
                         fan_out)
            .diagnostics,
        HasSubstr("the lanes of low-speed would have one name"));
    EXPECT_THAT(with_old_servers(
                    "breakout: {low-speed: {ports: Ethernet59/1, lanes: 4, speed: 10G}}", fan_out)
                    .diagnostics,
                HasSubstr("has no interface Ethernet59/1"));
}

/// Five old servers on the same ports as the new ones, four neighbours at one speed.
const std::string neighbours = "same-speed: [{ports: \"Ethernet[1-40]\", each: 4}]";
const std::string on_server_ports =
    "media:\n  dac-10g: {fits: [25gbase-x-sfp28, 10gbase-x-sfpp], speed: 10G, lengths: [1 m, 2 m, "
    "3 m, "
    "5 m]}\ncabling:\n  old-data: {from: {role: old-server, ports: data}, to: {role: leaf, same: "
    "leaf-group, ports: servers}, connect: one-each, media: [dac-10g]}\n";

TEST(SameSpeed, SlowPortsShareNeighboursWithSlowOnes) {
    const Trial trial = with_old_servers(neighbours, on_server_ports);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    std::map<int, std::set<Speed>> speeds;
    for (int port = 1; port <= 40; ++port) {
        const Interface& one = interface(trial, "leaf.R1.1:Ethernet" + std::to_string(port));
        if (one.cable) speeds[(port - 1) / 4].insert(*one.speed);
    }
    EXPECT_GE(speeds.size(), 2U);
    for (const auto& [block, found] : speeds) EXPECT_EQ(found.size(), 1U) << "block " << block;
}

TEST(SameSpeed, WhereNoneIsLeftTheMixtureIsToldOf) {
    const Trial trial = with_old_servers(
        "same-speed: [{ports: \"Ethernet[1-40]\", each: 8}], ports: {servers: \"Ethernet[1-8]\"}",
        on_server_ports);
    EXPECT_THAT(trial.diagnostics,
                HasSubstr("Ethernet1 to Ethernet8 of leaf.R1.1 must run at one speed"));
    EXPECT_THAT(trial.diagnostics, HasSubstr("[speed-group-mixed]"));
}

TEST(Supplies, AreSummedWhereTheModelSaysSo) {
    const auto draw = [](const std::string& model) {
        const Trial trial = with_old_servers(lanes, fan_out, 1, {}, model);
        if (!trial.outcome) throw std::runtime_error(trial.diagnostics);
        for (const Device& device : trial.intent().devices)
            if (device.id.value == "old-server.1") return *device.maximum;
        throw std::runtime_error("no server");
    };
    EXPECT_EQ(draw(""), Power{200'000});
    EXPECT_EQ(draw("supplies: summed, "), Power{400'000});
}

TEST(Breakout, LimitsAreKept) {
    const auto said = [](const std::string& leaf, const std::string& model = "") {
        return with_old_servers(leaf, fan_out, 1, {}, model).diagnostics;
    };
    for (const char* lanes_said : {"1000000000000", "0", "-1", "17"})
        EXPECT_THAT(said("breakout: {low-speed: {ports: Ethernet53/1, speed: 10G, lanes: " +
                         std::string(lanes_said) + "}}"),
                    HasSubstr("it takes 2 to 16 lanes of a port [out-of-range]"));
    EXPECT_THAT(said(lanes + ", same-speed: [{ports: \"Ethernet[1-4]\", each: 0}]"),
                HasSubstr("each is 0; it is 2 to 16"));
    EXPECT_THAT(said(lanes + ", same-speed: [{ports: \"Ethernet[1,1,2,2]\", each: 2}]"),
                HasSubstr("port Ethernet1 of leaf-48x25 is in same-speed twice"));
    EXPECT_THAT(said(lanes, "supplies: redundant, "),
                HasSubstr("supplies is redundant; it can only be summed"));
}

}  // namespace colo::tests
