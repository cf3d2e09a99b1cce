// Placement looks for depth, posts and air as it looks for units.
#include <gmock/gmock.h>

#include <set>

#include "tests/standard_trial.h"

namespace colo::tests {

namespace {

constexpr const char* server_weight = "    weight: 19 kg ";
const std::string deep_servers = "    depth: 750 mm\n    weight: 19 kg ";

/// lab1 with two servers, and racks of these depths.
std::string lab(const std::string& first_depth, const std::string& second_depth,
                const std::string& more = "") {
    const std::string rack = "{units: 42, feeds: {A: 3 kW, B: 3 kW}, depth: ";
    return shipped_site(
        "lab1", {{"  R[1-2]: {units: 42, depth: 1070 mm, feeds: {A: 3 kW, B: 3 kW}}",
                  "  R1: " + rack + first_depth + more + "}\n  R2: " + rack + second_depth + "}"},
                 {"trading-servers: 6", "trading-servers: 2"}});
}

std::set<std::string> racks_of_servers(const Trial& trial) {
    std::set<std::string> racks;
    for (const Device& device : trial.intent().devices)
        if (device.role == "trading-server") racks.insert(device.rack->value);
    return racks;
}

}  // namespace

TEST(Depth, AShallowRackDoesNotGetADeepDevice) {
    const Trial trial = try_standard({{server_weight, deep_servers}}, lab("800 mm", "1070 mm"));
    ASSERT_EQ(trial.diagnostics, "");
    EXPECT_EQ(racks_of_servers(trial), (std::set<std::string>{"R2"}));
    const Trial both = try_standard({{server_weight, deep_servers}}, lab("900 mm", "1070 mm"));
    ASSERT_EQ(both.diagnostics, "");
    EXPECT_EQ(racks_of_servers(both), (std::set<std::string>{"R1", "R2"}));
}

TEST(Depth, WhereNoRackIsDeepEnoughItSaysHowMuchIsMissing) {
    EXPECT_EQ(try_standard({{server_weight, deep_servers}}, lab("800 mm", "820 mm")).diagnostics,
              "site.yaml:26:20: error: 2 of 2 trading-server have no place in the site [too-deep]\n"
              "   26 |   trading-servers: 2\n"
              "      |                    ^\n"
              "  each needs 1U, 900 mm of depth with its cords, 420 W, 19 kg\n"
              "  R2: short of 80 mm of depth\n"
              "  R1: short of 100 mm of depth\n"
              "  standard.yaml:110:3: note: role trading-server\n"
              "  hint: nearest to fitting is R2\n"
              "1 error in 1 file\n");
}

TEST(Depth, APlaceThatWasKeptIsLeftWhenTheRackTurnsOutShallow) {
    const Trial before = try_standard({}, lab("1070 mm", "1070 mm"));
    ASSERT_EQ(before.diagnostics, "");
    EXPECT_EQ(racks_of_servers(before), (std::set<std::string>{"R1", "R2"}));
    const Trial after = try_standard({{server_weight, deep_servers}}, lab("800 mm", "1070 mm"),
                                     before.allocations());
    ASSERT_EQ(after.diagnostics, "");
    EXPECT_EQ(racks_of_servers(after), (std::set<std::string>{"R2"}));
}

TEST(Depth, RailsThatDoNotReachThePostsAreNoPlace) {
    const Edits edits{{server_weight, "    rails: {from: 600 mm, to: 900 mm}\n    weight: 19 kg "}};
    const Trial trial = try_standard(edits, lab("1070 mm", "1070 mm", ", posts: 920 mm"));
    ASSERT_EQ(trial.diagnostics, "");
    EXPECT_EQ(racks_of_servers(trial), (std::set<std::string>{"R2"}));
}

TEST(Depth, ADeviceThatBlowsAgainstTheRackHasNoPlaceAnywhere) {
    const std::string said =
        try_standard({{"place: {units: bottom},", "place: {units: bottom, face: rear},"}},
                     lab("1070 mm", "1070 mm"))
            .diagnostics;
    EXPECT_THAT(said, testing::HasSubstr("have no place in the site [airflow-against-rack]"));
    EXPECT_THAT(said, testing::HasSubstr(
                          "R1: it would blow front-to-rear, the rear face wants rear-to-front"));
}

}  // namespace colo::tests
