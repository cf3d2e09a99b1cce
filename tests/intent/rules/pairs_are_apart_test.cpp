#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(PairsAreApart, a_pair_that_must_be_apart_may_not_stand_in_one_rack) {
    Case c;
    Device& leaf = the(c.intent.devices, "leaf.R01.2");
    leaf.rack = RackId("R01");
    leaf.unit = 39;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:2:3: error: both members of a redundant pair stand in one rack [pair-in-one-rack]
    2 |   leaf: {model: leaf-48x25, per: leaf-group, count: 2}
      |   ^~~~
  lab1-leaf-01 and lab1-leaf-02 (pair.leaf.R01.1) both stand in R01
  hint: make room for lab1-leaf-02 in another rack, or allow it with `apart: none`
1 error in 1 file
)");
}

TEST(PairsAreApart, a_pair_that_need_not_be_apart_may_share_a_rack) {
    Case c;
    Device& leaf = the(c.intent.devices, "leaf.R01.2");
    leaf.rack = RackId("R01");
    leaf.unit = 39;
    c.limits.apart_in_racks.clear();
    EXPECT_EQ(c.verdict(), "");
}

TEST(PairsAreApart, a_pair_may_not_hang_on_one_feed_alone) {
    Case c;
    for (const char* inlet : {"leaf.R01.1:PSU2", "leaf.R01.2:PSU2"})
        the(c.intent.power_ports, inlet).feed = "A";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:2:3: error: both members of a redundant pair hang on one feed [pair-on-one-feed]
    2 |   leaf: {model: leaf-48x25, per: leaf-group, count: 2}
      |   ^~~~
  lab1-leaf-01 and lab1-leaf-02 (pair.leaf.R01.1) have no feed but A
  hint: cord lab1-leaf-02 to another feed; where there is none, waive this in the site's exceptions
1 error in 1 file
)");
}

TEST(PairsAreApart, one_member_with_two_feeds_is_enough) {
    Case c;
    the(c.intent.power_ports, "leaf.R01.1:PSU2").feed = "A";
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
