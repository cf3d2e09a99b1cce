#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

using testing::HasSubstr;

/// Two servers on a medium of two branches, both at one port of a leaf.
Case fanned_out() {
    Case c;
    Medium medium = c.limits.media.at("dac-25g");
    medium.branches = 2;
    c.limits.media["fan-out"] = medium;
    for (const char* id : {"server-data/trading-server.2/1", "server-data/trading-server.3/1"}) {
        Cable& cable = the(c.intent.cables, id);
        cable.media = "fan-out";
        cable.assembly = "leaf.R01.1:Ethernet1";
        cable.length = Length{2'000};
    }
    return c;
}

TEST(AssembliesAreWhole, branches_of_one_medium_and_length_are_one_piece) {
    EXPECT_EQ(fanned_out().verdict(), "");
}

TEST(AssembliesAreWhole, another_length_or_medium_is_not) {
    Case longer = fanned_out();
    the(longer.intent.cables, "server-data/trading-server.3/1").length = Length{3'000};
    EXPECT_THAT(longer.verdict(), HasSubstr("the branches of one cable differ [assembly-mixed]"));
    EXPECT_THAT(longer.verdict(), HasSubstr("server-data/trading-server.3/1 is 3 m of fan-out"));
    Case other = fanned_out();
    other.limits.media["fan-out-2"] = other.limits.media["fan-out"];
    the(other.intent.cables, "server-data/trading-server.3/1").media = "fan-out-2";
    EXPECT_THAT(other.verdict(), HasSubstr("[assembly-mixed]"));
}

TEST(AssembliesAreWhole, no_more_branches_than_the_cable_has) {
    Case c = fanned_out();
    Cable& third = the(c.intent.cables, "server-data/trading-server.4/1");
    third.media = "fan-out";
    third.length = Length{2'000};
    third.assembly = "leaf.R01.1:Ethernet1";
    EXPECT_THAT(c.verdict(), HasSubstr("3 cables at leaf.R01.1:Ethernet1; fan-out has 2 branches"));
}

TEST(AssembliesAreWhole, what_fans_out_begins_at_lanes) {
    Case c = fanned_out();
    the(c.intent.cables, "server-data/trading-server.3/1").assembly.reset();
    EXPECT_THAT(c.verdict(), HasSubstr("a cable that fans out begins at a whole port"));
}

}  // namespace

}  // namespace colo::example
