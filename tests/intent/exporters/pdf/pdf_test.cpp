#include <gmock/gmock.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>

#include "intent/exporters/pdf/pdf.h"
#include "intent/exporters/text.h"
#include "tests/intent/exporters/pdf/poppler.h"

namespace colo::exporters {

namespace {

using testing::HasSubstr;
using tests::printed_by;

Drawing page_of(std::vector<Shape> shapes, std::string title = "") {
    Style ink;
    ink.fill = Colour{"#111111", "#eeeeee"};
    Style bold = ink, italic = ink;
    bold.bold = true;
    italic.italic = true;
    return {mm(210),
            mm(297),
            std::move(title),
            {{"ink", ink}, {"bold", bold}, {"italic", italic}},
            std::move(shapes)};
}

Text text_of(std::string content) { return {{mm(20), mm(40)}, mm(3), std::move(content), "ink"}; }

std::string made(const std::vector<Drawing>& pages) { return pdf(pages, {"a sheet"}).value(); }

std::string read_back(const Text& text) {
    std::string out = printed_by("pdftotext {} -", made({page_of({{text}})}));
    while (!out.empty() && (out.back() == '\n' || out.back() == '\f')) out.pop_back();
    return out;
}

/// The corners of all words on the first page, in points.
struct Corners {
    double left = 1e9, top = 1e9, right = 0, bottom = 0;
};
Corners corners_of(const std::vector<Drawing>& pages) {
    const std::string words = printed_by("pdftotext -bbox {} -", made(pages));
    const std::regex word(
        R"-(xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)")-");
    Corners out;
    for (std::sregex_iterator it(words.begin(), words.end(), word), end; it != end; ++it) {
        out.left = std::min(out.left, std::stod((*it)[1]));
        out.top = std::min(out.top, std::stod((*it)[2]));
        out.right = std::max(out.right, std::stod((*it)[3]));
        out.bottom = std::max(out.bottom, std::stod((*it)[4]));
    }
    return out;
}

double in_points(Micrometres length) { return static_cast<double>(length) * 72 / 25400; }

TEST(Pdf, PlainTextComesBackWholeFromPaper) {
    std::string all;
    for (char c = '!'; c <= '~'; ++c) all += c;
    EXPECT_EQ(read_back(text_of(all)), all);
    EXPECT_EQ(read_back(text_of("C-0101 A  R03-42:Ethernet7")), "C-0101 A R03-42:Ethernet7");
}

TEST(Pdf, TextBeyondAsciiComesBackWholeFromPaper) {
    for (const char* one : {"Zürich – Größe, Łódź", "Сервер стойка Щука", "α-βδ Ω", "rack №7 → A"})
        EXPECT_EQ(read_back(text_of(one)), one);
    if (printed_by("fc-list :charset=670d:charset=5668", "").empty())
        GTEST_SKIP() << "no font with Chinese letters on this machine";
    EXPECT_EQ(read_back(text_of("服务器 R03")), "服务器 R03");
}

TEST(Pdf, ArabicTextComesBackWithAllItsLetters) {
    Text above = text_of("rack R03, above");
    above.at.y -= mm(10);
    const Text arabic = text_of("R03 خادم الرف");
    const std::string out = printed_by("pdftotext {} -", made({page_of({{above}, {arabic}})}));
    EXPECT_THAT(out, HasSubstr("خادم"));
    EXPECT_THAT(out, HasSubstr("الرف"));
}

TEST(Pdf, WhatIsNoTextIsReplacedAndControlCharactersAreSpaces) {
    EXPECT_EQ(read_back(text_of("a\xFF"
                                "b")),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(read_back(text_of("one\ttwo\nthree")), "one two three");
    EXPECT_EQ(read_back(text_of("lead\x01side")), "lead side");
}

TEST(Pdf, BoldItalicAndUpwardTextsComeBackToo) {
    Text bold = text_of("bold R01"), italic = text_of("italic R02"), upwards = text_of("up R03");
    bold.style = "bold";
    italic.style = "italic";
    italic.at.y += mm(20);
    upwards.at.y += mm(90);
    upwards.direction = Direction::upwards;
    const std::string out =
        printed_by("pdftotext {} -", made({page_of({{bold}, {italic}, {upwards}})}));
    for (const char* one : {"bold R01", "italic R02", "up R03"}) EXPECT_THAT(out, HasSubstr(one));
}

TEST(Pdf, ATextStandsWhereItsAnchorSays) {
    for (const char* content : {"R03-42:Ethernet7", "Größe-Щука"}) {
        Text text = text_of(content);
        const double at = in_points(mm(100));
        text.at.x = mm(100);
        EXPECT_NEAR(corners_of({page_of({{text}})}).left, at, 0.6) << content;
        text.anchor = Anchor::end;
        EXPECT_NEAR(corners_of({page_of({{text}})}).right, at, 0.6) << content;
        text.anchor = Anchor::middle;
        const Corners middle = corners_of({page_of({{text}})});
        EXPECT_NEAR((middle.left + middle.right) / 2, at, 0.6) << content;
        text.direction = Direction::upwards;
        const Corners upwards = corners_of({page_of({{text}})});
        EXPECT_NEAR((upwards.top + upwards.bottom) / 2, in_points(mm(40)), 0.6) << content;
        EXPECT_GT(upwards.bottom - upwards.top, 2 * (upwards.right - upwards.left)) << content;
    }
}

TEST(Pdf, NoTextRunsWiderThanItWasEstimated) {
    std::string arrows;  // each 1.4 times as wide as high
    for (int i = 0; i < 30; ++i) arrows += "⟷";
    for (const std::string& content :
         {arrows, std::string("The quick brown fox jumps over the lazy dog, 0123456789")})
        for (const char* style : {"ink", "bold", "italic"}) {
            Text text = text_of(content);
            text.style = style;
            const Weight weight = style == std::string("bold") ? Weight::bold : Weight::regular;
            const double most = in_points(text.at.x + text_width(content, text.size, weight));
            EXPECT_LT(corners_of({page_of({{text}})}).right, most + 0.1) << content;
        }
}

TEST(Pdf, TheSamePagesGiveTheSameBytes) {
    const std::vector<Drawing> pages{page_of({{text_of("one")}, {text_of("zwölf 服务器")}}, "One"),
                                     page_of({{text_of("two")}}, "Two")};
    const std::string first = made(pages);
    made({page_of({{text_of("another in between")}})});
    EXPECT_EQ(made(pages), first);
    EXPECT_THAT(first, HasSubstr("/CreationDate (19700101000000"));
    EXPECT_THAT(first, testing::Not(HasSubstr("/ID")));
}

TEST(Pdf, ItSaysItsTitleAndEachPageIsAsLargeAsItsDrawing) {
    Drawing small = page_of({});
    small.width = mm(25.4);
    small.height = mm(50.8);
    const std::string said = printed_by("pdfinfo -f 1 -l 2 {}", made({page_of({}), small}));
    EXPECT_THAT(said, HasSubstr("a sheet"));
    EXPECT_THAT(said, HasSubstr("Page    1 size:  595.276 x 841.89 pts (A4)"));
    EXPECT_THAT(said, HasSubstr("Page    2 size:  72 x 144 pts"));
}

TEST(Pdf, ABookmarkStandsWhereTheTitleChanges) {
    const std::string out = made({page_of({}, "Cover"), page_of({}, "Cables, R01"),
                                  page_of({}, "Cables, R01"), page_of({}), page_of({}, "Cover")});
    EXPECT_THAT(out, HasSubstr("/Type /Outlines\n   /First "));
    EXPECT_THAT(out, HasSubstr("/Count  3\n"));
    EXPECT_THAT(printed_by("pdfinfo {}", out), testing::Not(HasSubstr("Error")));
    const std::regex cables("/Title \\(Cables, R01\\)"), cover("/Title \\(Cover\\)");
    const auto count = [&](const std::regex& what) {
        return std::distance(std::sregex_iterator(out.begin(), out.end(), what), {});
    };
    EXPECT_EQ(count(cables), 1);
    EXPECT_EQ(count(cover), 2);
}

TEST(Pdf, ACodeIsPrintedModuleByModule) {
    Code code{{0, 0, mm(25.4), mm(25.4)}, 25, {}, "ink"};
    for (std::size_t i = 0; i < 625; ++i) code.dark.push_back(i * i * 7 % 11 < 5);
    Drawing page = page_of({{code}});
    page.width = page.height = mm(25.4);
    const std::string image = printed_by("pdftoppm -gray -r 250 {}", made({page}));
    const std::string head = "P5\n250 250\n255\n";
    ASSERT_EQ(image.substr(0, head.size()), head);
    std::size_t wrong = 0;
    for (std::size_t y = 0; y < 250; ++y)
        for (std::size_t x = 0; x < 250; ++x) {
            const auto pixel = static_cast<unsigned char>(image[head.size() + y * 250 + x]);
            const bool is_dark = code.dark[y / 10 * 25 + x / 10];
            if (pixel != (is_dark ? 0x11 : 0xFF)) ++wrong;
        }
    EXPECT_EQ(wrong, 0U);
}

TEST(Pdf, TheSameCodeOnManyLabelsIsStoredOnce) {
    Code code{{mm(10), mm(10), mm(20), mm(20)}, 25, {}, "ink"};
    for (std::size_t i = 0; i < 625; ++i) code.dark.push_back(i % 3 == 0);
    const std::vector<Shape> shapes(100, Shape{code});
    const std::string images = printed_by("pdfimages -list {}", made({page_of(shapes)}));
    const std::regex object("stencil .* ([0-9]+) +0 ");
    std::set<std::string> objects;
    for (std::sregex_iterator it(images.begin(), images.end(), object), end; it != end; ++it)
        objects.insert((*it)[1]);
    EXPECT_EQ(objects.size(), 1U) << images;
}

TEST(Pdf, ShapesHaveTheLightColoursOfTheirStyles) {
    Drawing page = page_of({{Group{"group", {{Rect{{0, 0, mm(10), mm(10)}, "red"}}}}}});
    page.width = page.height = mm(10);
    page.styles["red"].fill = Colour{"#ff0000", "#00ff00"};
    const std::string image = printed_by("pdftoppm -r 25.4 {}", made({page}));
    const std::size_t first_pixel = image.find("\n255\n") + 5;
    EXPECT_EQ(image.substr(first_pixel, 3), std::string("\xFF\0\0", 3));
}

TEST(Pdf, WhatCannotBeSeenDoesNotSpoilThePage) {
    Text none = text_of("größenlos");
    none.size = 0;
    Code empty{{0, 0, mm(10), mm(10)}, 0, {}, "ink"};
    const auto out = pdf({page_of({{none}, {empty}, {text_of("")}, {text_of("seen")}})}, {});
    ASSERT_TRUE(out.ok());
    EXPECT_EQ(printed_by("pdftotext {} -", out.value()), "seen\n\n\f");
    EXPECT_THAT(printed_by("pdfinfo {}", made({})), HasSubstr("Pages:           1\n"));
}

}  // namespace

}  // namespace colo::exporters
