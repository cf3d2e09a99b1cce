#include <gtest/gtest.h>

#include <algorithm>

#include "intent/base/version.h"

namespace colo {

namespace {

bool holds(const std::string& demand, const std::string& version) {
    const ReadDemand read = read_demand(demand);
    EXPECT_EQ(read.error, "");
    return std::all_of(read.demand.limits.begin(), read.demand.limits.end(),
                       [&](const VersionLimit& one) { return one.holds(*read_version(version)); });
}

}  // namespace

TEST(Version, ComesInTheOrderOfSemver) {
    const char* const ordered[] = {
        "0.9.9",      "1.0.0-alpha",  "1.0.0-alpha.1", "1.0.0-alpha.beta",
        "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
        "1.0.0",      "1.0.1",        "1.2.0",         "1.10.0",
        "2.0.0"};
    for (std::size_t i = 0; i + 1 < std::size(ordered); ++i)
        EXPECT_LT(*read_version(ordered[i]), *read_version(ordered[i + 1])) << ordered[i];
}

TEST(Version, LeftOutNumbersAreZeroAndABuildCountsForNothing) {
    EXPECT_EQ(to_text(*read_version("1.1")), "1.1.0");
    EXPECT_EQ(to_text(*read_version("2")), "2.0.0");
    EXPECT_EQ(*read_version("1.2.3+build.7"), *read_version("1.2.3"));
    EXPECT_EQ(to_text(*read_version("2.0.0-rc.1")), "2.0.0-rc.1");
}

TEST(Version, NothingElseIsOne) {
    for (const char* text : {"", "v1", "1.", ".1", "1.2.3.4", "01.2", "1.-2", "1.0.0-",
                             "1.0.0-a..b", "1.0.0-01", "99999999999999999999", "1 .0"})
        EXPECT_FALSE(read_version(text)) << text;
}

TEST(VersionDemand, AllLimitsMustHold) {
    EXPECT_TRUE(holds("standard >= 1.1", "1.1.0"));
    EXPECT_FALSE(holds("standard > 1.1", "1.1.0"));
    EXPECT_TRUE(holds("standard >= 1.1, < 2", "1.9.3"));
    EXPECT_FALSE(holds("standard >= 1.1, < 2", "2.0.0"));
    EXPECT_TRUE(holds("standard <= 2", "2.0.0"));
    EXPECT_FALSE(holds("standard = 1.1", "1.1.3"));
    EXPECT_TRUE(holds("standard == 1.1", "1.1.0"));
    EXPECT_FALSE(holds("standard >= 1, != 1.1.3", "1.1.3"));
    EXPECT_TRUE(holds("standard", "0.0.1"));
}

TEST(VersionDemand, IsWrittenBackInOneForm) {
    EXPECT_EQ(to_text(read_demand(" trading-colo>=1.1,<2 ").demand),
              "trading-colo >= 1.1.0, < 2.0.0");
    EXPECT_EQ(to_text(read_demand("standard").demand), "standard");
}

TEST(VersionDemand, WhatIsWrongWithItIsSaid) {
    EXPECT_EQ(read_demand("").error, "it names no standard");
    EXPECT_EQ(read_demand(">= 1.1").error, "it names no standard");
    EXPECT_EQ(read_demand("standard >= one").error, "one is not a version");
    EXPECT_EQ(read_demand("standard >=").error, ">= compares with nothing");
    EXPECT_EQ(read_demand("standard >= 1,").error, "a comparison is empty");
    EXPECT_EQ(read_demand("standard 1.1").error, "1.1 is not a comparison");
    EXPECT_EQ(read_demand("a/b >= 1").error, "a/b is not a standard's name");
}

TEST(Bump, IsTheFirstNumberThatDiffers) {
    const auto between = [](const char* a, const char* b) {
        return bump_between(*read_version(a), *read_version(b));
    };
    EXPECT_EQ(between("1.0.0", "1.0.1"), Bump::patch);
    EXPECT_EQ(between("1.0.7", "1.1.0"), Bump::minor);
    EXPECT_EQ(between("1.9.0", "2.0.0"), Bump::major);
    EXPECT_EQ(between("1.0.0-rc.1", "1.0.0"), Bump::none);
}

}  // namespace colo
