#include <gmock/gmock.h>

#include "intent/exporters/pages/pages_parts.h"

namespace colo::sheets {

namespace {

using testing::ElementsAre;

TEST(WrappedText, LinesBreakAtSpacesThenInsideWordsAfterMarksThenAnywhere) {
    const auto room = [](std::string_view text) { return ems(text); };
    EXPECT_THAT(wrapped("one two three", room("one two")), ElementsAre("one two", "three"));
    EXPECT_THAT(wrapped("to ams1-leaf-01", room("ams1-lea")),
                ElementsAre("to", "ams1-", "leaf-01"));
    EXPECT_THAT(wrapped("abcdef", room("abcd")), ElementsAre("abcd", "ef"));
    EXPECT_THAT(wrapped("one\n\ntwo", room("one two")), ElementsAre("one", "", "two"));
    EXPECT_THAT(wrapped("ab", 1), ElementsAre("a", "b"));
    EXPECT_THAT(wrapped("e\u0301e\u0301", room("e")), ElementsAre("e\u0301", "e\u0301"));
    EXPECT_THAT(wrapped("ab👍🏽", room("ab👍")), ElementsAre("ab", "👍🏽")) << "one letter of two";
    EXPECT_THAT(wrapped("", 1000), ElementsAre());
}

TEST(SharedOutRoom, SmallWishesAreMetFirstAndTooLittleIsSharedByWhatEachMustHave) {
    EXPECT_THAT(shared_out({10, 10, 10}, {12, 90, 90}, 60), ElementsAre(12, 24, 24));
    EXPECT_THAT(shared_out({10, 10}, {12, 12}, 60), ElementsAre(12, 12));
    EXPECT_THAT(shared_out({10, 30}, {50, 50}, 20), ElementsAre(5, 15));
}

}  // namespace

}  // namespace colo::sheets
