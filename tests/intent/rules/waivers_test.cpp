#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

using testing::HasSubstr;
using testing::Not;

Case with_a_name_twice() {
    Case c;
    the(c.intent.devices, "trading-server.3").name = the(c.intent.devices, "trading-server.2").name;
    return c;
}

Waiver waiver(const std::string& code, const std::string& object) {
    return {{code}, {object}, {}, "renamed next week", "2027-01-31"};
}

TEST(Waivers, WhatIsWaivedIsAWarningThatSaysWhy) {
    Case c = with_a_name_twice();
    EXPECT_THAT(c.verdict(), HasSubstr("error: two devices have one name [duplicate-name]"));
    c.limits.waivers = {waiver("duplicate-name", "trading-server.3")};
    EXPECT_THAT(c.verdict(), HasSubstr("warning: waived here: two devices have one name "
                                       "[duplicate-name] [waived]"));
    EXPECT_THAT(c.verdict(), HasSubstr("because renamed next week, until 2027-01-31"));
    EXPECT_THAT(c.verdict(), Not(HasSubstr("error: ")));
}

TEST(Waivers, OnlyThatRuleAndThatObjectAreWaived) {
    for (const auto& [code, object] : {std::pair{"unit-taken", "trading-server.3"},
                                       std::pair{"duplicate-name", "trading-server.2"}}) {
        Case c = with_a_name_twice();
        c.limits.waivers = {waiver(code, object)};
        EXPECT_THAT(c.verdict(), HasSubstr("error: two devices have one name [duplicate-name]"));
        EXPECT_THAT(c.verdict(), HasSubstr("[exception-idle]"));
    }
}

}  // namespace

}  // namespace colo::example
