// What stands on printed pages, and whether it stays where it may be.
#pragma once

#include <gtest/gtest.h>

#include "intent/exporters/text.h"
#include "tests/intent/exporters/drawn.h"

namespace colo::tests {

using exporters::Anchor, exporters::Box, exporters::Code, exporters::Drawing, exporters::each;
using exporters::Lines, exporters::Micrometres, exporters::mm, exporters::Rect, exporters::Text;
using exporters::text_width, exporters::Weight;

/// What a text covers, by the estimate that never is too small.
inline Box covered(const Drawing& page, const Text& text) {
    const auto style = page.styles.find(text.style);
    const bool bold = style != page.styles.end() && style->second.bold;
    const Micrometres width =
        text_width(text.content, text.size, bold ? Weight::bold : Weight::regular);
    const Micrometres above = text.size * 76 / 100, below = text.size * 24 / 100;
    Micrometres x = text.at.x;
    if (text.anchor == Anchor::middle) x -= width / 2;
    if (text.anchor == Anchor::end) x -= width;
    return {x, text.at.y - above, width, above + below};
}

inline bool is_inside(const Box& a, const Box& b) {
    return a.x >= b.x && a.right() <= b.right() && a.y >= b.y && a.bottom() <= b.bottom();
}

inline bool overlap(const Box& a, const Box& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Every shape lies within the room.
inline void expect_all_inside(const Drawing& page, const Box& room) {
    each<Text>(page.shapes, [&](const Text& text) {
        EXPECT_TRUE(is_inside(covered(page, text), room)) << page.title << ": " << text.content;
    });
    each<Rect>(page.shapes, [&](const Rect& rect) {
        EXPECT_TRUE(is_inside(rect.box, room)) << page.title << ": " << rect.style;
    });
    each<Code>(page.shapes, [&](const Code& code) { EXPECT_TRUE(is_inside(code.box, room)); });
    each<Lines>(page.shapes, [&](const Lines& lines) {
        for (const auto& [from, to] : lines.from_to) {
            EXPECT_TRUE(is_inside({from.x, from.y, 0, 0}, room)) << page.title;
            EXPECT_TRUE(is_inside({to.x, to.y, 0, 0}, room)) << page.title;
        }
    });
}

inline void expect_texts_apart(const Drawing& page) {
    std::vector<std::pair<Box, std::string>> seen;
    each<Text>(page.shapes, [&](const Text& text) {
        const Box box = covered(page, text);
        for (const auto& [other, content] : seen)
            EXPECT_FALSE(overlap(box, other)) << text.content << " and " << content;
        seen.emplace_back(box, text.content);
    });
}

/// The margins of 10 mm, and the 6 mm above the lower one that are the footer's.
inline Box above_footer(const Drawing& page) {
    Box out = Box{0, 0, page.width, page.height}.inset(mm(10));
    out.height -= mm(6);
    return out;
}

inline void expect_well_laid(const std::vector<Drawing>& pages) {
    for (const Drawing& page : pages) {
        expect_all_inside(page, above_footer(page));
        expect_texts_apart(page);
    }
}

inline std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

/// All texts of a style in their order, without spaces.
inline std::string all_of(const std::vector<Drawing>& pages, const std::string& style) {
    std::string out;
    for (const Drawing& page : pages)
        each<Text>(page.shapes, [&](const Text& text) {
            if (text.style == style) out += without_spaces(text.content);
        });
    return out;
}

}  // namespace colo::tests
