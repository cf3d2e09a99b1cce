#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(WeightIsCarried, a_rack_that_is_too_heavy_is_told_by_how_much_and_what_would_fit) {
    Case c;
    the(c.intent.racks, "R01").max_weight = Mass{60'000};
    EXPECT_EQ(
        c.verdict(),
        R"(site-definitions/lab1.yaml:3:3: error: a rack holds more than it can bear [rack-overweight]
    3 |   R[01-02]: {units: 42, feeds: {A: 10 kW, B: 10 kW}}
      |   ^~~~~~~~
  R01 holds 68.5 kg of 60 kg: 8.5 kg over
  2 trading servers (19 kg each), 2 pdus (8 kg each), 1 leaf (9.5 kg) and 1 other
  hint: 1 trading server fits R01; R02 has room for the other 1
1 error in 1 file
)");
}

TEST(WeightIsCarried, a_rack_without_a_limit_bears_anything) {
    Case c;
    the(c.intent.racks, "R01").max_weight.reset();
    the(c.intent.devices, "trading-server.3").weight = Mass{5'000'000};
    EXPECT_EQ(c.verdict(), "");
}

TEST(WeightIsCarried, a_device_of_unknown_weight_counts_nothing) {
    Case c;
    the(c.intent.racks, "R01").max_weight = Mass{60'000};
    the(c.intent.devices, "trading-server.3").weight.reset();
    EXPECT_EQ(c.verdict(), "");
}

TEST(WeightIsCarried, the_weight_stored_in_the_rack_is_not_trusted) {
    Case c;
    the(c.intent.racks, "R01").weight = Mass{5'000'000};
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
