// Mistakes in a standard, beside those of the catalogue: the exact words.
#include <gmock/gmock.h>

#include "tests/diagnostics/example.h"

namespace colo::tests {

namespace {

/// What is said of lab1 after one thing in its standard was changed.
std::string say(const std::string& find, const std::string& put) {
    Entry entry;
    entry.example = {{{}, "standards/trading-colo/1.0.0/standard.yaml", find, put, {}}};
    const Said said = run_example(entry);
    return to_text(said.report.problems(said.sources), said.sources, false);
}

}  // namespace

TEST(MistakesInAStandard, APoolMustSayWhatItIsCarvedFrom) {
    EXPECT_EQ(
        say("infra4: {within: ipv4, size: 22}", "x: {}\n  infra4: {within: ipv4, size: 22}"),
        "standards/trading-colo/1.0.0/standard.yaml:222:3: error: pool x does not say what it "
        "is carved from [missing-key]\n"
        "  222 |   x: {}\n"
        "      |   ^\n"
        "  hint: write {within: ipv4, size: 22}, or the prefix itself\n"
        "1 error in 1 file\n");
}

TEST(MistakesInAStandard, APrefixIsNoLongerThanAnAddress) {
    EXPECT_EQ(say("within: infra4, size: 31", "within: infra4, size: 33"),
              "standards/trading-colo/1.0.0/standard.yaml:248:34: error: a prefix cannot have the "
              "length 33 [out-of-range]\n"
              "  248 |     ipv4: {within: infra4, size: 33}\n"
              "      |                                  ^~\n"
              "  hint: ipv4 prefixes have 0 to 32\n"
              "1 error in 1 file\n");
    EXPECT_EQ(say("infra6: {within: ipv6, size: 56}", "infra6: {within: ipv6, size: 129}"),
              "standards/trading-colo/1.0.0/standard.yaml:223:32: error: a prefix cannot have the "
              "length 129 [out-of-range]\n"
              "  223 |   infra6: {within: ipv6, size: 129}\n"
              "      |                                ^~~\n"
              "  hint: ipv6 prefixes have 0 to 128\n"
              "1 error in 1 file\n");
}

TEST(MistakesInAStandard, ATemplatesUnknownFieldOffersTheNearest) {
    EXPECT_EQ(
        say("{site}-mgmt-{n:02}", "{site}-{rak}-mgmt"),
        "standards/trading-colo/1.0.0/standard.yaml:96:12: error: {rak} is not known here "
        "[bad-template]\n"
        "   96 |      name: \"{site}-{rak}-mgmt\", platform: linux-switch, pipeline: switch}\n"
        "      |            ^~~~~~~~~~~~~~~~~~~\n"
        "  in the name of mgmt-switch.R1\n"
        "  hint: did you mean rack?\n"
        "1 error in 1 file\n");
}

TEST(MistakesInAStandard, WhatNothingWouldReadIsRefused) {
    EXPECT_THAT(say("bmc: \"{name}-bmc\"", "bcm: \"{name}-bmc\""),
                testing::HasSubstr("error: no model has a port group bcm [unknown-port-group]"));
    EXPECT_THAT(say("server-25g: {percent: 2}", "server-25: {percent: 2}"),
                testing::HasSubstr("hint: did you mean server-25g?"));
    EXPECT_THAT(say("vlan: 100\n", "vlan: 100\n    host: {number: devce}\n"),
                testing::HasSubstr("hint: did you mean device?"));
}

TEST(MistakesInAStandard, WhatIsMissingIsSaidOnceAndWithItsPlace) {
    EXPECT_EQ(say("    to: {role: exchange-router, pick: nearest, ports: time}\n", ""),
              "standards/trading-colo/1.0.0/standard.yaml:205:5: error: to is missing here "
              "[missing-key]\n"
              "  205 |     from: {role: ptp-grandmaster, ports: time}\n"
              "      |     ^\n"
              "1 error in 1 file\n");
}

TEST(MistakesInAStandard, ABayOffersTheNearest) {
    EXPECT_THAT(say("PSU [0-1]", "PSU[0-1]"), testing::HasSubstr("hint: did you mean PSU 0?"));
}

}  // namespace colo::tests
