#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

/// The example with servers of a known depth.
Case with_depth(Length depth) {
    Case c;
    c.limits.bodies["server-25g"].depth = depth;
    return c;
}

TEST(RacksAreDeepEnough, a_device_with_its_cords_must_not_be_deeper_than_its_rack) {
    Case c = with_depth(Length{700});
    the(c.intent.racks, "R01").depth = Length{800};
    EXPECT_EQ(c.verdict(),
              R"(site-definitions/lab1.yaml:3:3: error: a device is deeper than its rack [too-deep]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (and 1 more of its model) at U1 of R01 is 700 mm deep, 850 mm with its cords; R01 has 800 mm: 50 mm short
  standards/lab/1.0.0/standard.yaml:22:1: note: model server-25g
  hint: U3 of R02 is free and deep enough
1 error in 1 file
)");
}

TEST(RacksAreDeepEnough, as_deep_as_the_rack_is_deep_enough) {
    Case c = with_depth(Length{700});
    the(c.intent.racks, "R01").depth = Length{850};
    EXPECT_EQ(c.verdict(), "");
}

TEST(RacksAreDeepEnough, where_no_rack_is_deep_enough_the_deepest_is_named) {
    Case c = with_depth(Length{700});
    for (Rack& rack : c.intent.racks) rack.depth = Length{800};
    the(c.intent.racks, "R02").depth = Length{810};
    EXPECT_NE(c.verdict().find("hint: no rack is deep enough: the deepest, R02, has 810 mm"),
              std::string::npos)
        << c.verdict();
}

TEST(RacksAreDeepEnough, what_stands_back_to_back_shares_the_depth) {
    Case c = with_depth(Length{450});
    Device& server = the(c.intent.devices, "trading-server.3");
    server.unit = 41;  // in front of the management switch, which is half deep and of unknown depth
    server.depth = Depth::half;
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices are together deeper than their rack [too-deep]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-003 needs 600 mm from the front of R01 and lab1-mgmt-01 at U41 behind it 535 mm from the rear; R01 has 1070 mm: 65 mm short
  standards/lab/1.0.0/standard.yaml:22:1: note: model server-25g
  hint: move lab1-srv-003 to a unit with nothing behind it
1 error in 1 file
)");
}

TEST(RacksAreDeepEnough, two_that_fit_together_may_stand_back_to_back) {
    Case c = with_depth(Length{385});
    Device& server = the(c.intent.devices, "trading-server.3");
    server.unit = 41;
    server.depth = Depth::half;
    EXPECT_EQ(c.verdict(), "");
}

TEST(RacksAreDeepEnough, rails_must_reach_from_post_to_post) {
    Case c;
    c.limits.posts[RackId("R01")].distance = Length{920};
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a device's rails do not reach from post to post [rails-do-not-reach]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (and 1 more of its model) has rails for 600 mm to 900 mm; the posts of R01 are 920 mm apart: 20 mm short
  standards/lab/1.0.0/standard.yaml:22:1: note: model server-25g
  hint: move the posts, take other rails, or place it in another rack
1 error in 1 file
)");
}

TEST(RacksAreDeepEnough, rails_may_be_too_long_and_posts_missing) {
    Case c;
    c.limits.posts[RackId("R01")].distance = Length{590};
    EXPECT_NE(c.verdict().find("the posts of R01 are 590 mm apart: 10 mm too long"),
              std::string::npos);
    c.limits.posts[RackId("R01")] = {false, {}};
    EXPECT_NE(c.verdict().find("has rails for 600 mm to 900 mm; R01 has no rear posts"),
              std::string::npos);
}

TEST(RacksAreDeepEnough, what_is_not_known_is_not_held_against_a_device) {
    Case c;
    c.limits.posts[RackId("R01")] = {true, {}};
    the(c.intent.racks, "R01").depth = Length{300};
    c.limits.bodies.clear();
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
