// What is called otherwise stays what it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "intent/plan/plan.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

constexpr const char* next = "standards/trading-colo/9.0.0/standard.yaml";

/// A version 9.0.0 that extends 1.0.0 by these lines.
Files version(const std::string& lines) {
    return {{next, "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
                   "extends: trading-colo 1.0.0\n" +
                       lines}};
}

const std::pair<std::string, std::string> more_power{"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"};

std::string lab() { return shipped_site("lab1", {more_power}); }

std::string on_next(const std::string& lines = "", const std::string& parameters = "") {
    return shipped_site("lab1", {more_power,
                                 {"trading-colo 1.0.0", "trading-colo 9.0.0"},
                                 {"trading-servers: 6",
                                  parameters.empty() ? "trading-servers: 6" : parameters}}) +
           lines;
}

/// A role becomes two, and four of the six servers stay in the first.
const std::string two_roles = R"(
parameters: {risk-servers: {type: count, default: 0}}
roles:
  trading-server: {number-space: server}
  risk-server: {model: server-25g, count: {parameter: risk-servers}, number-space: server, place: {units: bottom}, name: "{site}-srv-{n:03}", platform: debian, pipeline: server, os: debian-12-trading-5}
cabling:
  server-data: {from: {role: [trading-server, risk-server]}}
  bmc: {from: {role: [trading-server, risk-server]}}
networks: {servers: {members: {role: [trading-server, risk-server]}}}
)";
const std::string split = "trading-servers: 4\n  risk-servers: 2";
const std::string moved_two =
    "moved: [{from: \"trading-server.[2,5]\", to: \"risk-server.[1-2]\"}]\n";

/// The hardware of 1.0.0 beside a version that extends nothing.
Files with_hardware(Files files) {
    namespace fs = std::filesystem;
    const fs::path from = fs::path(COLO_SOURCE_DIR) / "standards/trading-colo/1.0.0";
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        if (!entry.is_regular_file() || entry.path().parent_path() == from) continue;
        std::ifstream stream(entry.path());
        files["standards/trading-colo/9.0.0/" + fs::relative(entry.path(), from).string()] =
            std::string(std::istreambuf_iterator<char>(stream), {});
    }
    return files;
}

plan::Plan plan_of(const Trial& before, const Trial& after) {
    plan::Base base;
    base.revision = 1;
    base.intent = before.intent();
    base.allocations = before.allocations();
    base.origins = before.outcome->generated.origins;
    return plan::make_plan(base, after.outcome->generated, after.outcome->renames);
}

const Device* device(const Trial& trial, const std::string& id) {
    for (const Device& one : trial.intent().devices)
        if (one.id.value == id) return &one;
    return nullptr;
}

std::string page(const plan::Plan& plan) { return to_text(plan, plan::View::terse, false); }

}  // namespace

TEST(Moved, ARoleBecomesTwoAndNamesPlacesAndAddressesStay) {
    const Trial before = try_site(lab());
    const Trial after =
        try_site(on_next(moved_two, split), before.allocations(), version(two_roles));
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    ASSERT_NE(device(after, "risk-server.1"), nullptr);
    EXPECT_EQ(device(after, "risk-server.1")->name, "lab1-srv-002");
    EXPECT_EQ(device(after, "risk-server.1")->unit, device(before, "trading-server.2")->unit);
    EXPECT_EQ(device(after, "trading-server.2"), nullptr) << "an ordinal that moved away is gone";
    EXPECT_NE(device(after, "trading-server.6"), nullptr);

    const plan::Plan plan = plan_of(before, after);
    EXPECT_TRUE(plan.moved.empty()) << page(plan);
    for (const plan::Kept& kept : plan.proof) EXPECT_EQ(kept.kept, kept.before) << kept.what;
    for (const plan::Change& change : plan.changes)
        if (change.impact != plan::Impact::record) {  // a bundle is named by what it leads to
            EXPECT_THAT(change.id, HasSubstr(":lag-server-data-risk-server."));
            ASSERT_EQ(change.fields.size(), 1U);
            EXPECT_EQ(change.fields.front().field, "name");
        }
    EXPECT_THAT(page(plan), HasSubstr("lab1-srv-002  was trading-server.2"));
    EXPECT_THAT(page(plan), HasSubstr("moved trading-server.[2,5] -> risk-server.[1-2]"));
}

