#include <gmock/gmock.h>

#include <map>

#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pdf/pdf.h"
#include "tests/intent/exporters/pages/printed.h"
#include "tests/intent/exporters/pdf/poppler.h"

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Drawing;
using exporters::Micrometres;
using exporters::mm;
using exporters::Point;
using exporters::Rect;
using exporters::Text;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::all_of;
using tests::each;
using tests::expect_well_laid;
using tests::without_spaces;

const std::string long_word =
    "ams1-a-device-with-an-unreasonably-long-name-that-somebody-thought-was-a-good-idea";
const std::string unbroken(150, 'W');

Cover ams1() {
    return {"ams1",
            "Build sheet",
            "the whole site",
            "revision 4",
            "abcdef0123456789",
            {{"Facility", "Equinix AM3"}, {"Contact", "smart hands desk"}}};
}

Column column(std::string title, Fill fill = Fill::printed, int least_width = 0) {
    Column out;
    out.key = out.title = std::move(title);
    out.fill = fill;
    out.least_width = least_width;
    return out;
}

/// Two racks of cables.
Table cables(int rows = 20) {
    Table out;
    out.key = "cables";
    out.title = "Cable schedule";
    out.note = "Tick what is done.";
    out.columns = {column("Cable"), column("From"), column("Length (m)"),
                   column("Done", Fill::tick), column("Remark", Fill::text, 12)};
    for (int i = 0; i < rows; ++i)
        out.rows.push_back({{"C-" + std::to_string(100 + i), "R03-42:Ethernet" + std::to_string(i),
                             Thousandths{1500}, Cell(), Cell()},
                            i < rows / 2 ? "R01" : "R02",
                            "#0072b2"});
    return out;
}

std::vector<std::string> titles(const std::vector<Drawing>& pages) {
    std::vector<std::string> out;
    for (const Drawing& page : pages) out.push_back(page.title);
    return out;
}

/// The texts of the cells, column by column from the left, without spaces.
std::vector<std::string> columns_of(const std::vector<Drawing>& pages) {
    std::map<Micrometres, std::string> by_place;
    for (const Drawing& page : pages) {
        const Box* header = nullptr;
        each<Rect>(page.shapes, [&](const Rect& rect) {
            if (rect.style == "header") header = &rect.box;
        });
        each<Text>(page.shapes, [&](const Text& text) {
            if (header && text.style == "ink" && text.at.y > header->bottom())
                by_place[text.at.x] += without_spaces(text.content);
        });
    }
    std::vector<std::string> out;
    for (const auto& [place, text] : by_place) out.push_back(text);
    return out;
}

std::vector<std::string> columns_of(const Table& table) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::string all;
        for (const Row& row : table.rows) all += without_spaces(to_text(row.cells[i]));
        if (!all.empty()) out.push_back(all);
    }
    return out;
}

Micrometres text_size(const std::vector<Drawing>& pages) {
    Micrometres out = 0;
    each<Text>(pages.front().shapes, [&](const Text& text) {
        if (text.style == "ink") out = text.size;
    });
    return out;
}

TEST(TablePages, ATableStandsWithinTheMarginsAndSaysAllItsCells) {
    for (const Paper paper : {Paper::a4, Paper::letter}) {
        const auto pages = table_pages(cables(200), ams1(), paper);
        expect_well_laid(pages);
        EXPECT_EQ(columns_of(pages), columns_of(cables(200)));
    }
}

TEST(TablePages, NamesHoweverLongAreWhole) {
    Table table = cables();
    table.rows[3].cells[0] = long_word;
    table.rows[4].cells[1] = unbroken;
    table.rows[5].cells[1] = std::string("服务器机架端口服务器机架端口 Zürich خادم الرف 🔌");
    table.rows[6].cells[1] = std::string("two\nlines");
    const auto pages = table_pages(table, ams1(), Paper::a4);
    expect_well_laid(pages);
    EXPECT_EQ(columns_of(pages), columns_of(table));
}

