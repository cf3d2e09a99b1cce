#include <gmock/gmock.h>

#include "intent/exporters/svg.h"

namespace colo::exporters {

namespace {

using testing::HasSubstr;
using testing::Not;

Drawing page(Shape shape) {
    Drawing out{mm(210), mm(29.75), "a page", {}, {}};
    out.styles["ink"].fill = Colour{"#111111", "#eeeeee"};
    out.styles["free"].stroke = Colour{"#222222", "#dddddd"};
    out.styles["free"].stroke_width = mm(0.15);
    out.styles["free"].dashes = {mm(0.3), mm(0.7)};
    out.shapes.push_back(std::move(shape));
    return out;
}

TEST(Svg, IsAPageInMillimetres) {
    EXPECT_THAT(svg(page({Rect{}})),
                HasSubstr("width=\"210mm\" height=\"29.75mm\" viewBox=\"0 0 210 29.75\">\n"
                          "<title>a page</title>\n"));
}

TEST(Svg, ARectangleHasItsBoxAndStyle) {
    EXPECT_THAT(
        svg(page({Rect{{mm(1), mm(2.5), mm(-3), mm(4)}, "ink", mm(0.4)}})),
        HasSubstr("<rect class=\"ink\" x=\"1\" y=\"2.5\" width=\"-3\" height=\"4\" rx=\"0.4\"/>"));
}

TEST(Svg, LinesAreOnePath) {
    EXPECT_THAT(svg(page({Lines{{{{0, 0}, {mm(1), 500}}, {{1, 2}, {3, 4}}}, "free"}})),
                HasSubstr("<path class=\"free\" d=\"M0 0L1 0.5M0.001 0.002L0.003 0.004\"/>"));
}

TEST(Svg, TextStaysText) {
    EXPECT_THAT(svg(page({Text{{mm(1), mm(2)}, mm(2.7), "ams1-leaf-01", "ink", Anchor::end}})),
                HasSubstr("<text class=\"ink\" x=\"1\" y=\"2\" font-size=\"2.7\" "
                          "text-anchor=\"end\">ams1-leaf-01</text>"));
}

TEST(Svg, TextUpwardsIsTurnedAroundItsPlace) {
    EXPECT_THAT(
        svg(page({Text{{mm(1), mm(2)}, mm(2), "x", "ink", Anchor::start, Direction::upwards}})),
        HasSubstr("transform=\"rotate(-90 1 2)\""));
}

TEST(Svg, AGroupShowsItsTitleWhereAReaderPoints) {
    EXPECT_THAT(svg(page({Group{"serial: <none>", {{Rect{}}}}})),
                HasSubstr("<g>\n<title>serial: &lt;none&gt;</title>\n<rect"));
}

TEST(Svg, NoTextCanBreakTheDocument) {
    const std::string out =
        svg(page({Text{{}, mm(2), "</text><script>\"&'\x01\xFF\xEF\xBF\xBE Käfig", "ink"}}));
    EXPECT_THAT(out, HasSubstr("&lt;/text&gt;&lt;script&gt;&quot;&amp;'\xEF\xBF\xBD\xEF\xBF\xBD"
                               "\xEF\xBF\xBD Käfig</text>"));
    EXPECT_THAT(out, Not(HasSubstr("<script")));
}

TEST(Svg, ColoursFollowTheScreenAndPaperIsAlwaysLight) {
    EXPECT_THAT(
        svg(page({Rect{}})),
        HasSubstr(".free{fill:none;stroke:#222222;stroke-width:0.15;stroke-dasharray:0.3 0.7}\n"
                  ".ink{fill:#111111}\n"
                  "@media screen and (prefers-color-scheme:dark){\n"
                  ".free{fill:none;stroke:#dddddd}\n"
                  ".ink{fill:#eeeeee}\n"
                  "}\n"));
}

}  // namespace

}  // namespace colo::exporters