TEST(Moved, OnceCarriedOutItChangesNothingMore) {
    const Trial before = try_site(lab());
    const Trial once =
        try_site(on_next(moved_two, split), before.allocations(), version(two_roles));
    ASSERT_TRUE(once.outcome) << once.diagnostics;
    const Trial twice = try_site(on_next(moved_two, split), once.allocations(), version(two_roles));
    ASSERT_TRUE(twice.outcome) << twice.diagnostics;
    EXPECT_TRUE(plan_of(once, twice).empty());
    EXPECT_TRUE(once.allocations() == twice.allocations());
    const Trial without = try_site(on_next("", split), once.allocations(), version(two_roles));
    ASSERT_TRUE(without.outcome) << without.diagnostics;
    EXPECT_TRUE(once.allocations() == without.allocations()) << "the line may go afterwards";
}

TEST(Moved, AMovedAwayOrdinalDoesNotComeBack) {
    const Trial before = try_site(lab());
    const Trial once =
        try_site(on_next(moved_two, split), before.allocations(), version(two_roles));
    ASSERT_TRUE(once.outcome) << once.diagnostics;
    const Trial fewer = try_site(on_next("", "trading-servers: 1\n  risk-servers: 2"),
                                 once.allocations(), version(two_roles));
    ASSERT_TRUE(fewer.outcome) << fewer.diagnostics;
    const Trial more = try_site(on_next("", "trading-servers: 5\n  risk-servers: 2"),
                                fewer.allocations(), version(two_roles));
    ASSERT_TRUE(more.outcome) << more.diagnostics;
    for (const char* gone : {"trading-server.2", "trading-server.5"})
        EXPECT_EQ(device(more, gone), nullptr) << gone;
    EXPECT_NE(device(more, "trading-server.7"), nullptr);
}

TEST(Moved, RenamedRolesRulesNetworksAndGroupsKeepEverything) {
    // The whole of 1.0.0 with other names, as a standard of its own.
    std::string renamed =
        shipped_standard("trading-colo/1.0.0", {{"version: 1.0.0", "version: 9.0.0"}});
    const auto rename = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = renamed.find(from); at != std::string::npos;
             at = renamed.find(from, at + to.size()))
            renamed.replace(at, from.size(), to);
    };
    rename("\n  leaf:", "\n  tor:");
    rename("role: leaf", "role: tor");
    rename("pair: leaf", "pair: tor");
    rename("[leaf,", "[tor,");
    rename(" leaf]", " tor]");
    rename(" leaf,", " tor,");
    rename("leaf-group", "rack-group");
    rename("peer-links", "tor-links");
    rename("server-data", "servers-to-tors");
    renamed += "moved:\n  - {from: \"leaf.*\", to: \"tor.*\"}\n"
               "  - {from: \"leaf-group.*\", to: \"rack-group.*\"}\n"
               "  - {from: \"peer-links.*\", to: \"tor-links.*\"}\n"
               "  - {from: \"server-data.*\", to: \"servers-to-tors.*\"}\n";
    const Trial before = try_site(lab());
    const Trial after = try_site(on_next(), before.allocations(), with_hardware({{next, renamed}}));
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    ASSERT_NE(device(after, "tor.R1.1"), nullptr);
    const plan::Plan plan = plan_of(before, after);
    EXPECT_TRUE(plan.moved.empty()) << page(plan);
    for (const plan::Kept& kept : plan.proof) EXPECT_EQ(kept.kept, kept.before) << kept.what;
    for (const plan::Change& change : plan.changes)
        EXPECT_EQ(change.action, plan::Action::change) << change.table << " " << change.id;
}

