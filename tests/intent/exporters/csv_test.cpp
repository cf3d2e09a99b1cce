#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "intent/exporters/csv.h"

namespace colo::exporters {

namespace {

std::string one_cell(std::string_view text) {
    CsvText csv({"x"});
    csv.cell(text).end_line();
    return csv.take();
}

TEST(Csv, LinesEndWithCarriageReturnAndLineFeed) {
    CsvText csv({"a", "b"});
    csv.cell("1").cell("2").end_line();
    EXPECT_EQ(csv.take(), "a,b\r\n1,2\r\n");
}

TEST(Csv, ACellWithACommaAQuoteOrALineBreakIsQuoted) {
    EXPECT_EQ(one_cell("a,b"), "x\r\n\"a,b\"\r\n");
    EXPECT_EQ(one_cell("19\" rack"), "x\r\n\"19\"\" rack\"\r\n");
    EXPECT_EQ(one_cell("two\nlines"), "x\r\n\"two\nlines\"\r\n");
}

TEST(Csv, AnAbsentValueIsAnEmptyCell) {
    CsvText csv({"a", "b", "c"});
    csv.cell(std::optional<std::string>()).cell(std::optional<std::int64_t>());
    csv.thousandths(std::nullopt).end_line();
    EXPECT_EQ(csv.take(), "a,b,c\r\n,,\r\n");
}

TEST(Csv, NumbersArePlain) {
    CsvText csv({"a", "b", "c"});
    csv.cell(std::optional<std::int64_t>(42)).thousandths(600).thousandths(2000).end_line();
    EXPECT_EQ(csv.take(), "a,b,c\r\n42,0.6,2\r\n");
}

TEST(Csv, ACellThatASpreadsheetWouldCalculateIsGuarded) {
    EXPECT_EQ(one_cell("=cmd|' /C calc'!A0"), "x\r\n'=cmd|' /C calc'!A0\r\n");
    for (const char* text : {"=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "'", "＝1"})
        EXPECT_EQ(guarded_cell(text), "'" + std::string(text));
    for (const char* text : {"a=1", "1-2", " =1", "", "C-0001"})
        EXPECT_EQ(guarded_cell(text), text);
}

TEST(Csv, WhatIsNotUtf8IsReplaced) { EXPECT_EQ(one_cell("a\xFFz"), "x\r\na\xEF\xBF\xBDz\r\n"); }

RC_GTEST_PROP(Csv, TakingOneApostropheAwayGivesTheTextBack, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('\'', '=', '+', '-', '@', '\t', '\r', 'a', ',', '"', ' '));
    RC_ASSERT(unguarded_cell(guarded_cell(text)) == text);
}

TEST(CsvDeathTest, ALineShorterThanTheHeaderIsABug) {
    EXPECT_DEATH(
        {
            CsvText csv({"a", "b"});
            csv.cell("1").end_line();
        },
        "other cells than its header");
}

}  // namespace

}  // namespace colo::exporters