TEST(TablePages, ATableOfVeryManyColumnsStillFitsAndSaysAll) {
    Table table = cables();
    for (int i = 0; i < 40; ++i) {
        table.columns.push_back(column("Column " + std::to_string(i)));
        for (Row& row : table.rows) row.cells.emplace_back("value-" + std::to_string(i));
    }
    const auto pages = table_pages(table, ams1(), Paper::a4);
    expect_well_laid(pages);
    EXPECT_EQ(columns_of(pages), columns_of(table));
    EXPECT_EQ(text_size(pages), mm(1.9));
}

TEST(TablePages, LettersAreAsLargeAsTheColumnsAllow) {
    Table table = cables();
    EXPECT_EQ(text_size(table_pages(table, ams1(), Paper::a4)), mm(2.8));
    for (Row& row : table.rows)
        row.cells[1] = std::string("a text with many words, as long as a line of the paper is, ")
                           .append("and longer than any other of the table's columns are now");
    table.columns.push_back(table.columns[1]);
    for (Row& row : table.rows) row.cells.push_back(row.cells[1]);
    const auto pages = table_pages(table, ams1(), Paper::a4);
    EXPECT_EQ(text_size(pages), mm(2.2));
    each<Rect>(pages.front().shapes, [](const Rect& rect) {
        const bool is_tick = rect.box.width == rect.box.height;
        EXPECT_TRUE(rect.style != "box" || is_tick || rect.box.width >= mm(20.4))
            << "hands do not write smaller";
    });
}

TEST(TablePages, ARowHigherThanAPageGoesOnOnTheNext) {
    Table table = cables(4);
    std::string words;
    for (int i = 0; i < 4000; ++i) words += "word" + std::to_string(i) + " ";
    table.rows[1].cells[1] = words;
    const auto pages = table_pages(table, ams1(), Paper::a4);
    EXPECT_GT(pages.size(), 3U);
    expect_well_laid(pages);
    EXPECT_EQ(columns_of(pages), columns_of(table));
    EXPECT_THAT(all_of({pages[1]}, "faint"), HasSubstr("C-101")) << "which row it is";
}

TEST(TablePages, EachSectionBeginsOnANewPageThatNamesIt) {
    EXPECT_THAT(titles(table_pages(cables(), ams1(), Paper::a4)),
                ElementsAre("Cable schedule, R01", "Cable schedule, R02"));
    Table together = cables();
    together.pages_by_section = false;
    EXPECT_THAT(titles(table_pages(together, ams1(), Paper::a4)), ElementsAre("Cable schedule"));
}

TEST(TablePages, TheHeaderIsOnEachPageAndTheNoteOnTheFirst) {
    const auto pages = table_pages(cables(200), ams1(), Paper::a4);
    ASSERT_GT(pages.size(), 2U);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        EXPECT_THAT(all_of({pages[i]}, "strong"), HasSubstr("CableFromLength(m)DoneRemark"));
        EXPECT_EQ(all_of({pages[i]}, "ink").find("Tickwhatisdone.") == 0, i == 0);
    }
    EXPECT_THAT(all_of({pages[1]}, "strong"), HasSubstr("Cableschedule,R01(continued)"));
}

TEST(TablePages, WhatIsToBeFilledInIsAnEmptyBoxAsWideAsItAsks) {
    const auto pages = table_pages(cables(6), ams1(), Paper::a4);
    std::vector<Box> boxes;
    each<Rect>(pages.front().shapes, [&](const Rect& rect) {
        if (rect.style == "box") boxes.push_back(rect.box);
    });
    ASSERT_EQ(boxes.size(), 6U) << "a tick and a remark in each of three rows";
    EXPECT_EQ(boxes[0].width, boxes[0].height);
    EXPECT_GE(boxes[1].width, mm(20)) << "twelve letters by hand";
    EXPECT_GE(boxes[1].height, mm(5));
    EXPECT_TRUE(pages.front().styles.at("box").stroke);
}

