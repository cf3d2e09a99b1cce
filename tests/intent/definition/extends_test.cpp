// A version that extends another one states only what differs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

constexpr const char* child = "standards/trading-colo/1.9.0/standard.yaml";

/// What comes of lab1 on a version 1.9.0 that extends 1.0.0 by these lines.
Trial on_version(const std::string& lines, const Files& more = {}) {
    Files files = more;
    files[child] = "format: colo-standard/1\nstandard: trading-colo\nversion: 1.9.0\n"
                   "extends: trading-colo 1.0.0\n" +
                   lines;
    return try_site(shipped_site("lab1", {{"trading-colo 1.0.0", "trading-colo 1.9.0"},
                                          {"ptp: false", "ptp: true"}}),
                    {}, files);
}

const Device& device(const Trial& trial, const std::string& id) {
    for (const Device& one : trial.intent().devices)
        if (one.id.value == id) return one;
    throw std::runtime_error("no device " + id + "\n" + trial.diagnostics);
}

}  // namespace

TEST(Extends, AVersionThatChangesNothingGivesTheSameObjects) {
    const Trial before = try_site(shipped_site("lab1", {{"ptp: false", "ptp: true"}}));
    const Trial after = on_version("");
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_TRUE(before.allocations() == after.allocations());
    EXPECT_TRUE(before.intent().cables == after.intent().cables);
    EXPECT_NE(before.intent().head.standard_digest, after.intent().head.standard_digest);
}

TEST(Extends, MapsMergeAndEverythingElseReplaces) {
    const Trial trial = on_version("roles: {trading-server: {name: \"{site}-t-{n}\"}}\n"
                                   "networks: {servers: {members: {ports: bmc}}}\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(device(trial, "trading-server.1").name, "lab1-t-1");
    EXPECT_EQ(*device(trial, "trading-server.1").platform, "debian");
    std::string interface;
    for (const Address& one : trial.intent().addresses)
        if (one.id.value == "servers/trading-server.1/ipv4") interface = one.interface.value;
    EXPECT_EQ(interface, "trading-server.1:iDRAC9");
}

TEST(Extends, AReferenceIsAValueAndNotAMap) {
    const Trial fixed = on_version("roles: {trading-server: {count: 2}}\n");
    ASSERT_TRUE(fixed.outcome) << fixed.diagnostics;
    EXPECT_EQ(device(fixed, "trading-server.2").number, 2);
    const Trial chosen = on_version("parameters: {loop: {type: length, default: 0.4 m}}\n"
                                    "routes: {slack: {parameter: loop}}\n");
    EXPECT_TRUE(chosen.outcome) << chosen.diagnostics;
}

TEST(Extends, WhatIsRemovedIsGone) {
    const Trial trial = on_version("remove: cabling.mgmt-of-mgmt\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    for (const Cable& cable : trial.intent().cables) EXPECT_NE(cable.rule, "mgmt-of-mgmt");
}

TEST(Extends, RemovingNothingIsAnErrorThatOffersTheNearest) {
    EXPECT_THAT(on_version("remove: [cabling.mgmt-of-mgnt]\n").diagnostics,
                HasSubstr("standards/trading-colo/1.9.0/standard.yaml:5:10: error: "
                          "cabling.mgmt-of-mgnt is not in the version that this one extends "
                          "[remove-nothing]"));
    EXPECT_THAT(on_version("remove: [cabling.mgmt-of-mgnt]\n").diagnostics,
                HasSubstr("hint: did you mean cabling.mgmt-of-mgmt?"));
    EXPECT_THAT(on_version("remove: [models.router-48x25.ports.leafs]\n").diagnostics,
                HasSubstr("hint: did you mean models.router-48x25.ports.leaves?"));
}

TEST(Extends, AMisspeltEntryIsIncomplete) {
    const std::string said =
        on_version("roles: {trading-sever: {name: \"{site}-t-{n}\"}}\n").diagnostics;
    EXPECT_THAT(said, HasSubstr("1.9.0/standard.yaml:5:24: error: model is missing here "
                                "[incomplete-entry]"));
    EXPECT_THAT(said, HasSubstr("did you mean trading-server, which the version below has?"));
}

TEST(Extends, ARemovedParameterSaysWhichVersionRemovedIt) {
    const std::string said =
        on_version("remove: [parameters.trading-servers]\nroles: {trading-server: {count: 2}}\n")
            .diagnostics;
    EXPECT_THAT(said, HasSubstr("unknown parameter trading-servers [unknown-parameter]"));
    EXPECT_THAT(said, HasSubstr("removed in 1.9.0"));
}

TEST(Extends, ACircleAndAVersionThatIsNotThereAreSaid) {
    const std::string head = "format: colo-standard/1\nstandard: round\nversion: ";
    const Files files{
        {"standards/round/1.0.0/standard.yaml", head + "1.0.0\nextends: round 1.1.0\n"},
        {"standards/round/1.1.0/standard.yaml", head + "1.1.0\nextends: round 1.0.0\n"},
        {"standards/round/2.0.0/standard.yaml", head + "2.0.0\nextends: round 1.2.0\n"}};
    const auto on = [&](const std::string& version) {
        return try_site(shipped_site("lab1", {{"trading-colo 1.0.0", "round " + version}}), {},
                        files)
            .diagnostics;
    };
    EXPECT_THAT(on("1.0.0"), HasSubstr("round 1.0.0 extends itself [extends-itself]"));
    EXPECT_THAT(on("1.0.0"), HasSubstr("round 1.0.0 -> round 1.1.0 -> round 1.0.0"));
    EXPECT_THAT(on("2.0.0"), HasSubstr("round has no version 1.2.0 [unknown-standard]"));
}

TEST(Extends, HardwareIsLookedForInTheFoldersOfAllLayers) {
    // the first version's own folder holds the server that all of them use
    EXPECT_TRUE(on_version("").outcome);
    const Trial nearer = on_version(
        "", {{"standards/trading-colo/1.9.0/device-types/Meinberg/lantime-m300.yaml",
              "manufacturer: Meinberg\nmodel: lantime-m300\nslug: x\nu_height: 2\n"
              "is_full_depth: false\npower-ports: [{name: PS1, type: iec-60320-c14}]\n"
              "interfaces: [{name: lan0, type: 1000base-t}, {name: lan1, type: 1000base-t}]\n"}});
    ASSERT_TRUE(nearer.outcome) << nearer.diagnostics;
    EXPECT_EQ(device(nearer, "ptp-grandmaster").height.value, 4);
}

TEST(Extends, TheDigestCoversWhatIsBelow) {
    const auto digest = [](const std::string& slack) {
        const Files files{{"standards/trading-colo/1.8.0/standard.yaml",
                           "format: colo-standard/1\nstandard: trading-colo\nversion: 1.8.0\n"
                           "extends: trading-colo 1.0.0\nroutes: {slack: " +
                               slack + "}\n"},
                          {"standards/trading-colo/1.9.0/standard.yaml",
                           "format: colo-standard/1\nstandard: trading-colo\nversion: 1.9.0\n"
                           "extends: trading-colo 1.8.0\n"}};
        const Trial trial = try_site(
            shipped_site("lab1", {{"trading-colo 1.0.0", "trading-colo 1.9.0"}}), {}, files);
        EXPECT_TRUE(trial.outcome) << trial.diagnostics;
        return trial.intent().head.standard_digest;
    };
    EXPECT_EQ(digest("0.5 m"), digest("0.5 m"));
    EXPECT_NE(digest("0.5 m"), digest("0.4 m"));
}

}  // namespace colo::tests
