#include <gmock/gmock.h>

#include "intent/exporters/codes/code.h"
#include "intent/exporters/labels/label_layout.h"
#include "intent/exporters/labels/label_pages.h"
#include "intent/exporters/labels/label_text.h"
#include "intent/exporters/text.h"
#include "tests/intent/exporters/codes/code_reader.h"
#include "tests/intent/exporters/labels/label_samples.h"

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Code;
using exporters::Drawing;
using exporters::Group;
using exporters::Micrometres;
using exporters::mm;
using exporters::Text;
using exporters::Weight;
using testing::ElementsAre;

const LabelStock& stock(std::string_view name) {
    const LabelStock* found = find_label_stock(name);
    EXPECT_NE(found, nullptr) << name;
    return *found;
}

const Group& label_on(const Drawing& page, std::size_t number) {
    return std::get<Group>(page.shapes.at(number).what);
}

std::vector<Text> texts_of(const Group& label) {
    std::vector<Text> out;
    for (const exporters::Shape& shape : label.shapes)
        if (const auto* text = std::get_if<Text>(&shape.what)) out.push_back(*text);
    return out;
}

const Code* code_of(const Group& label) {
    for (const exporters::Shape& shape : label.shapes)
        if (const auto* code = std::get_if<Code>(&shape.what)) return code;
    return nullptr;
}

std::vector<std::string> contents_of(const Group& label) {
    std::vector<std::string> out;
    for (const Text& text : texts_of(label)) out.push_back(text.content);
    return out;
}

Group only_label(const Label& label, std::string_view on, CodeKind kind = CodeKind::qr) {
    return label_on(label_pages({label}, stock(on), kind).at(0), 0);
}

bool is_within(const Box& inner, const Box& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

Box box_of(const Text& text) {
    const Weight weight = text.style == "strong" ? Weight::bold : Weight::regular;
    return {text.at.x, text.at.y - baseline_below_top(text.size),
            exporters::text_width(text.content, text.size, weight), line_height(text.size)};
}

Box with_quiet_zone(const Code& code, CodeKind kind) {
    const Micrometres module = code.box.width / static_cast<Micrometres>(code.size);
    return code.box.inset(-module * static_cast<Micrometres>(quiet_zone(kind)));
}

TEST(LabelStocks, LieWithinTheirPageWithoutOverlap) {
    for (const LabelStock& one : label_stocks()) {
        EXPECT_TRUE(is_within({0, 0, one.left + one.width, one.top + one.height},
                              {0, 0, one.page_width, one.page_height}))
            << one.name;
        const Box last = one.print_box(one.per_page() - 1);
        EXPECT_TRUE(is_within(last, {0, 0, one.page_width, one.page_height})) << one.name;
        EXPECT_TRUE(is_within(one.print_on, {0, 0, one.width, one.height})) << one.name;
        EXPECT_TRUE(one.columns == 1 || one.pitch_x >= one.width) << one.name;
        EXPECT_TRUE(one.rows == 1 || one.pitch_y >= one.height) << one.name;
    }
}

TEST(LabelStocks, AreAsPublished) {
    EXPECT_EQ(stock("avery-l7651").print_box(0), (Box{4670, 10700, 38100, 21200}));
    EXPECT_EQ(stock("avery-l7651").print_box(64), (Box{167230, 265100, 38100, 21200}));
    EXPECT_EQ(stock("avery-5160").print_box(0), (Box{4762, 12700, 66675, 25400}));
    EXPECT_EQ(stock("panduit-s150x225-2up").print_box(1), (Box{41275, 1588, 38100, 19050}));
}

TEST(LabelStocks, AnUnknownNameIsNone) { EXPECT_EQ(find_label_stock("avery"), nullptr); }

TEST(LabelPages, AreAsManyAsTheLabelsNeed) {
    EXPECT_EQ(label_pages({}, stock("avery-l7651"), CodeKind::qr).size(), 0u);
    const std::vector<Label> labels(66, tests::cable_label());
    const std::vector<Drawing> pages = label_pages(labels, stock("avery-l7651"), CodeKind::qr);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].shapes.size(), 65u);
    EXPECT_EQ(pages[1].shapes.size(), 1u);
    EXPECT_EQ(pages[0].width, mm(210));
    EXPECT_EQ(label_on(pages[1], 0).title, "C-0101 A");
}

TEST(LabelPages, NothingLeavesItsLabelOrTouchesTheCode) {
    for (const LabelStock& one : label_stocks())
        for (const CodeKind kind : {CodeKind::qr, CodeKind::data_matrix}) {
            const std::vector<Label> labels = tests::all_kinds_of_labels();
            const std::vector<Drawing> pages = label_pages(labels, one, kind);
            for (std::size_t number = 0; number < labels.size(); ++number) {
                SCOPED_TRACE(std::string(one.name) + " " + labels[number].what);
                const std::size_t place = number % one.per_page();
                const Group& label = label_on(pages[number / one.per_page()], place);
                const Box box = one.print_box(place);
                const Code* code = code_of(label);
                if (code) {
                    EXPECT_TRUE(is_within(with_quiet_zone(*code, kind), box));
                    EXPECT_GE(code->box.width, static_cast<Micrometres>(code->size) * mm(0.25));
                }
                for (const Text& text : texts_of(label)) {
                    EXPECT_TRUE(is_within(box_of(text), box)) << text.content;
                    EXPECT_TRUE(!code || text.at.x >= with_quiet_zone(*code, kind).right());
                }
            }
        }
}