TEST(TablePages, TheWordsToChooseFromStandInTheHeader) {
    Table table = cables();
    table.columns[4].fill = Fill::choice;
    table.columns[4].choices = {"pass", "fail"};
    EXPECT_THAT(all_of(table_pages(table, ams1(), Paper::a4), "ink"), HasSubstr("pass,fail"));
}

TEST(TablePages, ColumnsThatAreNotForPaperAreLeftOut) {
    Table table = cables();
    table.columns[1].printed_on_paper = false;
    const auto pages = table_pages(table, ams1(), Paper::a4);
    EXPECT_THAT(all_of(pages, "strong"), testing::Not(HasSubstr("From")));
    EXPECT_THAT(all_of(pages, "ink"), testing::Not(HasSubstr("Ethernet")));
}

TEST(TablePages, ATableWithoutRowsSaysSo) {
    Table table = cables(0);
    const auto pages = table_pages(table, ams1(), Paper::a4);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_THAT(all_of(pages, "ink"), HasSubstr("None."));
    expect_well_laid(pages);
    table.columns.clear();
    expect_well_laid(table_pages(table, ams1(), Paper::a4));
}

TEST(TablePages, ARowHasASwatchOfItsColour) {
    Table table = cables(2);
    table.rows[1].colour = "blue, and no code of a colour";
    const auto pages = table_pages(table, ams1(), Paper::a4);
    EXPECT_EQ(pages[0].styles.at("swatch-0072b2").fill->light, "#0072b2");
    EXPECT_EQ(pages[1].styles.size() + 1, pages[0].styles.size());
}

TEST(NumberedPages, TheFooterNamesStateAndPageBelowEverythingElse) {
    auto pages = table_pages(cables(100), ams1(), Paper::letter);
    expect_well_laid(pages);
    number_pages(pages, ams1());
    const std::string count = std::to_string(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& footer = std::get<Text>(pages[i].shapes.back().what);
        EXPECT_EQ(footer.content, "ams1 · revision 4 · digest abcdef012345 · page " +
                                      std::to_string(i + 1) + " of " + count);
        const Box all = Box{0, 0, pages[i].width, pages[i].height}.inset(mm(10));
        EXPECT_TRUE(tests::is_inside(tests::covered(pages[i], footer), all));
        EXPECT_GT(tests::covered(pages[i], footer).y, tests::above_footer(pages[i]).bottom());
    }
}

TEST(NumberedPages, AFooterOfALongNameIsSmallerRatherThanCutOff) {
    Cover cover = ams1();
    cover.site = unbroken;
    auto pages = cover_pages({.cover = cover});
    number_pages(pages, cover);
    const auto& footer = std::get<Text>(pages.front().shapes.back().what);
    EXPECT_THAT(footer.content, HasSubstr(unbroken));
    EXPECT_LE(tests::covered(pages.front(), footer).right(), mm(200));
}

TEST(NumberedPages, ReadBackFromPaperTheyAreWhole) {
    auto pages = table_pages(cables(20), ams1(), Paper::a4);
    number_pages(pages, ams1());
    const std::string out =
        tests::printed_by("pdftotext -layout {} -", exporters::pdf(pages, {"Build sheet"}).value());
    EXPECT_THAT(out, HasSubstr("ams1 · revision 4 · digest abcdef012345 · page 2 of 2"));
    for (int i = 0; i < 20; ++i) {
        EXPECT_THAT(out, HasSubstr("C-" + std::to_string(100 + i)));
        EXPECT_THAT(out, HasSubstr("R03-42:Ethernet" + std::to_string(i)));
    }
}

