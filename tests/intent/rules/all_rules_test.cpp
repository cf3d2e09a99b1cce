#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(AllRules, the_clean_example_passes_every_rule) { EXPECT_EQ(Case().verdict(), ""); }

TEST(AllRules, a_larger_clean_example_passes_every_rule) {
    EXPECT_EQ(Case({12, 240}).verdict(), "");
}

TEST(AllRules, an_intent_without_objects_passes_every_rule) {
    Diagnostics out;
    rules::check_all({}, {}, out);
    EXPECT_TRUE(out.empty());
}

TEST(AllRules, there_are_twenty_sorted_by_name) {
    const auto& rules = rules::all_rules();
    EXPECT_EQ(rules.size(), 20U);
    EXPECT_TRUE(std::is_sorted(rules.begin(), rules.end(),
                               [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST(AllRules, each_says_what_it_demands_and_no_code_belongs_to_two) {
    std::set<std::string_view> codes;
    for (const rules::Rule& rule : rules::all_rules()) {
        EXPECT_FALSE(rule.demands.empty()) << rule.name;
        EXPECT_FALSE(rule.codes.empty()) << rule.name;
        for (const std::string_view code : rule.codes)
            EXPECT_TRUE(codes.insert(code).second) << code;
    }
    EXPECT_THAT(codes,
                testing::ElementsAre(
                    "airflow-against-rack", "assembly-mixed", "circuit-without-end",
                    "circuits-on-one-side", "duplicate-address", "duplicate-name",
                    "feed-loss-overload", "feed-overload", "gateway-missing", "gateway-unreachable",
                    "host-outside-prefix", "inlet-does-not-mate", "media-does-not-fit",
                    "pair-in-one-rack", "pair-on-one-feed", "pool-exhausted",
                    "port-must-be-connected", "port-used-twice", "prefix-overlap", "rack-overfull",
                    "rack-overweight", "rails-do-not-reach", "serial-twice",
                    "single-point-of-failure", "speed-group-mixed", "too-deep", "too-far",
                    "unit-taken", "unreachable-by-management", "vlan-taken"));
}

TEST(AllRules, what_several_rules_find_is_said_in_one_run) {
    Case c;
    the(c.intent.devices, "trading-server.3").unit = 1;
    the(c.intent.devices, "trading-server.3").name = "lab1-srv-001";
    Diagnostics out;
    rules::check_all(c.intent, c.limits, out);
    std::set<std::string> codes;
    for (const Diagnostic& one : out.all()) codes.insert(one.code);
    EXPECT_THAT(codes, testing::ElementsAre("duplicate-name", "unit-taken"));
}

}  // namespace

}  // namespace colo::example
