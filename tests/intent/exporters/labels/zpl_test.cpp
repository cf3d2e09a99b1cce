#include <gmock/gmock.h>

#include <charconv>
#include <optional>
#include <regex>

#include "intent/exporters/codes/code.h"
#include "intent/exporters/labels/zpl.h"
#include "intent/exporters/text.h"
#include "tests/intent/exporters/labels/label_samples.h"

namespace colo::sheets {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const LabelStock& stock(std::string_view name) { return *find_label_stock(name); }

// What a printer draws of a format.
struct Field {
    int x = 0, y = 0;
    std::string font;  // of the ^A0, ^BQ or ^BX before it
    int magnification = 0;
    std::string data;  // as after ^FH
};

struct Format {
    int width = 0, length = 0;
    std::vector<Field> fields;
};

// The commands that may occur, each with the parameters that Zebra's ZPL II Programming Guide
// allows; a format is ^XA, any of these, ^XZ.
const std::vector<std::regex>& grammar() {
    static const std::vector<std::regex> rules{
        std::regex("CI28"),
        std::regex("LH[0-9]{1,5},[0-9]{1,5}"),
        std::regex("PW[0-9]{1,5}"),
        std::regex("LL[0-9]{1,5}"),
        std::regex("BY([1-9]|10),(2\\.[0-9]|3),[1-9][0-9]{0,4}"),
        std::regex("FO[0-9]{1,5},[0-9]{1,5}"),
        std::regex("A0N,[1-9][0-9]{1,4}"),
        std::regex("BQN,2,([1-9]|10)"),
        std::regex("BXN,[1-9][0-9]{0,2},200,0,0,6,_"),
        std::regex("FH_"),
        std::regex("FD[^]*"),
        std::regex("FS"),
    };
    return rules;
}

bool is_allowed(const std::string& command) {
    return std::ranges::any_of(grammar(),
                               [&](const std::regex& rule) { return regex_match(command, rule); });
}

std::string without_hex(const std::string& data) {
    std::string out;
    for (std::size_t at = 0; at < data.size(); ++at) {
        if (data[at] != '_') {
            out += data[at];
            continue;
        }
        unsigned value = 0;
        const char* from = data.data() + at + 1;
        EXPECT_LE(at + 2, data.size() - 1) << data;
        EXPECT_EQ(std::from_chars(from, from + 2, value, 16).ptr, from + 2) << data;
        out += static_cast<char>(value);
        at += 2;
    }
    return out;
}

std::vector<int> numbers_of(const std::string& command) {
    std::vector<int> out;
    static const std::regex number("[0-9]+");
    for (std::sregex_iterator at(command.begin(), command.end(), number), end; at != end; ++at)
        out.push_back(std::stoi(at->str()));
    return out;
}

void apply(Format& format, Field& field, const std::string& command) {
    const std::string name = command.substr(0, 2);
    if (name == "PW") format.width = numbers_of(command).at(0);
    if (name == "LL") format.length = numbers_of(command).at(0);
    if (name == "FO") {
        field.x = numbers_of(command).at(0);
        field.y = numbers_of(command).at(1);
    }
    if (name == "A0" || name == "BQ" || name == "BX") {
        field.font = name;
        field.magnification = numbers_of(command).at(name == "BX" ? 0 : 1);
    }
    if (name == "FD") field.data = without_hex(command.substr(2));
    if (name != "FS") return;
    format.fields.push_back(field);
    field = {};
}

// Reads as a printer does: a command goes to the next ^ or ~, line ends between fields count for
// nothing. Anything not in the grammar is a failure.
std::vector<Format> read_formats(const std::string& text) {
    std::vector<Format> out;
    std::optional<Format> format;
    Field field;
    EXPECT_EQ(text.find('~'), text.npos);
    for (std::size_t at = text.find('^'); at != text.npos;) {
        const std::size_t next = text.find('^', at + 1);
        std::string command = text.substr(at + 1, next == text.npos ? next : next - at - 1);
        if (!command.starts_with("FD") && command.ends_with('\n')) command.pop_back();
        if (command == "XA") {
            EXPECT_FALSE(format.has_value()) << "a format within a format";
            format.emplace();
        } else if (command == "XZ") {
            EXPECT_TRUE(format.has_value());
            out.push_back(*format);
            format.reset();
        } else {
            EXPECT_TRUE(is_allowed(command)) << command;
            if (format) apply(*format, field, command);
        }
        at = next;
    }
    EXPECT_FALSE(format.has_value()) << "no ^XZ";
    return out;
}

std::vector<std::string> texts_of(const Format& format) {
    std::vector<std::string> out;
    for (const Field& field : format.fields)
        if (field.font == "A0") out.push_back(field.data);
    return out;
}

std::string code_data_of(const std::string& code, CodeKind kind) {
    Label label = tests::cable_label();
    label.code = code;
    const std::vector<Format> formats =
        read_formats(zpl({label}, stock("thermal-76x25"), kind, 203));
    for (const Field& field : formats.at(0).fields)
        if (field.font != "A0") return field.data;
    return {};
}

TEST(Zpl, IsOneFormatForEachLabelOfARoll) {
    EXPECT_EQ(zpl({tests::cable_label()}, stock("thermal-51x25"), CodeKind::qr, 203),
              "^XA\n^CI28\n^LH0,0\n^PW406\n^LL203\n^BY2,3,1\n"
              "^FO12,63\n^BQN,2,3\n^FH_^FDMA,C-0101 R03-42:Ethernet7^FS\n"
              "^FO99,42\n^A0N,33\n^FH_^FDC-0101^FS\n"
              "^FO99,81\n^A0N,33\n^FH_^FDR03-42:Ethernet7^FS\n"
              "^FO99,121\n^A0N,33\n^FH_^FDR03-23:NIC1-1^FS\n"
              "^XZ\n");
    const std::vector<Label> two(2, tests::cable_label());
    EXPECT_EQ(read_formats(zpl(two, stock("thermal-51x25"), CodeKind::qr, 203)).size(), 2u);
    EXPECT_THAT(zpl({}, stock("thermal-51x25"), CodeKind::qr, 203), IsEmpty());
}

TEST(Zpl, LabelsThatAreSideBySideOnTheRollShareAFormat) {
    const std::vector<Label> three(3, tests::cable_label());
    const auto formats = read_formats(zpl(three, stock("panduit-s150x225-2up"), CodeKind::qr, 300));
    ASSERT_EQ(formats.size(), 2u);
    EXPECT_EQ(formats[0].fields.size(), 8u);
    EXPECT_EQ(formats[1].fields.size(), 4u);
    EXPECT_EQ(formats[0].width, 975);
    EXPECT_EQ(formats[0].length, 675);
}

TEST(Zpl, HoldsOnlyCommandsOfTheGuideWhateverTheLabelsSay) {
    for (const LabelStock& one : label_stocks())
        for (const CodeKind kind : {CodeKind::qr, CodeKind::data_matrix})
            for (const int dpi : {203, 300, 600}) {
                const std::vector<Label> labels = tests::all_kinds_of_labels();
                const auto formats = read_formats(zpl(labels, one, kind, dpi));
                EXPECT_EQ(formats.size(), (labels.size() + one.per_page() - 1) / one.per_page());
            }
}

TEST(Zpl, ATextThatLooksLikeACommandIsPrintedAsItIs) {
    Label label = tests::cable_label();
    label.lines = {"^XZ", "~JA", "a_5Eb", "c\\&d", "e\r\nf"};
    const std::string text = zpl({label}, stock("thermal-76x25"), CodeKind::qr, 203);
    EXPECT_THAT(texts_of(read_formats(text).at(0)),
                ElementsAre("^XZ", "~JA", "a_5Eb", "c\\&d", "e\r\nf"));
    EXPECT_EQ(text.find("^XZ"), text.size() - 4);
}

TEST(Zpl, AQrCodeGetsItsTextAutomaticallyOrAsBytes) {
    EXPECT_EQ(code_data_of("C-0101", CodeKind::qr), "MA,C-0101");
    EXPECT_EQ(code_data_of("Köln", CodeKind::qr), "MM,B0005Köln");
    EXPECT_EQ(code_data_of("^XZ~JA_", CodeKind::qr), "MA,^XZ~JA_");
}

TEST(Zpl, ADataMatrixGetsNoControlSequence) {
    EXPECT_EQ(code_data_of("C-0101", CodeKind::data_matrix), "C-0101");
    EXPECT_EQ(code_data_of("a_1~d065", CodeKind::data_matrix), "a__1~d065");
}

TEST(Zpl, AWrappedLabelRepeatsItsText) {
    const auto formats =
        read_formats(zpl({tests::cable_label(true)}, stock("panduit-s100x150"), CodeKind::qr, 300));
    EXPECT_THAT(texts_of(formats.at(0)),
                ElementsAre("C-0101", "R03-42:Ethernet7", "R03-23:NIC1-1", "C-0101",
                            "R03-42:Ethernet7", "R03-23:NIC1-1"));
}

TEST(Zpl, NothingLeavesTheLabelAtAnyResolution) {
    for (const LabelStock& one : label_stocks()) {
        if (one.kind != StockKind::roll || one.columns > 1) continue;
        for (const int dpi : {203, 300, 600})
            for (const Label& label : tests::all_kinds_of_labels()) {
                SCOPED_TRACE(std::string(one.name) + " " + label.what);
                const auto formats = read_formats(zpl({label}, one, CodeKind::qr, dpi));
                const auto right = one.print_on.right() * dpi / 25400;
                const auto bottom = one.print_on.bottom() * dpi / 25400;
                for (const Field& field : formats.at(0).fields) {
                    if (field.font != "A0") continue;
                    EXPECT_LE(field.x + exporters::text_width(field.data, field.magnification),
                              right);
                    EXPECT_LE(field.y + field.magnification, bottom);
                }
            }
    }
}

// The printer encodes by itself: the next field must be clear of the largest code it can make.
TEST(Zpl, KeepsRoomForTheCodeThatThePrinterMakes) {
    for (const CodeKind kind : {CodeKind::qr, CodeKind::data_matrix})
        for (std::size_t length = 1; length < 150; length += 3)
            for (const char* letter : {"a", "7", "Z", "é"}) {
                Label label = tests::cable_label();
                label.code.clear();
                while (label.code.size() < length) label.code += letter;
                const auto formats = read_formats(zpl({label}, stock("thermal-76x25"), kind, 203));
                const Field& code = formats.at(0).fields.at(0);
                if (code.font == "A0") continue;
                const auto made = two_dimensional_code(label.code, kind);
                ASSERT_TRUE(made.ok());
                const auto modules = static_cast<int>(made->size + quiet_zone(kind));
                EXPECT_LE(code.x + modules * code.magnification, formats.at(0).fields.at(1).x)
                    << label.code;
            }
}

TEST(Zpl, WhatIsSmallerThanTheFontOfThePrinterIsCut) {
    Label label = tests::cable_label();
    label.lines = {"C-0101", std::string(2000, 'x')};
    const auto texts =
        texts_of(read_formats(zpl({label}, stock("thermal-51x25"), CodeKind::qr, 203)).at(0));
    EXPECT_EQ(texts.at(0), "C-0101");
    EXPECT_TRUE(texts.back().ends_with("\xE2\x80\xA6")) << texts.back();
}

}  // namespace

}  // namespace colo::sheets