TEST(CoverPages, TheCoverSaysWhatItIsAndCountsWhatBelongsToIt) {
    Sheet sheet;
    sheet.cover = ams1();
    sheet.cover.lines.emplace_back("How to report back", long_word + " " + unbroken);
    sheet.tables = {cables(), cables(1)};
    sheet.tables[1].title = "Parts";
    sheet.labels.resize(3);
    const auto pages = cover_pages(sheet);
    expect_well_laid(pages);
    EXPECT_GT(pages.front().height, pages.front().width);
    const std::string ink = all_of(pages, "ink");
    EXPECT_THAT(ink, HasSubstr("thewholesite"));
    EXPECT_THAT(ink, HasSubstr(long_word + unbroken));
    EXPECT_THAT(ink, HasSubstr("Cableschedule20rowsParts1rowLabels,infilesbesidethisone3labels"));
    EXPECT_THAT(all_of(pages, "faint"), HasSubstr("revision4·digestabcdef0123456789"));
}

TEST(LetterPages, ALetterGoesOnOnTheNextPageAndKeepsItsBoxesWhole) {
    Letter letter{"X-0007",
                  "ordered",
                  "Letter of authorisation",
                  {},
                  {{"A side", unbroken}},
                  {"Name", "Signature"}};
    EXPECT_EQ(letter_page(letter, ams1(), Paper::a4).size(), 1U);
    for (int i = 0; i < 40; ++i) {
        letter.paragraphs.push_back("Paragraph " + std::to_string(i));
        expect_well_laid(letter_page(letter, ams1(), Paper::letter));
    }
    const auto pages = letter_page(letter, ams1(), Paper::letter);
    EXPECT_EQ(pages.size(), 2U);
    const std::string ink = all_of(pages, "ink");
    for (const char* one : {"X-0007·ordered", "Paragraph0Paragraph1", "Paragraph39", "NameSign"})
        EXPECT_THAT(ink, HasSubstr(one));
    EXPECT_THAT(ink, HasSubstr(unbroken));
}

/// As an elevation is: a background, and shapes within a margin of its own.
Drawing picture(Micrometres height) {
    Drawing out{mm(210), height, "R01", {{"ink", {}}}, {}};
    out.styles["ink"].stroke_width = mm(1);
    out.shapes = {
        {Rect{{0, 0, mm(210), height}, "paper"}},
        {exporters::Group{"", {{Rect{{mm(10), mm(10), mm(190), height - mm(20)}, "ink"}}}}},
        {Text{{mm(10), mm(20)}, mm(5), "R01", "ink"}}};
    return out;
}

TEST(OnPaper, APictureIsMadeSmallerUntilTheFooterHasRoom) {
    for (const Paper paper : {Paper::a4, Paper::letter})
        for (const bool landscape : {false, true}) {
            const Drawing out = on_paper(picture(mm(297)), paper, landscape);
            tests::expect_all_inside(out, tests::above_footer(out));
            EXPECT_EQ(out.width > out.height, landscape);
            const auto& group = std::get<exporters::Group>(out.shapes.front().what);
            const Box box = std::get<Rect>(group.shapes.front().what).box;
            EXPECT_NEAR(static_cast<double>(box.height) / static_cast<double>(box.width),
                        277.0 / 190, 0.001);
            EXPECT_EQ(box.height, tests::above_footer(out).height);
            EXPECT_NEAR(static_cast<double>(box.x), static_cast<double>(out.width - box.right()),
                        1);
            EXPECT_LT(out.styles.at("ink").stroke_width, mm(1));
            EXPECT_LT(std::get<Text>(out.shapes.back().what).size, mm(5));
        }
}

TEST(OnPaper, APictureIsNeverMadeLarger) {
    const Drawing out = on_paper(picture(mm(100)), Paper::a4, false);
    EXPECT_EQ(out.height, mm(297));
    EXPECT_EQ(std::get<Text>(out.shapes.back().what).size, mm(5));
    EXPECT_EQ(std::get<Text>(out.shapes.back().what).at, (Point{mm(10), mm(20)}));
}

}  // namespace

}  // namespace colo::sheets
