#include <gmock/gmock.h>

#include <algorithm>

#include "intent/exporters/text.h"
#include "tests/intent/exporters/cabling/cabling_sites.h"
#include "tests/intent/exporters/drawn.h"

namespace colo::exporters {

namespace {

struct Named {
    std::string name;
    Pages pages;
};

/// Every page there is to look at.
std::vector<Named> all_pages() {
    constexpr CablingPaper letter{mm(215.9), mm(279.4)};
    const Intent sample = tests::sample_site(), panel = full_panel(), full = full_rack();
    return {{"tiny", rack_pages(tests::tiny_site())},
            {"sample 1", rack_pages(sample)},
            {"sample 2", rack_pages(sample, 1)},
            {"panel", rack_pages(panel, 0, letter)},
            {"far panel", rack_pages(panel, 1)},
            {"full", rack_pages(full)},
            {"full on letter", rack_pages(full, 0, letter)},
            {"long sample", rack_pages(with_long_texts(sample))},
            {"long panel", rack_pages(with_long_texts(panel), 0, letter)},
            {"long full", rack_pages(with_long_texts(full))},
            {"many, one of", rack_pages(many_racks(), 0)},
            {"sample site", site_pages(sample)},
            {"panel site", site_pages(panel, letter)},
            {"many", site_pages(many_racks())},
            {"long many", site_pages(with_long_texts(many_racks()))}};
}

/// What a text covers, by the same estimate as the drawing's own.
Box covered(const Drawing& drawing, const Text& text) {
    const bool bold = drawing.styles.at(text.style).bold;
    const Micrometres width =
        text_width(text.content, text.size, bold ? Weight::bold : Weight::regular);
    const Micrometres above = text.size * 76 / 100, below = text.size * 24 / 100;
    if (text.direction == Direction::upwards)
        return {text.at.x - above, text.at.y - width, above + below, width};
    Micrometres x = text.at.x;
    if (text.anchor == Anchor::middle) x -= width / 2;
    if (text.anchor == Anchor::end) x -= width;
    return {x, text.at.y - above, width, above + below};
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool is_inside(const Box& a, const Box& b) {
    return a.x >= b.x && a.right() <= b.right() && a.y >= b.y && a.bottom() <= b.bottom();
}

/// What may be drawn on: all but 10 mm around, and 8 mm more at the bottom.
Box free_of_margins(const Drawing& page) {
    return {mm(10), mm(10), page.width - mm(20), page.height - mm(28)};
}

TEST(Cabling, NoTwoTextsOverlap) {
    for (const auto& [name, pages] : all_pages())
        for (const Drawing& page : pages) {
            std::vector<std::pair<Box, std::string>> boxes;
            each<Text>(page.shapes, [&](const Text& text) {
                boxes.emplace_back(covered(page, text), text.content);
            });
            std::sort(boxes.begin(), boxes.end(),
                      [](const auto& a, const auto& b) { return a.first.y < b.first.y; });
            for (std::size_t i = 0; i < boxes.size(); ++i)
                for (std::size_t j = i + 1;
                     j < boxes.size() && boxes[j].first.y < boxes[i].first.bottom(); ++j)
                    ASSERT_FALSE(overlap(boxes[i].first, boxes[j].first))
                        << name << ": " << boxes[i].second << " and " << boxes[j].second;
        }
}

TEST(Cabling, NothingIsDrawnInTheMarginsOrWhereTheFooterGoes) {
    for (const auto& [name, pages] : all_pages())
        for (const Drawing& page : pages) {
            const Box room = free_of_margins(page);
            each<Text>(page.shapes, [&](const Text& text) {
                ASSERT_TRUE(is_inside(covered(page, text), room)) << name << ": " << text.content;
            });
            each<Rect>(page.shapes, [&](const Rect& rect) {
                ASSERT_TRUE(rect.style == "paper" || is_inside(rect.box, room)) << name;
            });
            each<Lines>(page.shapes, [&](const Lines& lines) {
                for (const auto& [from, to] : lines.from_to)
                    for (const Point at : {from, to})
                        ASSERT_TRUE(is_inside({at.x, at.y, 0, 0}, room)) << name;
            });
        }
}

TEST(Cabling, NoLetterIsSmallerThanAnEyeCanRead) {
    for (const auto& [name, pages] : all_pages())
        for (const Drawing& page : pages)
            each<Text>(page.shapes,
                       [&](const Text& text) { ASSERT_GE(text.size, mm(1.8)) << name; });
}

TEST(Cabling, EveryStyleThatAShapeNamesIsThere) {
    for (const auto& [name, pages] : all_pages())
        for (const Drawing& page : pages) {
            const auto has = [&](const auto& shape) {
                ASSERT_TRUE(page.styles.count(shape.style));
            };
            each<Text>(page.shapes, has);
            each<Rect>(page.shapes, has);
            each<Lines>(page.shapes, has);
        }
}

}  // namespace

}  // namespace colo::exporters
