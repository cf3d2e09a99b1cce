#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "intent/exporters/csv.h"
#include "intent/importers/csv.h"
#include "intent/importers/stock.h"

namespace colo::importers {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::vector<std::string>> cells(std::string_view text) {
    const auto lines = read_csv(text, "f.csv");
    std::vector<std::vector<std::string>> out;
    if (!lines) return {{lines.failure().message}};
    for (const CsvLine& line : *lines) out.push_back(line.cells);
    return out;
}

}  // namespace

TEST(ReadCsv, QuotedFieldsMayHoldCommasQuotesAndLines) {
    EXPECT_THAT(cells("a,\"b,\"\"c\"\"\nd\"\r\n\r\ne,f"),
                ElementsAre(ElementsAre("a", "b,\"c\"\nd"), ElementsAre("e", "f")));
}

TEST(ReadCsv, AByteOrderMarkIsPassedOverAndAnEmptyFileHasNoLines) {
    EXPECT_THAT(cells("\xEF\xBB\xBFx,y\n"), ElementsAre(ElementsAre("x", "y")));
    EXPECT_THAT(cells(""), IsEmpty());
}

TEST(ReadCsv, LinesKeepTheirNumbersInTheFile) {
    const auto lines = read_csv("a\n\n\"b\nb\"\nc\n", "f.csv");
    ASSERT_EQ(lines->size(), 3U);
    EXPECT_EQ((*lines)[1].number, 3);
    EXPECT_EQ((*lines)[2].number, 5);
}

TEST(ReadCsv, WhatIsBrokenIsToldWithItsLine) {
    EXPECT_EQ(cells("a\n\"b\nc").front().front(), "f.csv:2: a quote that is not closed");
    EXPECT_EQ(cells("a\nb\"c").front().front(),
              "f.csv:2: a quote inside a field that does not begin with one");
    EXPECT_EQ(cells("\"a\"b").front().front(), "f.csv:1: text behind a closing quote");
    EXPECT_EQ(cells("a\xFF").front().front(), "f.csv is not UTF-8 text");
    EXPECT_THAT(read_csv("a\nb\nc\n", "f.csv", 2).failure().message, StartsWith("f.csv:3: more"));
}

RC_GTEST_PROP(ReadCsv, ReadsBackWhatIsWritten, (const std::vector<std::string>& texts)) {
    std::vector<std::string> ascii;
    for (const std::string& text : texts) {
        std::string one;
        for (const char c : text)
            one += static_cast<char>(c & 0x7F) == 0 ? 'x' : static_cast<char>(c & 0x7F);
        ascii.push_back(one);
    }
    exporters::CsvText csv({"first", "second"});
    for (const std::string& text : ascii) csv.cell("=" + text).cell(text).end_line();
    const auto lines = read_csv(csv.take(), "f.csv");
    RC_ASSERT(bool(lines));
    RC_ASSERT(lines->size() == ascii.size() + 1);
    for (std::size_t i = 0; i < ascii.size(); ++i)
        RC_ASSERT(exporters::unguarded_cell((*lines)[i + 1].cells[1]) == ascii[i]);
}

TEST(ReadStock, ColumnsAreFoundByTheirNames) {
    const auto stock =
        read_stock("shelf,count,part,length_m\n1,4,dac-25g,2\n2,1,leaf-48x25,\n", "stock.csv");
    EXPECT_THAT(*stock,
                ElementsAre(StockLine{"dac-25g", Length{2000}, 4}, StockLine{"leaf-48x25", {}, 1}));
}

TEST(ReadStock, AllThatIsWrongIsToldAtOnce) {
    const auto stock = read_stock("part,count,length_m\n,1,\nx,-1,\ny,2,two\nz,2,\n", "stock.csv");
    EXPECT_EQ(stock.failure().code, "bad-stock");
    EXPECT_EQ(stock.failure().message, "stock.csv:2: no part");
    EXPECT_THAT(stock.failure().causes, ElementsAre("stock.csv:3: -1 is not a count",
                                                    "stock.csv:4: two is not a length in metres"));
    EXPECT_EQ(read_stock("a,b\n", "stock.csv").failure().message, "stock.csv:1: no column part");
    EXPECT_EQ(read_stock("", "stock.csv").failure().message, "stock.csv:1: no column part");
}

}  // namespace colo::importers
