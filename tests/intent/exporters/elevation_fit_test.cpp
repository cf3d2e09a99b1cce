#include <gmock/gmock.h>

#include "intent/exporters/text.h"
#include "tests/intent/exporters/drawn.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

namespace {

using testing::Contains;

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

void expect_texts_apart(const Drawing& drawing) {
    std::vector<std::pair<Box, std::string>> boxes;
    each<Text>(drawing.shapes, [&](const Text& text) {
        if (!text.content.empty()) boxes.emplace_back(covered(drawing, text), text.content);
    });
    ASSERT_GT(boxes.size(), 20U);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        EXPECT_TRUE(is_inside(boxes[i].first, {0, 0, drawing.width, drawing.height}))
            << boxes[i].second;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(overlap(boxes[i].first, boxes[j].first))
                << boxes[i].second << " and " << boxes[j].second;
    }
}

void expect_texts_in_their_boxes(const Drawing& drawing) {
    each<Group>(drawing.shapes, [&](const Group& group) {
        const auto& box = std::get<Rect>(group.shapes.front().what).box;
        each<Text>(group.shapes, [&](const Text& text) {
            EXPECT_TRUE(text.content.empty() || is_inside(covered(drawing, text), box))
                << text.content;
        });
    });
}

/// The sample with every text that a person chooses as bad as can be.
Intent with_long_texts() {
    Intent site = tests::sample_site();
    const std::string longest(300, 'W'),
        other = "\xE6\x9D\xB1\xE4\xBA\xAC \xFF<&> \xF0\x9F\x94\x8C";
    for (std::size_t i = 0; i < site.devices.size(); ++i) {
        Device& one = site.devices[i];
        one.name = i % 3 == 0 ? longest : other + longest;
        one.device_type = i % 2 == 0 ? longest : "Vendor/" + other;
        if (one.role) one.role->append(i % 4 == 0 ? longest : other);
    }
    for (Rack& rack : site.racks) {
        rack.name = rack.row = longest;
        rack.feeds[longest] = rack.feeds["A"];
        rack.feeds[longest].maximum = watts(999'999'999);
    }
    site.head.facility = site.head.city = site.head.standard = longest;
    site.head.power_basis.budget = site.head.power_basis.feed_loss = longest;
    return site;
}

TEST(ElevationText, NoTwoTextsOverlapAndNoneLeavesThePage) {
    for (const Intent& site : {tests::sample_site(), with_long_texts()})
        for (const std::size_t rack : {0U, 1U}) expect_texts_apart(drawn(site, rack));
}

TEST(ElevationText, NoTextRunsOutOfTheBoxOfItsDevice) {
    for (const Intent& site : {tests::sample_site(), with_long_texts()})
        for (const std::size_t rack : {0U, 1U}) expect_texts_in_their_boxes(drawn(site, rack));
}

TEST(Elevation, ADeviceWithoutRoomIsNamedAndNotDrawnOverAnother) {
    Intent site = tests::sample_site();
    tests::add_device(site, "a-late.1", "leaf", "R01", 3, 2);
    site.sort();
    EXPECT_THAT(texts(drawn(site)), Contains("no room where they are to stand: ams1-srv-003 U3"));
    expect_texts_apart(drawn(site));
}

}  // namespace

}  // namespace colo::exporters