TEST(Moved, ARoleThatGetsACountAsksWhatBecameOfItsDevices) {
    const std::string counted = "roles: {mgmt-switch: {count: 1}}\n";
    const Trial before = try_site(lab());
    const Trial after = try_site(on_next(), before.allocations(), version(counted));
    EXPECT_FALSE(after.outcome);
    EXPECT_THAT(after.diagnostics, HasSubstr("mgmt-switch.R1.1 was called mgmt-switch.R1 when "
                                             "this site was last applied, and so was 1 other"));
    const std::string hint = "moved: [{from: \"mgmt-switch.*\", to: \"mgmt-switch.*.1\"}]";
    EXPECT_THAT(after.diagnostics, HasSubstr(hint));
    const Trial mended = try_site(on_next(), before.allocations(), version(counted + hint + "\n"));
    ASSERT_TRUE(mended.outcome) << mended.diagnostics;
    EXPECT_TRUE(plan_of(before, mended).moved.empty());
    const Trial again = try_site(on_next(), mended.allocations(), version(counted + hint + "\n"));
    ASSERT_TRUE(again.outcome) << again.diagnostics;
    EXPECT_TRUE(plan_of(mended, again).empty());
}

TEST(Moved, WhatWasRenamedInAVersionBelowIsRenamedForThoseWhoSkippedIt) {
    const auto renamed_to = [](const std::string& version, const std::string& parent,
                               const std::string& from, const std::string& to) {
        return "format: colo-standard/1\nstandard: trading-colo\nversion: " + version +
               "\nextends: trading-colo " + parent + "\nremove: [cabling." + from +
               "]\ncabling: {" + to +
               ": {from: {role: trading-server, ports: bmc}, to: {role: mgmt-switch, same: rack, "
               "ports: access}, carries: [management], media: cat6a}}\nmoved: [{from: \"" +
               from + ".*\", to: \"" + to + ".*\"}]\n";
    };
    const Files files{{"standards/trading-colo/8.0.0/standard.yaml",
                       renamed_to("8.0.0", "1.0.0", "bmc", "idrac")},
                      {next, renamed_to("9.0.0", "8.0.0", "idrac", "lights-out")}};
    const Trial before = try_site(lab());
    const Trial after = try_site(on_next(), before.allocations(), files);
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    const auto label_of = [](const Trial& trial, const std::string& id) {
        for (const Cable& cable : trial.intent().cables)
            if (cable.id.value == id) return cable.label;
        return std::string("none");
    };
    EXPECT_EQ(label_of(after, "lights-out/trading-server.3/1"),
              label_of(before, "bmc/trading-server.3/1"));
    EXPECT_TRUE(plan_of(before, after).moved.empty());
}

TEST(Moved, WhatCannotBeCarriedOutIsSaid) {
    const Trial before = try_site(lab());
    const auto said = [&](const std::string& moved) {
        const Trial trial = try_site(on_next("moved: [" + moved + "]\n", split),
                                     before.allocations(), version(two_roles));
        EXPECT_FALSE(trial.outcome);
        return trial.diagnostics;
    };
    EXPECT_THAT(said("{from: \"trading-server.[2,5]\", to: \"risk-server.[1-3]\"}"),
                HasSubstr("2 identities and 3 identities"));
    EXPECT_THAT(said("{from: \"trading-server.*\", to: \"risk-server.*\"}"),
                HasSubstr("trading-server is still a role"));
    EXPECT_THAT(
        said("{from: \"trading-server.2\", to: \"trading-server.3\"}"),
        HasSubstr("trading-server.2 cannot become trading-server.3: that is there already"));
    EXPECT_THAT(said("{from: \"trading-server.[2-3]\", to: \"risk-server.[1,1]\"}"),
                HasSubstr("trading-server.3 cannot become risk-server.1"));
    EXPECT_THAT(said("{from: \"trading-server.2\", to: \"risk-sever.1\"}"),
                HasSubstr("did you mean risk-server?"));
    EXPECT_THAT(said("{from: \"trading-server.77\", to: \"risk-server.1\"}"),
                HasSubstr("this site has neither trading-server.77 nor risk-server.1"));
    EXPECT_THAT(said("{from: \"trading-server.[3-2]\", to: \"risk-server.1\"}"),
                HasSubstr("counts down"));
}

