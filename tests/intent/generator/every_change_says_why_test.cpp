// Changes of shipped sites, from their definitions to the reasons in their plans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intent/plan/plan.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

plan::Plan plan_of(const Trial& before, const Trial& after) {
    plan::Base base;
    base.revision = 1;
    base.intent = before.intent();
    base.allocations = before.allocations();
    base.origins = before.outcome->generated.origins;
    return plan::make_plan(std::move(base), after.outcome->generated, after.outcome->renames);
}

/// Two versions of `ams1` that differ in everything that a person may edit at once.
plan::Plan many_edits() {
    const Trial before = try_site(shipped_site("ams1"));
    EXPECT_TRUE(before.outcome) << before.diagnostics;
    const std::string text =
        shipped_site("ams1", {{"name: Equinix AM3", "name: Equinix AM4"},
                              {"R[01-06]: {row: A,", "R[01-06]: {reserved: {1: duct}, row: A,"},
                              {"trading-servers: 240", "trading-servers: 239"}}) +
        R"(links:
  X1: {a: "leaf.R04.1:Ethernet1", b: "leaf.R04.2:Ethernet1", media: [dac-25g]}
exceptions:
  - on: {device: leaf.R07.1}
    set: {place: {rack: R07, unit: 30}}
    reason: duct in the way
)";
    const Trial after = try_site(text, before.allocations());
    EXPECT_TRUE(after.outcome) << after.diagnostics;
    return plan_of(before, after);
}

/// Without the temporary folder that the definition lies in.
std::string because(const plan::Plan& plan, const std::string& id) {
    for (const plan::Change& change : plan.changes)
        if (change.id == id) return change.because.substr(change.because.find("site.yaml"));
    throw std::runtime_error("nothing changes at " + id);
}

TEST(EveryChangeSaysWhy, InAPlanOfManyEditsAtOnceAndInAFirstOne) {
    for (const plan::Change& change : many_edits().changes)
        EXPECT_NE(change.because, "") << change.table << " " << change.id;
    const Trial first = try_site(shipped_site("ams1"));
    for (const plan::Change& change : plan::make_plan({}, first.outcome->generated).changes)
        EXPECT_NE(change.because, "") << change.table << " " << change.id;
}

TEST(EveryChangeSaysWhy, ReservedUnitsLinksExceptionsAndTheFacilityNameTheirOwnLines) {
    const plan::Plan plan = many_edits();
    EXPECT_EQ(because(plan, "trading-server.1"), "site.yaml:10  R[01-06] reserved 1: duct");
    EXPECT_EQ(because(plan, "links/X1"), "site.yaml:29  link X1");
    EXPECT_EQ(because(plan, "server-data/trading-server.4/1"), "site.yaml:29  link X1");
    EXPECT_EQ(because(plan, "leaf.R07.1"),
              "site.yaml:31  exception place: {rack: R07, unit: 30}: duct in the way");
    EXPECT_EQ(because(plan, "device: leaf.R07.1 place: {rack: R07, unit: 30}"),
              "site.yaml:31  exception place: {rack: R07, unit: 30}: duct in the way");
    EXPECT_THAT(because(plan, "ams1"), HasSubstr("site.yaml:6  facility Equinix AM3"));
}

TEST(EveryChangeSaysWhy, ACableThatOnlyHasAnotherWayNamesWhatMovedAtItsFarEnd) {
    const plan::Plan plan = many_edits();
    EXPECT_EQ(because(plan, "server-data/trading-server.7/1"),
              "site.yaml:31  exception place: {rack: R07, unit: 30}: duct in the way");
}

TEST(EveryChangeSaysWhy, ARackThatWeighsLessNamesWhatLeftIt) {
    const plan::Plan plan = many_edits();
    EXPECT_EQ(because(plan, "R12"), "site.yaml:27  trading-servers 240 -> 239");
}

}  // namespace

}  // namespace colo::tests
