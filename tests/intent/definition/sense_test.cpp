// What is well written and still cannot be meant, one thing at a time.
#include <gmock/gmock.h>

#include "tests/standard_trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

std::string site(const Edits& edits) { return try_site(shipped_site("lab1", edits)).diagnostics; }
std::string standard(const Edits& edits) {
    return try_standard(edits, shipped_site("lab1")).diagnostics;
}
std::string errors(const std::string& said) { return lines_with(said, "error:"); }

}  // namespace

TEST(Sense, TheShippedStandardTriedThisWayIsClean) { EXPECT_EQ(standard({}), ""); }

TEST(Sense, TwoFeedsOfOneSourceAreNotIndependent) {
    EXPECT_EQ(errors(site({{"R[1-2]: {units: 42", "R[1]: {units: 42"},
                           {"feeds: {A: 3 kW, B: 3 kW}}",
                            "feeds: {A: {power: 3 kW, source: U1}, B: {power: 3 kW, source: U1}}}\n"
                            "  R2: {units: 42, feeds: {A: 3 kW, B: 3 kW}}"}})),
              "site.yaml:10:75: error: feeds A and B of rack R1 both hang on U1 "
              "[feeds-not-independent]\n");
}

TEST(Sense, AnAsNumberIsInRangeAndNobodyElses) {
    EXPECT_THAT(site({{"asn: 65099", "asn: 4294967296"}}),
                HasSubstr("the site's AS number is 4294967296; AS numbers are 1 to 4294967295 "
                          "[out-of-range]"));
    EXPECT_THAT(
        site({{"asn: 65099", "asn: 0"}}),
        HasSubstr("the site's AS number is 0, which is nobody's (RFC 7607) [reserved-asn]"));
    EXPECT_THAT(site({{"asn: 65099", "asn: 64500"}}),
                HasSubstr("which is for documentation (RFC 5398) [reserved-asn]"));
    EXPECT_THAT(site({{"peer-asn: 65000", "peer-asn: 65551"}}),
                HasSubstr("peer-asn of W-1 is 65551, which is for documentation"));
    for (const char* good : {"1", "64512", "65534", "4200000000", "4294967294"})
        EXPECT_EQ(site({{"asn: 65099", std::string("asn: ") + good}}), "") << good;
    EXPECT_THAT(standard({{"value: {space: asn}}", "range: 64510-64600}"}}),
                HasSubstr("the first of asns routers is 64510, which is for documentation"));
}

TEST(Sense, SpecialAddressSpaceIsNotASites) {
    EXPECT_EQ(errors(site({{"ipv4: 10.99.0.0/18", "ipv4: 127.0.0.0/18"}})),
              "site.yaml:7:23: error: 127.0.0.0/18 is not a site's to use: 127.0.0.0/8 is loopback "
              "(RFC 1122) [special-address-space]\n");
    for (const char* bad : {"169.254.0.0/18", "239.0.0.0/18", "0.0.0.0/0", "250.0.0.0/18"})
        EXPECT_THAT(site({{"10.99.0.0/18", bad}}), HasSubstr("[special-address-space]")) << bad;
    for (const char* bad : {"fe80::/40", "ff05::/40", "::/0"})
        EXPECT_THAT(site({{"fd00:99::/40", bad}}), HasSubstr("[special-address-space]")) << bad;
}

TEST(Sense, APoolWithAPrefixOfItsOwnLiesOutsideWhatIsCarved) {
    EXPECT_THAT(standard({{"infra4: {within: ipv4, size: 22}", "infra4: {prefix: 10.99.4.0/22}"}}),
                HasSubstr("pool infra4 10.99.4.0/22 overlaps the site's address space 10.99.0.0/18 "
                          "[pool-overlap]"));
    EXPECT_EQ(standard({{"infra4: {within: ipv4, size: 22}", "infra4: {prefix: 10.98.4.0/22}"}}),
              "");
}

TEST(Sense, KeysThatExcludeEachOtherAreNotBothSaid) {
    EXPECT_EQ(errors(standard({{"infra4: {within: ipv4, size: 22}",
                                "infra4: {within: ipv4, size: 22, prefix: 10.98.4.0/22}"}})),
              "standard.yaml:222:3: error: only one of these can be said: within, prefix "
              "[exclusive-keys]\n");
    EXPECT_THAT(standard({{"per: {pair: leaf}", "per: {pair: leaf, cabling: peer-link}"}}),
                HasSubstr("only one of these can be said: pair, cabling [exclusive-keys]"));
    EXPECT_THAT(standard({{"    vlan: 4094\n",
                           "    vlan: 4094\n    host: {number: device, index: from}\n"}}),
                HasSubstr("only one of these can be said: number, index [exclusive-keys]"));
}

