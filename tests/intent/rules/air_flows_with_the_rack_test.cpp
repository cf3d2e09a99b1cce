#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(AirFlowsWithTheRack, a_device_that_blows_to_the_front_is_told_the_other_face) {
    Case c;
    c.limits.bodies["server-25g"].airflow = "rear-to-front";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:5:3: error: a device blows against its rack [airflow-against-rack]
    5 |   trading-server: {model: server-25g}
      |   ^~~~~~~~~~~~~~
  lab1-srv-001 at U1 of R01 (and 3 trading servers more) blows rear-to-front; the front face wants front-to-rear
  standards/lab/1.0.0/standard.yaml:22:1: note: model server-25g
  hint: place it on the rear face, or take the model that blows front-to-rear
1 error in 1 file
)");
}

TEST(AirFlowsWithTheRack, on_the_rear_face_it_is_the_other_way_round) {
    Case c;
    the(c.intent.devices, "leaf.R01.2").face = Face::front;
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:2:3: error: a device blows against its rack [airflow-against-rack]
    2 |   leaf: {model: leaf-48x25, per: leaf-group, count: 2}
      |   ^~~~
  lab1-leaf-02 at U42 of R02 blows rear-to-front; the front face wants front-to-rear
  hint: place it on the rear face, or take the model that blows front-to-rear
1 error in 1 file
)");
    the(c.intent.devices, "leaf.R01.2").face = Face::rear;
    c.limits.bodies["leaf-48x25"].airflow = "front-to-rear";
    EXPECT_NE(c.verdict().find("the rear face wants rear-to-front"), std::string::npos);
}

TEST(AirFlowsWithTheRack, passive_and_unknown_fit_both_faces) {
    for (const char* airflow : {"passive", "", "left-to-right"}) {
        Case c;
        c.limits.bodies["server-25g"].airflow = airflow;
        c.limits.bodies["leaf-48x25"].airflow = airflow;
        EXPECT_EQ(c.verdict(), "") << airflow;
    }
}

TEST(AirFlowsWithTheRack, what_hangs_beside_the_units_has_no_face) {
    Case c;
    c.limits.bodies["pdu-3phase-16a"].airflow = "rear-to-front";
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
