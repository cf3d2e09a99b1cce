#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(UnitsFit, two_devices_on_one_unit_are_told_what_they_share_and_where_there_is_room) {
    Case c;
    the(c.intent.devices, "trading-server.3").unit = 1;
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (1U, U1) and lab1-srv-003 (1U, U1) share U1 of R01 (front and rear)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 1U
1 error in 1 file
)");
}

TEST(UnitsFit, a_device_that_reaches_out_of_the_top_of_its_rack_is_told_by_how_much) {
    Case c;
    the(c.intent.devices, "trading-server.3").unit = 40;
    the(c.intent.devices, "trading-server.3").height = {8};
    for (const char* above : {"leaf.R01.1", "mgmt-switch.R01", "panel.R01.PP1"})
        the(c.intent.devices, above).rack.reset();
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a device does not fit into its rack [rack-overfull]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-003 (4U, U40-U43) reaches out of R01: 1U above its top, U42
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 4U
1 error in 1 file
)");
}

TEST(UnitsFit, a_device_below_the_first_unit_does_not_fit) {
    Case c;
    the(c.intent.devices, "trading-server.3").unit = 0;
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a device does not fit into its rack [rack-overfull]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-003 (1U, U0) reaches out of R01: below U1
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 1U
1 error in 1 file
)");
}

TEST(UnitsFit, a_half_depth_device_may_stand_behind_another) {
    Case c;
    Device& server = the(c.intent.devices, "trading-server.3");
    server.unit = 42;
    server.depth = Depth::half;
    EXPECT_EQ(c.verdict(), "");
}

TEST(UnitsFit, a_full_depth_device_collides_with_one_at_the_rear) {
    Case c;
    the(c.intent.devices, "trading-server.3").unit = 42;
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-leaf-01 (1U, U42) and lab1-srv-003 (1U, U42) share U42 of R01 (rear)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 1U
1 error in 1 file
)");
}

TEST(UnitsFit, a_collision_in_front_says_nothing_of_what_stands_behind) {
    Case c;
    for (const char* id : {"trading-server.1", "trading-server.3"}) {
        Device& server = the(c.intent.devices, id);
        server.unit = 42;
        server.depth = Depth::half;
    }
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (1U, U42) and lab1-srv-003 (1U, U42) share U42 of R01 (front)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U1 of R01 is free for 1U
1 error in 1 file
)");
}

TEST(UnitsFit, two_devices_of_half_a_unit_share_one_unit) {
    Case c;
    for (const char* id : {"trading-server.1", "trading-server.3"}) {
        the(c.intent.devices, id).unit = 1;
        the(c.intent.devices, id).height = {1};
    }
    EXPECT_EQ(c.verdict(), "");
}

TEST(UnitsFit, a_third_device_of_half_a_unit_finds_the_unit_taken) {
    Case c;
    for (const char* id : {"trading-server.1", "trading-server.2", "trading-server.3"}) {
        Device& server = the(c.intent.devices, id);
        server.rack = RackId("R01");
        server.unit = 1;
        server.height = {1};
    }
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (0.5U, U1) and lab1-srv-003 (0.5U, U1) share U1 of R01 (front and rear)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 0.5U
site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-002 (0.5U, U1) and lab1-srv-003 (0.5U, U1) share U1 of R01 (front and rear)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: U2 of R01 is free for 0.5U
2 errors in 1 file
)");
}

TEST(UnitsFit, reserved_units_are_not_free_on_either_face) {
    Case c;
    c.limits.reserved[RackId("R01")] = {{1, 1, "cage light"}, {42, 42, "fan tray"}};
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a device stands on reserved units [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (1U, U1) is on U1 of R01, which is reserved: cage light
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-001
  hint: U3 of R01 is free for 1U
site-definitions/lab1.yaml:3:3: error: a device stands on reserved units [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-leaf-01 (1U, U42) is on U42 of R01, which is reserved: fan tray
  standards/lab/1.0.0/standard.yaml:2:3: note: the role of lab1-leaf-01
  hint: U3 of R01 is free for 1U
2 errors in 1 file
)");
}

TEST(UnitsFit, when_a_rack_is_full_the_next_one_with_room_is_named) {
    Case c;
    c.limits.reserved[RackId("R01")] = {{2, 39, "kept for later"}};
    the(c.intent.devices, "trading-server.3").unit = 1;
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: two devices stand on the same rack unit [unit-taken]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  lab1-srv-001 (1U, U1) and lab1-srv-003 (1U, U1) share U1 of R01 (front and rear)
  standards/lab/1.0.0/standard.yaml:5:3: note: the role of lab1-srv-003
  hint: R01 has no 1U left; U3 of R02 is free
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