TEST(Sense, ANetworkForEachPairOfARoleWithoutPairsIsWarnedAbout) {
    EXPECT_THAT(standard({{"per: {pair: leaf}", "per: {pair: mgmt-switch}"}}),
                HasSubstr("warning: mgmt-switch has no redundancy pairs, so peer-links is never "
                          "made [makes-nothing]"));
}

TEST(Sense, AMediumThatCannotBeBoughtIsRefused) {
    EXPECT_THAT(
        standard({{"dac-25g:  {fits: [25gbase-x-sfp28], speed: 25G, lengths: [1 m, 2 m, 3 m]",
                   "dac-25g:  {fits: [25gbase-x-sfp28], speed: 25G"}}),
        HasSubstr("error: dac-25g is stocked in no length [missing-key]"));
    EXPECT_THAT(
        standard({{"om4-lc:   {fits: [lc], lengths: [1 m, 2 m, 3 m, 5 m, 10 m, 15 m, 20 m, "
                   "30 m], colour: aqua}",
                   "om4-lc:   {fits: [lc], transceiver: none, cord: om4-lc, colour: aqua}"}}),
        HasSubstr("om4-lc, which mm-25g is made with, is stocked in no length"));
}

TEST(Sense, APortTypeThatNothingHasIsWarnedAboutWithTheNearest) {
    EXPECT_EQ(lines_with(standard({{"mm-25g:   {fits: [25gbase-x-sfp28]",
                                    "mm-25g:   {fits: [25gbase-x-sfp28, 25gbase-x-spf28]"}}),
                         "unknown-port-type"),
              "standard.yaml:127:38: warning: no hardware of the standard has a port of type "
              "25gbase-x-spf28 [unknown-port-type]\n");
}

TEST(Sense, APortIsInAGroupOnce) {
    EXPECT_THAT(
        standard({{"uplink: \"Ethernet[49-50]\"", "uplink: [\"Ethernet[49-50]\", Ethernet50]"}}),
        HasSubstr("port Ethernet50 is in group uplink of mgmt-48x1 twice [port-twice]"));
}

TEST(Sense, ADefaultOutsideItsOwnLimitsIsRefusedThoughTheSiteSaysOtherwise) {
    EXPECT_THAT(try_standard({{"racks-per-console:   {type: count, default: 6",
                               "racks-per-console:   {type: count, default: 60"}},
                             shipped_site("lab1", {{"  ptp: false", "  ptp: false\n"
                                                                    "  racks-per-console: 4"}}))
                    .diagnostics,
                HasSubstr("racks-per-console is 60, the largest is 12 [out-of-range]"));
}

TEST(Sense, WhatIsCountedIsNotNegative) {
    EXPECT_THAT(standard({{"peer-asn], at-least: 2", "peer-asn], at-least: -2"}}),
                HasSubstr("at-least is -2; it cannot be negative [out-of-range]"));
    EXPECT_THAT(standard({{"spares: {leaf-48x25: 1", "spares: {leaf-48x25: -1"}}),
                HasSubstr("the number of spares is -1; it cannot be negative"));
    EXPECT_THAT(standard({{"reserve: {first: 10}", "reserve: {first: -10}"}}),
                HasSubstr("first is -10; it cannot be negative"));
}

TEST(Sense, ADeviceDrawsAtMostItsMaximum) {
    EXPECT_THAT(
        standard({{"power: {typical: 300 W, maximum: 420 W}",
                   "power: {typical: 500 W, maximum: 420 W}"}}),
        HasSubstr("server-25g draws 500 W in normal work and 420 W at most [out-of-range]"));
}

TEST(Sense, RailsReachFromTheShorterDistanceToTheLonger) {
    EXPECT_THAT(standard({{"    weight: 19 kg ",
                           "    rails: {from: 900 mm, to: 600 mm}\n    weight: 19 kg "}}),
                HasSubstr("the rails of server-25g reach from 900 mm to 600 mm [out-of-range]"));
}

TEST(Sense, WhatIsSurvivedIsAFeedARackOrARole) {
    EXPECT_THAT(standard({{"routes: {", "survives: [feed, rak]\nroutes: {"}}),
                HasSubstr("rak is neither feed nor rack nor a role [unknown-role]"));
}

TEST(Sense, AStandardThatSurvivesSaysWhatItDoesNot) {
    EXPECT_EQ(standard({{"routes: {", "survives: [feed, rack, leaf, exchange-router]\nroutes: {"}}),
              "");
    EXPECT_THAT(standard({{"routes: {", "survives: mgmt-switch\nroutes: {"}}),
                HasSubstr("error: not every mgmt-switch may be lost [single-point-of-failure]"));
}

}  // namespace colo::tests
