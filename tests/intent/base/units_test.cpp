#include <gtest/gtest.h>

#include <limits>

#include "intent/base/units.h"

namespace colo {

TEST(Units, AQuantityNeedsItsUnit) {
    EXPECT_EQ(read_power("5 kW"), watts(5000));
    EXPECT_EQ(read_power("4.8kW"), watts(4800));
    EXPECT_EQ(read_power("450 W"), watts(450));
    EXPECT_EQ(read_power("450"), std::nullopt);
    EXPECT_EQ(read_power("5 kw"), std::nullopt);
    EXPECT_EQ(read_power("-5 kW"), std::nullopt);
    EXPECT_EQ(read_length("1070 mm"), Length{1070});
    EXPECT_EQ(read_length("0.6 m"), Length{600});
    EXPECT_EQ(read_mass("21 lb"), Mass{9525});
    EXPECT_EQ(read_speed("25G"), Speed{25'000});
    EXPECT_EQ(read_speed("2.5G"), Speed{2'500});
    EXPECT_EQ(read_percent("30 %"), 30);
    EXPECT_EQ(read_percent("130 %"), std::nullopt);
}

TEST(Units, ANumberThatIsTooLargeIsRefused) {
    EXPECT_EQ(read_power("9999999999999999999999 kW"), std::nullopt);
    EXPECT_EQ(read_length("1000000000 km"), std::nullopt);
}

TEST(Units, RackUnitsAreWrittenInHalves) {
    const auto text = [](std::int64_t halves) { return to_text(HalfUnits{halves}); };
    EXPECT_EQ(text(0), "0");
    EXPECT_EQ(text(1), "0.5");
    EXPECT_EQ(text(4), "2");
    EXPECT_EQ(text(5), "2.5");
    EXPECT_EQ(text(-1), "-0.5");
    EXPECT_EQ(text(-3), "-1.5");
    EXPECT_EQ(text(largest_number), "4503599627370495.5");
}

TEST(Units, PowerIsRoundedWithoutCountingTooFar) {
    EXPECT_EQ(to_text(Power{3'314'999}), "3.31 kW");
    EXPECT_EQ(to_text(Power{3'315'000}), "3.32 kW");
    EXPECT_EQ(to_text(Power{449'950}), "450 W");
    EXPECT_EQ(to_text(Power{std::numeric_limits<std::int64_t>::max()}), "9223372036854.78 kW");
}

TEST(Units, TextForPeopleReadsBackToTheSameQuantity) {
    for (const std::string text :
         {"450 W", "3.31 kW", "0.6 m", "1070 mm", "19 kg", "25G", "100M"}) {
        if (const auto power = read_power(text)) {
            EXPECT_EQ(to_text(*power), text);
        }
        if (const auto length = read_length(text)) {
            EXPECT_EQ(to_text(*length), text);
        }
        if (const auto mass = read_mass(text)) {
            EXPECT_EQ(to_text(*mass), text);
        }
        if (const auto speed = read_speed(text)) {
            EXPECT_EQ(to_text(*speed), text);
        }
    }
}

}  // namespace colo
