#include <gtest/gtest.h>

#include "intent/exporters/text.h"

namespace colo::exporters {

namespace {

std::string valid(std::string_view text) {
    std::string out;
    append_valid(out, text);
    return out;
}

TEST(ExportedText, WhatIsUtf8StaysAsItIs) {
    EXPECT_EQ(valid("a\x7F\xC2\x80 Käfig \xE6\x9D\xB1 \xF0\x9F\x94\x8C"),
              "a\x7F\xC2\x80 Käfig \xE6\x9D\xB1 \xF0\x9F\x94\x8C");
}

TEST(ExportedText, EachByteThatIsNotUtf8IsReplaced) {
    EXPECT_EQ(valid("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(valid("\x80"), "\xEF\xBF\xBD") << "a byte that only continues";
    EXPECT_EQ(valid("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "longer than needed";
    EXPECT_EQ(valid("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a surrogate";
    EXPECT_EQ(valid("\xF4\x90\x80\x80").size(), 12U) << "beyond U+10FFFF";
    EXPECT_EQ(valid("\xE6\x9D"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "cut off at the end";
}

TEST(ExportedText, ATextThatFitsIsNotShortened) {
    const auto width = text_width("ams1-srv-001", 2700);
    EXPECT_EQ(shortened("ams1-srv-001", 2700, width), "ams1-srv-001");
    EXPECT_EQ(shortened("ams1-srv-001", 2700, width - 1), "ams1-srv-0…");
}

TEST(ExportedText, AShortenedTextFits) {
    const std::string text = "trading WWWW Käfig \xE6\x9D\xB1\xE4\xBA\xAC iiii \xFF\xFE -- server";
    for (const Weight weight : {Weight::regular, Weight::bold})
        for (std::int64_t width = 0; width < 120'000; width += 137)
            EXPECT_LE(text_width(shortened(text, 2700, width, weight), 2700, weight), width);
}

TEST(ExportedText, WhereNotEvenALetterFitsNothingIsShown) {
    EXPECT_EQ(shortened("leaf", 2700, 3000), "");
}

TEST(ExportedText, ACharacterIsNeverCutInTwo) {
    const std::string text = "\xE6\x9D\xB1\xE4\xBA\xAC\xE6\x9D\xB1\xE4\xBA\xAC";
    for (std::int64_t width = 0; width < 13'000; width += 50) {
        const std::string part = shortened(text, 2700, width);
        EXPECT_EQ(valid(part), part);
    }
}

TEST(ExportedText, BoldIsWider) {
    EXPECT_GT(text_width("ams1", 1000, Weight::bold), text_width("ams1", 1000));
}

}  // namespace

}  // namespace colo::exporters
