// One shipped definition, broken in one thing: the exact words.
#include <gmock/gmock.h>

#include "tests/trial.h"

namespace colo::tests {

namespace {

std::string say(const std::vector<std::pair<std::string, std::string>>& edits) {
    return try_site(shipped_site("lab1", edits)).diagnostics;
}

}  // namespace

TEST(Diagnostics, TheShippedDefinitionsAreClean) {
    EXPECT_EQ(try_site(shipped_site("lab1")).diagnostics, "");
    EXPECT_EQ(try_site(shipped_site("ams1")).diagnostics, "");
}

TEST(Diagnostics, AnUnknownParameterOffersTheNearestAndIsSaidOnce) {
    EXPECT_EQ(say({{"trading-servers: 6", "trading-server: 6"}}),
              "site.yaml:25:3: error: unknown parameter trading-server [unknown-parameter]\n"
              "   25 |   trading-server: 6\n"
              "      |   ^~~~~~~~~~~~~~\n"
              "  hint: did you mean trading-servers?\n"
              "1 error in 1 file\n");
}

TEST(Diagnostics, AMissingParameterPointsToItsDeclaration) {
    EXPECT_EQ(
        say({{"  trading-servers: 6\n", ""}}),
        "site.yaml:1:1: error: parameter trading-servers is not set [parameter-missing]\n"
        "    1 | # yaml-language-server: $schema=../standards/trading-colo/1.0.0/site.schema.json\n"
        "      | ^\n"
        "  standards/trading-colo/1.0.0/standard.yaml:13:3: note: declared here: servers that "
        "trade\n"
        "1 error in 1 file\n");
}

TEST(Diagnostics, AnUnknownKeyIsNeverIgnored) {
    EXPECT_EQ(say({{"facility:", "facilty:"}}),
              "site.yaml:6:1: error: unknown key facilty [unknown-key]\n"
              "    6 | facilty: {name: our own lab, city: London, timezone: Europe/London}\n"
              "      | ^~~~~~~\n"
              "  hint: did you mean facility?\n"
              "1 error in 1 file\n");
}

TEST(Diagnostics, AQuantityWithoutItsUnitIsRefused) {
    EXPECT_EQ(lines_with(say({{"1070 mm", "1070"}}), "error:"),
              "site.yaml:10:30: error: 1070 is not a length [bad-unit]\n");
}

TEST(Diagnostics, ANumberIsNotGuessedAt) {
    EXPECT_EQ(lines_with(say({{"trading-servers: 6", "trading-servers: 010"}}), "error:"),
              "site.yaml:25:20: error: 010 is not a whole number [wrong-type]\n");
    EXPECT_THAT(say({{"trading-servers: 6", "trading-servers: 1000000000000"}}),
                testing::HasSubstr("hint: no number here has more than 12 digits"));
    EXPECT_EQ(lines_with(say({{"ptp: false", "ptp: no"}}), "error:"),
              "site.yaml:26:8: error: no is neither true nor false [wrong-type]\n");
}

TEST(Diagnostics, AParameterBeyondItsLimitNamesTheLimit) {
    EXPECT_EQ(say({{"trading-servers: 6", "trading-servers: 481"}}),
              "site.yaml:25:20: error: trading-servers is 481, the largest is 480 [out-of-range]\n"
              "   25 |   trading-servers: 481\n"
              "      |                    ^~~\n"
              "  standards/trading-colo/1.0.0/standard.yaml:13:59: note: the limit is set here\n"
              "1 error in 1 file\n");
}

TEST(Diagnostics, AnUnknownVersionShowsThoseThatExist) {
    EXPECT_EQ(say({{"standard: trading-colo 1.0.0", "standard: trading-colo 7.0.0"}}),
              "site.yaml:5:11: error: trading-colo has no version 7.0.0 [unknown-standard]\n"
              "    5 | standard: trading-colo 7.0.0\n"
              "      |           ^~~~~~~~~~~~~~~~~~\n"
              "  hint: there is 1.0.0, 1.1.0, 2.0.0\n"
              "1 error in 1 file\n");
}

TEST(Diagnostics, AllProblemsAreShownInOneRunSortedByLine) {
    EXPECT_EQ(
        lines_with(say({{"city:", "cty:"}, {"42, depth", "420, depth"}, {"ptp: false", "ptp: 1"}}),
                   "error:"),
        "site.yaml:6:31: error: unknown key cty [unknown-key]\n"
        "site.yaml:10:3: error: rack R[1-2] cannot have 420 units [out-of-range]\n"
        "site.yaml:26:8: error: 1 is neither true nor false [wrong-type]\n");
}

TEST(Diagnostics, ACircuitMustSayWhatItsKindRequires) {
    EXPECT_EQ(
        lines_with(say({{"provider: office, side: A", "side: A"}}), "error:"),
        "site.yaml:17:3: error: circuit W-1 does not say its provider [circuit-incomplete]\n");
}

TEST(Diagnostics, AHandoffMustBeAPortThatIsThere) {
    EXPECT_EQ(lines_with(say({{"panel: PP1, port: 1}}", "panel: PP1, port: 25}}"}}), "error:"),
              "site.yaml:15:120: error: panel PP1 has no port 25 [unknown-port]\n");
    EXPECT_EQ(
        lines_with(say({{"{rack: R1, panel: PP1, port: 1}}", "{rack: R1, panel: PP2, port: 1}}"}}),
                   "error:"),
        "site.yaml:15:109: error: rack R1 has no panel PP2 [unknown-panel]\n");
}

TEST(Diagnostics, TwoCircuitsOnOnePanelPortAreRefused) {
    EXPECT_THAT(
        say({{"port: 2}}\n  W-2", "port: 1}}\n  W-2"}}),
        testing::HasSubstr("circuits X-1 and W-1 both land on port 1 of PP1 [port-used-twice]"));
}

TEST(Diagnostics, ALinesAddressLeavesRoomForItsPeer) {
    EXPECT_EQ(lines_with(say({{"192.0.2.65/31", "192.0.2.65/32"}}), "error:"),
              "site.yaml:18:80: error: 192.0.2.65/32 of circuit W-1 leaves no address for the peer "
              "[wrong-type]\n");
    EXPECT_EQ(lines_with(say({{"192.0.2.65/31", "\"2001:db8::1/64\""}}), "error:"),
              "site.yaml:18:80: error: 2001:db8::1/64 of circuit W-1 is not ipv4 [wrong-type]\n");
}

TEST(Diagnostics, ALoneCarriageReturnCannotHideALine) {
    EXPECT_THAT(say({{"  ptp: false", "  # note\r  ptp: false"}}),
                testing::HasSubstr("[control-character]"));
}

TEST(Diagnostics, MoreRacksThanASiteCanHaveAreRefusedAtOnce) {
    EXPECT_THAT(say({{"  R[1-2]: {", "  S[1-4096]: {units: 1}\n  R[1-2]: {"}}),
                testing::HasSubstr("the site has more than 4096 racks [too-large]"));
}

TEST(Diagnostics, WhatDoesNotFitSaysWhatIsShortWhereAndWhatWouldFit) {
    EXPECT_EQ(
        say({{"trading-servers: 6", "trading-servers: 8"}}),
        "site.yaml:25:20: error: 2 of 8 trading-server have no place in the site "
        "[placement-no-room]\n"
        "   25 |   trading-servers: 8\n"
        "      |                    ^\n"
        "  each needs 1U, 420 W, 19 kg\n"
        "  R2: short of 86 W on feed A with feed B lost\n"
        "  R1: short of 126 W on feed A with feed B lost\n"
        "  standards/trading-colo/1.0.0/standard.yaml:109:3: note: role trading-server\n"
        "  hint: trading-servers: 6 fits; nearest to fitting is R2; more power on the feeds, or "
        "another rack, makes room\n"
        "1 error in 1 file\n");
}

TEST(Diagnostics, AddressSpaceThatIsTooSmallIsNamed) {
    EXPECT_EQ(
        say({{"10.99.0.0/18", "10.99.0.0/22"}}),
        "standards/trading-colo/1.0.0/standard.yaml:227:11: error: no /22 is left in ipv4 for "
        "management/ipv4 [pool-exhausted]\n"
        "  227 |     ipv4: {within: ipv4, size: 22}\n"
        "      |           ^\n"
        "  ipv4 is 10.99.0.0/22\n"
        "  asked for: 3 prefixes of /22\n"
        "  pools/infra4 has 10.99.0.0/22\n"
        "  site.yaml:7:16: note: the site's address space\n"
        "  hint: give the site a /20 of ipv4, or make the networks smaller\n"
        "1 error in 1 file\n");
}

TEST(Diagnostics, ACountBelowTheLeastIsNoAdvice) {
    const std::string said = say({{"A: 3 kW, B: 3 kW", "A: 1600 W, B: 1600 W"}});
    EXPECT_THAT(said, testing::HasSubstr("6 of 6 trading-server have no place in the site"));
    EXPECT_THAT(said, testing::Not(testing::HasSubstr(" fits;")));
}

TEST(Diagnostics, WhatIsWrongWithAllRacksOfAKeyIsSaidOnce) {
    EXPECT_EQ(
        lines_with(say({{"1070 mm,", "1070 mm, reserved: {40-50: theirs, 60: ours},"}}), "error:"),
        "site.yaml:10:3: error: reserved 40-50 is not a range of units of rack R[1-2] "
        "[bad-range]\n"
        "site.yaml:10:3: error: reserved 60 is not a range of units of rack R[1-2] "
        "[bad-range]\n");
    EXPECT_EQ(
        lines_with(say({{"42, depth: 1070 mm, feeds: {A: 3 kW, B: 3 kW}", "420"}}), "site.yaml:"),
        "site.yaml:10:3: error: rack R[1-2] cannot have 420 units [out-of-range]\n"
        "site.yaml:10:3: warning: rack R[1-2] has no power feed [no-feeds]\n");
}

TEST(Diagnostics, PanelsOfOneNameArePointedAt) {
    EXPECT_EQ(
        lines_with(say({{"panels:\n", "panels:\n  R1/pp1: {model: panel-24, unit: 40}\n"}}), "PP1"),
        "site.yaml:12:3: error: panel.R1.PP1 and panel.R1.pp1 would both be lab1-r1-pp1 "
        "[name-collision]\n"
        "  site.yaml:13:3: note: panel.R1.PP1 gets its name here\n");
}

TEST(Diagnostics, AProblemOfAWholeFileQuotesNoLine) {
    EXPECT_EQ(say({{"site: lab1", "# " + std::string(5 << 20, 'x')}}),
              "site.yaml: error: the file is larger than 4 MiB [too-large]\n"
              "1 error in 1 file\n");
}

TEST(Diagnostics, UnknownNamesOfferTheNearest) {
    EXPECT_THAT(say({{"{rack: R1, panel: PP1, port: 1}}", "{rack: R1, panel: PP, port: 1}}"}}),
                testing::HasSubstr("hint: did you mean PP1? else add R1/PP under panels\n"));
    EXPECT_THAT(say({{"{rack: R1, panel: PP1, port: 1}}", "{rack: cage, panel: PP1, port: 1}}"}}),
                testing::HasSubstr("hint: there is R1, R2\n"));
}

TEST(Diagnostics, ARackWithTooLittlePowerForWhatMustStandInItIsNamed) {
    const std::string said = say({{"{A: 3 kW, B: 3 kW}", "{A: 500 W, B: 500 W}"}});
    EXPECT_THAT(said, testing::HasSubstr("[placement-no-room]"));
}

}  // namespace colo::tests
