#include <gmock/gmock.h>

#include "intent/base/id.h"
#include "intent/base/names.h"

namespace colo {

using testing::ElementsAre;

TEST(Names, R2ComesBeforeR10) {
    EXPECT_TRUE(natural_less("R2", "R10"));
    EXPECT_FALSE(natural_less("R10", "R2"));
    EXPECT_TRUE(natural_less("leaf.R02.1", "leaf.R2.1"));
    EXPECT_TRUE(natural_less("R", "R1"));
    EXPECT_FALSE(natural_less("R1", "R1"));
}

TEST(Names, ALongNumberIsComparedWithoutOverflow) {
    EXPECT_TRUE(natural_less("R99999999999999999998", "R99999999999999999999"));
}

TEST(Names, AListKeepsLeadingZerosAndItsLeftmostBracketIsSlowest) {
    EXPECT_THAT(expand_names("L[1-2] C13 [09-10]").names,
                ElementsAre("L1 C13 09", "L1 C13 10", "L2 C13 09", "L2 C13 10"));
    EXPECT_THAT(expand_names("eth[0,2]").names, ElementsAre("eth0", "eth2"));
}

TEST(Names, ADashOutsideBracketsIsJustADash) {
    EXPECT_THAT(expand_names("NIC1-1").names, ElementsAre("NIC1-1"));
}

TEST(Names, ABadListSaysWhatIsWrong) {
    EXPECT_EQ(expand_names("R[9-1]").error, "[9-1] counts down");
    EXPECT_EQ(expand_names("R[1-x]").error, "[1-x] is not a range of numbers");
    EXPECT_EQ(expand_names("R[1-3").error, "a bracket is not closed");
    EXPECT_EQ(expand_names("R1]").error, "] without [");
    EXPECT_EQ(expand_names("R[1,,2]").error, "[1,,2] has an empty part");
    EXPECT_EQ(expand_names("R[0-4096]").error, "[0-4096] is more than 4096 names");
    EXPECT_EQ(expand_names("[1-100][1-100]").error, "more than 4096 names");
}

TEST(Names, TheNearestNameIsOfferedAndAFarOneIsNot) {
    EXPECT_EQ(nearest_name("trading-server", {"trading-servers", "ptp"}), "trading-servers");
    EXPECT_EQ(nearest_name("faciltiy", {"facility", "format"}), "facility");
    EXPECT_EQ(nearest_name("zebra", {"facility", "format"}), std::nullopt);
}

TEST(Names, AnIdentityIsSafeInShellsAndFileNames) {
    EXPECT_TRUE(is_identity("leaf.R03.2"));
    EXPECT_FALSE(is_identity(""));
    EXPECT_FALSE(is_identity("-rf"));
    EXPECT_FALSE(is_identity(".."));
    EXPECT_FALSE(is_identity("a b"));
    EXPECT_FALSE(is_identity("a/b"));
    EXPECT_FALSE(is_identity(std::string(64, 'a')));
}

TEST(Names, CountsArePluralAndHaveThousands) {
    EXPECT_EQ(count_of(1, "address", "addresses"), "1 address");
    EXPECT_EQ(count_of(2950, "cable"), "2,950 cables");
}

}  // namespace colo
