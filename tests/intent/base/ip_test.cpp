#include <gtest/gtest.h>

#include "intent/base/ip.h"

namespace colo {

TEST(Ip, TextIsCanonical) {
    EXPECT_EQ(to_text(*read_prefix("10.21.0.0/18")), "10.21.0.0/18");
    EXPECT_EQ(to_text(*read_prefix("FD00:0021:0:0::/40")), "fd00:21::/40");
    EXPECT_EQ(to_text(*read_interface("192.0.2.1/31")), "192.0.2.1/31");
}

TEST(Ip, WhatIsNoPrefixIsRefused) {
    for (const char* text : {"10.21.0.1/18", "10.21.0.0", "10.21.0.0/33", "10.21.0.0/018",
                             "10.21.0.0/", "::/129", "10.21.0/24", " 10.0.0.0/8", ""})
        EXPECT_EQ(read_prefix(text), std::nullopt) << text;
}

TEST(Ip, BlocksAreCountedFromZeroAndEndWithThePrefix) {
    const IpPrefix pool = *read_prefix("10.255.255.0/26");
    EXPECT_EQ(to_text(*pool.block(6, 31)), "10.255.255.12/31");
    EXPECT_EQ(to_text(*pool.block(31, 31)), "10.255.255.62/31");
    EXPECT_EQ(pool.block(32, 31), std::nullopt);
    EXPECT_EQ(pool.block(0, 25), std::nullopt);
    EXPECT_EQ(to_text(*read_prefix("::/0")->block(1, 128)), "::1/128");
}

TEST(Ip, AnOffsetOutsideThePrefixHasNoAddress) {
    const IpPrefix prefix = *read_prefix("10.0.0.0/30");
    EXPECT_EQ(to_text(*prefix.at(3)), "10.0.0.3");
    EXPECT_EQ(prefix.at(4), std::nullopt);
}

TEST(Ip, PrefixesOverlapOnlyWithinAFamily) {
    EXPECT_TRUE(read_prefix("10.0.0.0/8")->overlaps(*read_prefix("10.1.0.0/16")));
    EXPECT_FALSE(read_prefix("10.0.0.0/8")->overlaps(*read_prefix("11.0.0.0/16")));
    EXPECT_FALSE(read_prefix("0.0.0.0/0")->overlaps(*read_prefix("::/0")));
}

}  // namespace colo
