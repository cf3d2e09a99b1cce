#include <gtest/gtest.h>

#include "intent/base/suggestion.h"

namespace colo {

TEST(Suggestion, IsTheNearestElseTheListElseNothing) {
    EXPECT_EQ(suggestion("leav", {"leaf", "spine"}), "did you mean leaf?");
    EXPECT_EQ(suggestion("router", {"leaf", "spine"}), "there is leaf, spine");
    EXPECT_EQ(suggestion("router", {}), "");
    EXPECT_EQ(suggestion("router", std::vector<std::string>(21, "x")), "");
}

}  // namespace colo
