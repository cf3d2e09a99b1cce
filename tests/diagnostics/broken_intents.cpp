#include "tests/diagnostics/broken_intents.h"

#include <gtest/gtest.h>

namespace colo::tests {

namespace {

using example::Case;
using example::the;
using example::without;

constexpr Power watts(std::int64_t value) { return Power{value * 1000}; }

const std::map<std::string, void (*)(Case&)>& ways() {
    static const std::map<std::string, void (*)(Case&)> all{
        {"feed A of rack R01 may carry 500 W",
         [](Case& c) { the(c.intent.racks, "R01").feeds["A"].capacity = watts(500); }},
        {"feed B of rack R01 may carry 900 W",
         [](Case& c) { the(c.intent.racks, "R01").feeds["B"].capacity = watts(900); }},
        {"the first supply of a server has an inlet C20, its outlet is a C13",
         [](Case& c) {
             the(c.intent.power_ports, "trading-server.3:PSU1").type = "iec-60320-c20";
         }},
        {"both leaves of a pair are corded to feed A alone",
         [](Case& c) {
             for (const char* inlet : {"leaf.R01.1:PSU2", "leaf.R01.2:PSU2"})
                 the(c.intent.power_ports, inlet).feed = "A";
         }},
        {"a management port of a server has no cable",
         [](Case& c) { without(c.intent.cables, "bmc/trading-server.3/1"); }},
        {"a server of 1U stands on U43 of a rack of 42",
         [](Case& c) { the(c.intent.devices, "trading-server.3").unit = 43; }},
        {"two branches of a cable that fans out are of different length",
         [](Case& c) {
             c.limits.media["dac-25g"].branches = 2;
             std::int64_t millimetres = 1'000;
             for (Cable& cable : c.intent.cables)
                 if (cable.media == "dac-25g") cable.assembly = cable.a.port->value;
             for (const char* id :
                  {"server-data/trading-server.2/1", "server-data/trading-server.3/1"}) {
                 Cable& branch = the(c.intent.cables, id);
                 branch.assembly = "leaf.R01.1:Ethernet1";
                 branch.length = Length{millimetres += 1'000};
             }
         }},
        {"a port of a leaf runs at 10G beside neighbours at 25G",
         [](Case& c) {
             c.limits.bodies["leaf-48x25"].same_speed = {{"Ethernet1", "Ethernet2", "Ethernet3"}};
             const Cable& slow = the(c.intent.cables, "server-data/trading-server.3/1");
             for (const CableEnd* end : {&slow.a, &slow.b})
                 the(c.intent.interfaces, end->port->value).speed = Speed{10'000};
         }},
        {"two servers have one name, which is waived",
         [](Case& c) {
             the(c.intent.devices, "trading-server.3").name =
                 the(c.intent.devices, "trading-server.2").name;
             c.limits.waivers = {
                 {{"duplicate-name"}, {"trading-server.3"}, {}, "renamed next week", "2027-01-31"}};
         }},
        {"two servers have one serial number",
         [](Case& c) {
             for (const char* server : {"trading-server.2", "trading-server.3"})
                 the(c.intent.devices, server).serial = "7XK2P04";
         }},
        {"the prefix of the servers has no gateway",
         [](Case& c) { the(c.intent.prefixes, "servers/ipv4").gateway.reset(); }},
        {"rack R01 may bear 60 kg",
         [](Case& c) { the(c.intent.racks, "R01").max_weight = Mass{60'000}; }}};
    return all;
}

}  // namespace

Case broken_intent(const std::string& words) {
    Case broken;
    const auto way = ways().find(words);
    EXPECT_NE(way, ways().end()) << words << " is none of the ways to break an intent";
    if (way != ways().end()) way->second(broken);
    return broken;
}

}  // namespace colo::tests
