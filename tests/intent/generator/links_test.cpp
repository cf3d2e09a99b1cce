// Single cables that follow no rule, beside a topology that somebody else drew link by link.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <map>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

const Files& wan() {
    static const Files files{
        {"standards/wan/1.0.0/standard.yaml", R"(format: colo-standard/1
standard: wan
version: 1.0.0
models:
  router: {device-type: Any/Router, ports: {mgmt: Management1}}
roles:
  p:  {model: router, count: 4, place: {units: bottom}, name: "p{n}"}
  pe: {model: router, count: 3, place: {units: bottom}, name: "pe{n}"}
  rr: {model: router, count: 2, place: {units: bottom}, name: "rr{n}"}
media:
  dac: {fits: [10gbase-x-sfpp], speed: 10G, lengths: [3 m, 5 m]}
pools:
  links: {prefix: 10.255.3.0/24}
networks:
  p2p: {per: {cabling: links}, ipv4: {within: links, size: 31, nth: {number: cable}}, lower: from}
)"},
        {"standards/device-types/Any/Router.yaml",
         "manufacturer: Any\nmodel: Router\nslug: any-router\nu_height: 1\nis_full_depth: true\n"
         "interfaces:\n  - {name: Ethernet1, type: 10gbase-x-sfpp}\n"
         "  - {name: Ethernet2, type: 10gbase-x-sfpp}\n  - {name: Ethernet3, type: "
         "10gbase-x-sfpp}\n"
         "  - {name: Ethernet4, type: 10gbase-x-sfpp}\n"
         "  - {name: Management1, type: 1000base-t, mgmt_only: true}\n"}};
    return files;
}

Trial with_links(const std::string& links, const Allocations& earlier = {}) {
    return try_site("format: colo-site/1\nsite: wan1\nstandard: wan 1.0.0\nfacility: {name: lab}\n"
                    "address-space: {ipv4: 10.20.0.0/16}\n"
                    "racks: {R1: {units: 42, depth: 1 m, feeds: {A: 5 kW, B: 5 kW}}}\nlinks:\n" +
                        links,
                    earlier, wan());
}

/// `p1` as `p.1`.
std::string identity(const std::string& name) {
    const std::size_t digit = name.find_first_of("0123456789");
    return name.substr(0, digit) + "." + name.substr(digit);
}

}  // namespace

TEST(Links, AnIrregularTopologyComesOutLinkByLink) {
    const char* data = std::getenv("COLO_TEST_DATA");
    std::ifstream file(std::string(data ? data : "") +
                       "/data/avd/examples/isis-ldp-ipvpn/expected_plan.json");
    if (!file) GTEST_SKIP() << "no outside data: data/avd";
    const auto expected = nlohmann::json::parse(file);
    // An end with an even address is the first of its link, and half of it the link's number.
    std::string links;
    std::map<std::string, std::string> addresses;
    for (const auto& end : expected.at("p2p")) {
        if (end.at(3).is_null()) continue;
        const std::string port = identity(end.at(0)) + ":" + end.at(1).get<std::string>();
        const std::string address = end.at(2);
        addresses[port] = address;
        const int last = std::stoi(address.substr(address.rfind('.') + 1));
        if (last % 2 == 0)
            links += "  L" + std::to_string(last / 2) + ": {a: \"" + port + "\", b: \"" +
                     identity(end.at(3)) + ":" + end.at(4).get<std::string>() +
                     "\", media: dac, number: " + std::to_string(last / 2) + "}\n";
    }
    const Trial trial = with_links(links);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.intent().cables.size(), expected.at("links").size());
    std::map<std::string, std::string> ours;
    for (const Address& one : trial.intent().addresses)
        ours[one.interface.value] = to_text(one.address);
    EXPECT_EQ(ours, addresses);
    EXPECT_EQ(addresses.size(), 26U);
}

TEST(Links, OneMoreMovesNoOther) {
    const std::string first = "  west: {a: \"p.1:Ethernet1\", b: \"pe.1:Ethernet1\", media: dac, "
                              "number: 7}\n";
    const Trial before = with_links(first);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = with_links(
        "  east: {a: \"p.2:Ethernet1\", b: \"pe.2:Ethernet1\", media: dac, number: 3}\n" + first,
        before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(before.intent().cables.front(), after.intent().cables.back());
}

TEST(Links, WhatTheyNameMustBeThereAndFree) {
    EXPECT_THAT(
        with_links("  x: {a: \"p.9:Ethernet1\", b: \"pe.1:Ethernet1\", media: dac}\n").diagnostics,
        HasSubstr("site.yaml:8:10: error: the site has no device p.9 [unknown-port]"));
    EXPECT_THAT(
        with_links("  x: {a: \"p.1:Ethernet9\", b: \"pe.1:Ethernet1\", media: dac}\n").diagnostics,
        HasSubstr("Any/Router has no port Ethernet9"));
    EXPECT_THAT(
        with_links("  x: {a: \"p.1:Ethernet1\", b: \"pe.1:Ethernet1\", media: dac, number: 1}\n"
                   "  y: {a: \"p.2:Ethernet1\", b: \"pe.1:Ethernet1\", media: dac, number: 2}\n")
            .diagnostics,
        HasSubstr("pe.1:Ethernet1 has the cable links/x already"));
    EXPECT_THAT(with_links("  x: {a: \"p.1:Management1\", b: \"pe.1:Ethernet1\", media: dac}\n")
                    .diagnostics,
                HasSubstr("dac does not fit 1000base-t"));
    EXPECT_THAT(
        with_links("  x: {a: \"p.1:Ethernet1\", b: \"pe.1:Ethernet1\", media: duck}\n").diagnostics,
        HasSubstr("[unknown-media]"));
}

TEST(Links, ALinkWithoutTheNumberThatItsNetworkAsksForIsPointedAt) {
    const Trial trial =
        with_links("  L1: {a: \"p.1:Ethernet1\", b: \"p.2:Ethernet1\", media: dac}\n");
    EXPECT_FALSE(trial.outcome);
    EXPECT_THAT(
        trial.diagnostics,
        HasSubstr("p2p/L1 has no block of links: it goes by {number: cable}, which is not said"));
    EXPECT_THAT(trial.diagnostics, HasSubstr("site.yaml:8:3: note: the link, which has no number"));
}

}  // namespace colo::tests
