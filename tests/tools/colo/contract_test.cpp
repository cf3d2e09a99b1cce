// The contract that other teams ask: what a site offers, as intended.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

TEST_F(Session, OfTheContractIsAsItWasWhenItWasRead) {
    type("require lab1");
    run("apply lab1 --yes");
    run("apply ams1 --yes");
    type("require lab1");
    type("require lab1 standard");
    type("require lab1 'standard >= 1.0, < 2' --capability dual-stack");
    type("require lab1 'standard >= 1.1' --capability ptp --capability dual-stak");
    type("require ams1 'trading-colo = 1' --capability ptp");
    type("require ams1 'trading-cola >= 1'");
    type("require ams1 'edge-pop >= 1'");
    type("require ams1 --capability ptp --format json");
    type("require ams1 'standard >= new'");
    type("require ams1 ''");
    type("require ams1 --capability ''");
    type("require lab2 standard");
    expect_golden("tools/colo/golden/contract.txt", transcript_);
}

TEST_F(Session, ACapabilityFollowsItsConditionOnlyOnceTheSiteIsApplied) {
    run("apply lab1 --yes");
    edit("site-definitions/lab1.yaml", "ptp: false", "ptp: true");
    run("require lab1 --capability ptp");
    EXPECT_EQ(last_exit_, 1);
    EXPECT_THAT(run("plan lab1"), testing::HasSubstr("capabilities dual-stack -> dual-stack, ptp"));
    run("apply lab1 --yes");
    run("require lab1 --capability ptp");
    EXPECT_EQ(last_exit_, 0);
}

TEST_F(Session, CompletesCapabilitiesThatAStoredSiteOffersAndWordsOfStandards) {
    run("apply ams1 --yes");
    EXPECT_EQ(run("complete require ams1 --capability ''"), "dual-stack\nptp\n");
    EXPECT_EQ(run("complete standards d"), "diff\n");
    EXPECT_EQ(run("complete standards diff e"), "edge-pop@1.0.0\n");
    EXPECT_EQ(run("complete plan --all --standard e"), "edge-pop@1.0.0\n");
}

TEST_F(Session, WhatWasNotAuditedIsNeverSaidToBeSo) {
    run("apply lab1 --yes");
    const auto answer = nlohmann::json::parse(run("require lab1 standard --format json"));
    EXPECT_EQ(answer.at("intended"), true);
    EXPECT_TRUE(answer.at("audited").is_null());
    EXPECT_TRUE(answer.at("answers").at(0).at("audited").is_null());
    EXPECT_THAT(run("require lab1 standard"), testing::HasSubstr("not audited"));
}

TEST_F(Session, ShowsCapabilitiesInTheIntent) {
    run("apply ams1 --yes");
    const auto intent = nlohmann::json::parse(run("show ams1 --format json"));
    EXPECT_EQ(intent.at("capabilities"), (nlohmann::json{"dual-stack", "ptp"}));
}

}  // namespace colo::tests
