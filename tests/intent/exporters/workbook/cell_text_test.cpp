#include <gtest/gtest.h>

#include "intent/exporters/workbook/cell_text.h"

namespace colo::sheets::xlsx {

namespace {

TEST(CellText, what_reads_as_an_escaped_character_is_escaped_itself) {
    EXPECT_EQ(cell_text("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(cell_text("_x0041"), "_x0041");
    EXPECT_EQ(cell_text("eth_x00zz_1"), "eth_x00zz_1");
}

TEST(CellText, a_text_is_cut_with_an_ellipsis_only_where_it_does_not_fit) {
    EXPECT_EQ(cell_text("abcd", 4), "abcd");
    EXPECT_EQ(cell_text("abcde", 4), "abc\u2026");
    EXPECT_EQ(cell_text("ab\U0001F50Ce", 4), "ab\u2026");  // the plug counts two
    EXPECT_EQ(cell_text("", 4), "");
}

TEST(CellText, line_ends_are_LF_and_what_XML_cannot_hold_is_replaced) {
    EXPECT_EQ(cell_text("a\r\nb\rc\td"), "a\nb\nc\td");
    EXPECT_EQ(cell_text("\x1B\xEF\xBF\xBF\xC3"), "\uFFFD\uFFFD\uFFFD");
}

TEST(HeaderText, an_ampersand_is_a_text_and_not_a_code) {
    EXPECT_EQ(header_text("R&D", 10), "R&&D");
    EXPECT_EQ(header_text("A&&&&&&&&&", 6), "A&&&&\u2026");
}

TEST(WorksheetNames, names_are_unique_without_regard_to_case_and_hold_31_characters) {
    const std::string wide(40, 'w');
    EXPECT_EQ(worksheet_names({"cables", "Cables", "a/b", "", "history", wide, wide}),
              (std::vector<std::string>{"cables", "Cables-2", "a-b", "sheet", "history-2",
                                        std::string(30, 'w') + "\u2026",
                                        std::string(28, 'w') + "\u2026-2"}));
}

TEST(Widths, the_widest_line_counts) {
    EXPECT_GT(width_in_characters("ab\nabcdef\nc", 9), width_in_characters("abcde", 9));
    EXPECT_EQ(width_in_characters("ab\nabcdef\nc", 9), width_in_characters("abcdef", 9));
    EXPECT_GT(width_in_characters("abcdef", 9, true), width_in_characters("abcdef", 9));
}

}  // namespace

}  // namespace colo::sheets::xlsx