TEST(LabelPages, TextsAreWholeHoweverLong) {
    for (const LabelStock& one : label_stocks())
        for (Label& label : tests::all_kinds_of_labels()) {
            label.wraps = false;
            std::string expected, printed;
            for (const std::string& line : label.lines) expected += line;
            for (const std::string& line : contents_of(only_label(label, one.name)))
                printed += line;
            EXPECT_EQ(printed, expected) << one.name << " " << label.what;
        }
}

TEST(LabelPages, ALineThatHasRoomIsNotBroken) {
    EXPECT_THAT(contents_of(only_label(tests::cable_label(), "avery-l7651")),
                ElementsAre("C-0101", "R03-42:Ethernet7", "R03-23:NIC1-1"));
}

TEST(LabelPages, ALongLineIsBrokenBetweenItsParts) {
    Label label = tests::cable_label();
    label.lines = {"XC-4711", "EU-WEST/Amsterdam/AMS1:R03-42:HundredGigE1/0/47.4094"};
    EXPECT_THAT(contents_of(only_label(label, "avery-l7651")),
                ElementsAre("XC-4711", "EU-WEST/", "Amsterdam/", "AMS1:R03-42:", "HundredGigE1/0/",
                            "47.4094"));
}

TEST(LabelPages, AWrappedLabelRepeatsItsTextDownThePrintOnArea) {
    const Group label = only_label(tests::cable_label(true), "panduit-s100x150");
    EXPECT_THAT(contents_of(label), ElementsAre("C-0101", "R03-42:Ethernet7", "R03-23:NIC1-1",
                                                "C-0101", "R03-42:Ethernet7", "R03-23:NIC1-1"));
    for (const Text& text : texts_of(label)) EXPECT_LT(text.at.y, mm(12.7));
    EXPECT_EQ(texts_of(only_label(tests::cable_label(true), "avery-l7163")).size(), 12u);
}

TEST(LabelPages, TheFirstTextIsBold) {
    const std::vector<Text> texts = texts_of(only_label(tests::cable_label(), "avery-l7651"));
    EXPECT_EQ(texts.at(0).style, "strong");
    EXPECT_EQ(texts.at(1).style, "ink");
}

TEST(LabelPages, ACodeThatHasNoRoomOrCannotBeIsLeftOut) {
    Label label = tests::cable_label();
    EXPECT_NE(code_of(only_label(label, "avery-l4731")), nullptr);
    label.code = std::string(300, 'x');
    EXPECT_EQ(code_of(only_label(label, "avery-l4731")), nullptr);
    label.code = std::string(5000, 'x');
    EXPECT_EQ(code_of(only_label(label, "thermal-102x152")), nullptr);
}

TEST(LabelPages, ACodeGivesWayToTextsThatWouldBeIllegible) {
    Label label = tests::cable_label();
    label.lines.assign(4, "EU-WEST/Amsterdam/AMS1:R03-42:Ethernet7");
    EXPECT_EQ(code_of(only_label(label, "avery-l4731")), nullptr);
}

std::vector<Label> numbered(int count, bool wraps) {
    std::vector<Label> out(static_cast<std::size_t>(count), tests::cable_label(wraps));
    for (int at = 0; at < count; ++at)
        out[static_cast<std::size_t>(at)].code = "C-" + std::to_string(1000 + at) + " R03-42:Eth7";
    return out;
}

std::multiset<std::string> codes_of(const std::vector<Label>& labels) {
    std::multiset<std::string> out;
    for (const Label& label : labels) out.insert(label.code);
    return out;
}

TEST(LabelPages, AScannerReadsTheQrCodesOfASheet) {
    const std::vector<Label> labels = numbered(12, false);
    const Drawing page = label_pages(labels, stock("avery-l7651"), CodeKind::qr).at(0);
    EXPECT_EQ(tests::read_qr_codes(page), codes_of(labels));
}

TEST(LabelPages, AScannerReadsTheQrCodeOfEachLabelOfARoll) {
    const std::vector<Label> labels = numbered(20, false);
    std::multiset<std::string> read;
    for (const Drawing& page : label_pages(labels, stock("thermal-51x25"), CodeKind::qr))
        read.merge(tests::read_qr_codes(page));
    EXPECT_EQ(read, codes_of(labels));
}

TEST(LabelPages, AScannerReadsTheQrCodeOfTheSmallestLabels) {
    for (const std::string_view name : {"avery-l4731", "panduit-s100x150", "avery-5167"}) {
        const std::vector<Label> labels = numbered(1, name == "panduit-s100x150");
        const Drawing page = label_pages(labels, stock(name), CodeKind::qr).at(0);
        EXPECT_EQ(tests::read_qr_codes(page), codes_of(labels)) << name;
    }
}

TEST(LabelPages, AScannerReadsTheDataMatricesOfALabel) {
    for (const std::string_view name : {"panduit-s100x150", "thermal-51x25"}) {
        const std::vector<Label> labels = numbered(1, name == "panduit-s100x150");
        const Drawing page = label_pages(labels, stock(name), CodeKind::data_matrix).at(0);
        EXPECT_EQ(tests::read_data_matrices(page), codes_of(labels)) << name;
    }
}

}  // namespace

}  // namespace colo::sheets
