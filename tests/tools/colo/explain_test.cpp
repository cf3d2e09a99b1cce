// Why each kind of object is there, and who decided each of its values: transcripts that were read.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using nlohmann::json;
using testing::HasSubstr;

class Explain : public Session {
protected:
    void explain(const std::string& object) { type("explain lab1 '" + object + "'"); }
};

}  // namespace

TEST_F(Explain, OfEachKindIsAsItWasWhenItWasRead) {
    run("apply lab1 --yes -m 'first build'");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW}",
         "A: 4 kW, B: 4 kW}, reserved: {\"20-21\": their own cable tray}");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    run("apply lab1 --yes -m 'phase 2'");
    transcript_ += "# both applied\n";
    for (const char* object : {"lab1-srv-007",
                               "leaf.R1.1",
                               "panel.R1.PP1",
                               "R1",
                               "R1:U4",
                               "R1:U20",
                               "R2:U30",
                               "lab1-leaf-01:Ethernet4",
                               "lab1-leaf-01:Ethernet30",
                               "lab1-r1-pdu-a:L1 C13 01",
                               "exchange-router.1:Loopback0",
                               "panel.R1.PP1:front/Port 1",
                               "C-0110",
                               "uplink/leaf.R1.1/exchange-router.2/1",
                               "X-1",
                               "servers",
                               "10",
                               "10.99.8.0/22",
                               "router-cross/wan-router.1/exchange-router.1/1/ipv4",
                               "10.99.8.17/22",
                               "10.99.8.1",
                               "lab1-srv-007.lab1.example.net",
                               "fd00:0099:0:101::11",
                               "routers/wan-router.1",
                               "wan/W-1/ipv4"})
        explain(object);
    expect_golden("tools/colo/golden/explain.txt", transcript_);
}

TEST_F(Explain, WhatAnExceptionDecidesIsExceptedAndTheExceptionComesBeforeTheRule) {
    std::ofstream(root_ / "site-definitions/lab1.yaml", std::ios::app)
        << "exceptions:\n"
           "  - {on: {device: trading-server.2}, set: {place: {rack: R2, unit: 20}}, reason: "
           "heat, until: \"2027-06-30\"}\n"
           "  - {on: {device: trading-server.3}, set: {place: {rack: R1}, number: 30}, reason: "
           "\"its old name, number: 31\"}\n"
           "  - {on: {device: trading-server.4}, set: {address: {servers: 10.99.8.100}}, reason: "
           "hard coded}\n"
           "  - {on: {cabling: bmc, device: trading-server.5}, set: {length: 5 m}, reason: "
           "detour}\n"
           "  - {on: {network: servers}, set: {vlan: 110}, reason: theirs}\n"
           "  - {on: {device: trading-server.2}, set: {number: 40}, reason: second}\n";
    run("apply lab1 --yes -m 'first build'");
    for (const char* object : {"trading-server.2", "trading-server.3", "R2:U20", "10.99.8.100",
                               "bmc/trading-server.5/1", "servers", "servers/ipv4"})
        explain(object);
    expect_golden("tools/colo/golden/explain-exceptions.txt", transcript_);
}

TEST_F(Explain, InJsonSaysHowEachValueWasDecided) {
    run("apply lab1 --yes -m 'first build'");
    const json answer = json::parse(run("explain lab1 trading-server.1 --format json")).at(0);
    std::map<std::string, std::string> how;
    for (const json& one : answer.at("decisions")) how[one.at("what")] = one.at("how");
    EXPECT_EQ(how, (std::map<std::string, std::string>{{"number", "allocated"},
                                                       {"name", "derived"},
                                                       {"place", "allocated"},
                                                       {"model", "derived"}}));
    EXPECT_EQ(answer.at("decisions").at(0).at("since").at("reason"), "first build");
    EXPECT_EQ(answer.at("rules").at(0).at("name"), "trading-server");
    const json unit = json::parse(run("explain lab1 R1:U1 --format json")).at(0);
    EXPECT_EQ(unit.at("table"), "positions");
    EXPECT_FALSE(unit.contains("object"));
}

TEST_F(Explain, ANameOfSeveralThingsListsThem) {
    run("apply lab1 --yes");
    for (const char* object :
         {"4094", "AS65099", "10.99.8.77", "R1:U43", "R9:U1", "R1:U", "lab1-srv-01"})
        explain(object);
    expect_golden("tools/colo/golden/explain-unclear.txt", transcript_);
}

TEST_F(Explain, AnAllocationKeepsTheRevisionThatMadeItThroughLaterOnes) {
    run("apply lab1 --yes -m 'first build'");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    run("apply lab1 --yes -m 'more power'");
    const std::string text = run("explain lab1 R1");
    EXPECT_THAT(text, HasSubstr("leaf-group R1: allocated in revision 1 (2026-11-21, engineer-1, "
                                "\"first build\")"));
    EXPECT_THAT(text,
                HasSubstr("as it is since revision 2 (2026-11-21, engineer-1, \"more power\")"));
}

}  // namespace colo::tests