TEST(Moved, WhatAVersionThatExtendsSaysWronglyIsSaid) {
    const Trial before = try_site(lab());
    const auto said = [&](const std::string& lines) {
        const Trial trial = try_site(on_next(), before.allocations(), version(lines));
        EXPECT_FALSE(trial.outcome);
        return trial.diagnostics;
    };
    EXPECT_THAT(said("moved: [{from: \"bmc.*\", to: \"idrac.*\"}]\n"),
                HasSubstr("idrac is no role, cabling rule, network or group of the standard"));
    EXPECT_THAT(
        said("cabling: {idrac: {from: {role: pdu, ports: mgmt}, to: {role: mgmt-switch, same: "
             "rack, ports: access}, optional: true, media: cat6a}}\n"
             "moved: [{from: \"bmc.*\", to: \"idrac.*\"}]\n"),
        HasSubstr("bmc is still a cabling rule"));
}

TEST(Moved, OntoAnIdentityThatIsNotMadeIsRefused) {
    const Trial before = try_site(lab());
    const std::string one = "trading-servers: 5\n  risk-servers: 1";
    const auto moved = [&](const std::string& from, const std::string& to,
                           const std::string& counts, const Allocations& earlier) {
        return try_site(on_next("moved: [{from: \"" + from + "\", to: \"" + to + "\"}]\n", counts),
                        earlier, version(two_roles));
    };
    for (const char* to : {"risk-server.2", "risk-server.0", "risk-server.a b", "risk-server."})
        EXPECT_THAT(moved("trading-server.3", to, one, before.allocations()).diagnostics,
                    HasSubstr("the site has no such device [moved-clash]"))
            << to;
    const Trial once = moved("trading-server.3", "risk-server.1", one, before.allocations());
    ASSERT_TRUE(once.outcome) << once.diagnostics;
    EXPECT_THAT(moved("risk-server.1", "trading-server.3", "trading-servers: 6\n  risk-servers: 0",
                      once.allocations())
                    .diagnostics,
                HasSubstr("trading-server.3 is retired, or was moved away before"));
    const Trial gone = moved("trading-server.3", "risk-server.1",
                             "trading-servers: 5\n  risk-servers: 0", once.allocations());
    ASSERT_TRUE(gone.outcome) << gone.diagnostics << "an entry that was carried out does nothing";
}

TEST(Moved, AMemberOfAPairDoesNotGoAlone) {
    const Trial before = try_site(lab());
    const Trial alone = try_site(on_next("moved: [{from: leaf.R1.2, to: leaf.R1.4}]\n"),
                                 before.allocations(), version(two_roles));
    EXPECT_THAT(alone.diagnostics, HasSubstr("leaf.R1.1 has no other member [pair-incomplete]"));
    const Trial crossed =
        try_site(on_next("moved: [{from: \"leaf.R1.[1,2]\", to: \"leaf.R1.[4,3]\"}]\n"),
                 before.allocations(), version(two_roles));
    EXPECT_THAT(crossed.diagnostics, HasSubstr("it would be the other member of its pair"));
    const Trial retired = try_site(
        lab() +
        "exceptions: [{on: {device: exchange-router.1}, set: {retired: true}, reason: broken}]\n");
    EXPECT_THAT(retired.diagnostics, HasSubstr("exchange-router.2 has no other member"));
}

TEST(Moved, WhatWasMovedGoesOnFromThere) {
    const Trial before = try_site(lab());
    const Trial after = try_site(
        on_next("moved: [{from: trading-server.3, to: risk-server.7}, {from: risk-server.7, to: "
                "risk-server.1}]\n",
                "trading-servers: 5\n  risk-servers: 1"),
        before.allocations(), version(two_roles));
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(device(after, "risk-server.1")->name, "lab1-srv-003");
}

}  // namespace colo::tests
