// Allocations that are given for a site: which stored ones give way, and which given ones are lost.
#include <gmock/gmock.h>

#include "intent/plan/taken_over.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

using enum AllocationKind;
using plan::NotKept;
using testing::ElementsAre;

NotKept lost_of(const Allocation& given, const Trial& trial) {
    const auto lost = plan::not_kept({given}, trial.outcome->generated, {});
    return lost.empty() ? NotKept{} : lost.front();
}

}  // namespace

TEST(LaidOver, AGivenAllocationHasTheBetterClaim) {
    const Allocations stored{{place, "a", "R1 U4 1U front full"},
                             {place, "b", "R1 U5 1U front full"},
                             {label, "x", "7"},
                             {retired, "s.3", "yes"}};
    EXPECT_THAT(plan::laid_over(stored, {{place, "a", "R1 U5 1U front full"}}),
                ElementsAre(Allocation{place, "a", "R1 U5 1U front full"},
                            Allocation{place, "a~", "R1 U4 1U front full"},
                            Allocation{place, "b~", "R1 U5 1U front full"},
                            Allocation{label, "x", "7"}, Allocation{retired, "s.3", "yes"}))
        << "what is left behind is nobody's until the next plan";
    EXPECT_EQ(plan::laid_over(stored, {{label, "x", "7"}}), stored);
    EXPECT_EQ(plan::laid_over({}, {{label, "x", "7"}}), (Allocations{{label, "x", "7"}}));
}

TEST(LaidOver, WhatAGivenOneLeavesIsNotHandedOutInTheSamePlan) {
    const std::vector<std::pair<std::string, std::string>> power{
        {"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"}};
    const Trial before = try_site(shipped_site("lab1", power));
    auto edits = power;
    edits.emplace_back("trading-servers: 6", "trading-servers: 7");
    const Trial after =
        try_site(shipped_site("lab1", edits),
                 plan::laid_over(before.allocations(),
                                 {{place, "trading-server.1", "R1 U20 1U front full"}}));
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    for (const Device& device : after.intent().devices) {
        if (device.id.value == "trading-server.1") {
            EXPECT_EQ(device.unit, 20);
        }
        if (device.id.value == "trading-server.7") {
            EXPECT_EQ(device.unit, 4) << "not U1";
        }
    }
}

TEST(NotKept, NamesWhatThereIsInsteadAndWhy) {
    const Trial trial = try_site(shipped_site("lab1"));
    EXPECT_EQ(plan::not_kept(trial.allocations(), trial.outcome->generated, {}),
              std::vector<NotKept>{});
    EXPECT_EQ(lost_of({place, "trading-server.1", "R1 U2 1U front full"}, trial),
              (NotKept{0, "R1 U1 1U front full", "R1 U2 front is trading-server.3's", ""}));
    EXPECT_EQ(lost_of({place, "trading-server.1", "R1 U1 2U front full"}, trial).why,
              "R1 U2 front is trading-server.3's");
    EXPECT_EQ(lost_of({place, "trading-server.5", "R1 U3 2U front full"}, trial).why,
              "it stands there, but its hardware takes other units or depth than the file says");
    EXPECT_EQ(lost_of({place, "trading-serve.1", "R1 U20 1U front full"}, trial),
              (NotKept{0, "", "the definition makes nothing that has this place",
                       "did you mean trading-server.1?"}));
    EXPECT_EQ(
        lost_of({vlan, "servers", "7"}, trial),
        (NotKept{0, "100", "nothing is chosen here: the standard, the site or an exception says it",
                 ""}));
    EXPECT_EQ(lost_of({host, "servers/trading-server.1/ipv4", "12"}, trial).why,
              "10.99.8.12 of servers/ipv4 is servers/trading-server.2/ipv4's");
    EXPECT_EQ(lost_of({length, "bmc/trading-server.1/1", "1000 mm cat6a"}, trial).instead,
              "3000 mm cat6a");
}

}  // namespace colo::tests
