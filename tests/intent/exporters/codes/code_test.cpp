#include <gmock/gmock.h>

#include "intent/exporters/codes/code.h"
#include "tests/intent/exporters/codes/code_reader.h"

namespace colo::sheets {

namespace {

using exporters::Code;
using exporters::mm;
using testing::HasSubstr;
using Texts = std::multiset<std::string>;

Code code_of(std::string_view text, CodeKind kind) {
    const Result<Code> code = two_dimensional_code(text, kind);
    EXPECT_TRUE(code.ok()) << code.failure().message;
    return code ? *code : Code{};
}

// The code with modules of half a millimetre and its quiet zone, and nothing else.
exporters::Drawing page_with(Code code, CodeKind kind) {
    const auto modules = static_cast<exporters::Micrometres>(code.size);
    const auto quiet = static_cast<exporters::Micrometres>(quiet_zone(kind)) * mm(0.5);
    code.box = {quiet, quiet, modules * mm(0.5), modules * mm(0.5)};
    const exporters::Micrometres side = code.box.right() + quiet;
    exporters::Drawing out{side, side, "", {}, {}};
    out.styles["ink"].fill = exporters::Colour{"#000000", "#000000"};
    out.shapes.push_back({std::move(code)});
    return out;
}

Texts read_back(std::string_view text, CodeKind kind) {
    const exporters::Drawing page = page_with(code_of(text, kind), kind);
    return kind == CodeKind::qr ? tests::read_qr_codes(page) : tests::read_data_matrices(page);
}

const std::vector<std::string> ascii_texts{"C-0101",
                                           "C-0101 R03-42:Ethernet7 R03-23:NIC1-1",
                                           "https://colo.example/ams1/c/C-0101?side=A",
                                           "12345678901234567890",
                                           "^XA~JA_5F\\&[)>",
                                           std::string(300, 'x')};

TEST(TwoDimensionalCode, AScannerReadsAQrCodeAsItsText) {
    for (const std::string& text : ascii_texts)
        EXPECT_EQ(read_back(text, CodeKind::qr), Texts{text});
}

TEST(TwoDimensionalCode, AScannerReadsADataMatrixAsItsText) {
    for (const std::string& text : ascii_texts)
        EXPECT_EQ(read_back(text, CodeKind::data_matrix), Texts{text});
}

TEST(TwoDimensionalCode, AScannerReadsOtherLettersAsUtf8) {
    for (const std::string text : {"Köln-3", "東京-R03", "Ωμέγα", "日本"})
        EXPECT_EQ(read_back(text, CodeKind::qr), Texts{text});
}

// libdmtx does not know the marker (ECI 26) and gives it as a byte before the text.
TEST(TwoDimensionalCode, ADataMatrixHoldsOtherLettersAsUtf8) {
    const Texts texts = read_back("東京-R03", CodeKind::data_matrix);
    ASSERT_EQ(texts.size(), 1u);
    EXPECT_EQ(*texts.begin(), "\x1A東京-R03");
}

TEST(TwoDimensionalCode, BytesThatAreNoUtf8AreReplaced) {
    EXPECT_EQ(read_back("R\xFF"
                        "3",
                        CodeKind::qr),
              Texts{"R\xEF\xBF\xBD"
                    "3"});
}

TEST(TwoDimensionalCode, HasNoQuietZoneOfItsOwn) {
    for (const CodeKind kind : {CodeKind::qr, CodeKind::data_matrix}) {
        const Code code = code_of("C-0101", kind);
        EXPECT_EQ(code.dark.size(), code.size * code.size);
        EXPECT_TRUE(code.dark.front());
        EXPECT_TRUE(code.dark[code.size * (code.size - 1)]);
        EXPECT_EQ(code.box, exporters::Box{});
    }
}

TEST(TwoDimensionalCode, IsTheSmallestThatHoldsTheText) {
    EXPECT_EQ(code_of("abcdefghijklmn", CodeKind::qr).size, 21u);
    EXPECT_EQ(code_of("abcdefghijklmno", CodeKind::qr).size, 25u);
    EXPECT_EQ(code_of("123456", CodeKind::data_matrix).size, 10u);
    EXPECT_EQ(code_of("12345678", CodeKind::data_matrix).size, 12u);
}

// The first two bits of the format information are 11 for level L (ISO/IEC 18004, 7.9.1, with the
// mask over them).
TEST(TwoDimensionalCode, AQrCodeIsNeverOfTheLowestCorrection) {
    for (const std::string& text : ascii_texts) {
        const Code code = code_of(text, CodeKind::qr);
        const std::size_t row = 8 * code.size;
        EXPECT_FALSE(code.dark[row] && code.dark[row + 1]) << text;
    }
}

TEST(TwoDimensionalCode, ATextThatIsTooLongFailsAndIsNamed) {
    EXPECT_TRUE(two_dimensional_code(std::string(2331, 'a'), CodeKind::qr).ok());
    const Result<Code> qr = two_dimensional_code(std::string(2332, 'a'), CodeKind::qr);
    ASSERT_FALSE(qr.ok());
    EXPECT_EQ(qr.failure().code, "code-text");
    EXPECT_EQ(qr.failure().message,
              "no QR code can hold the text '" + std::string(40, 'a') + "...' of 2332 bytes");
    const Result<Code> matrix =
        two_dimensional_code(std::string(20000, 'b'), CodeKind::data_matrix);
    ASSERT_FALSE(matrix.ok());
    EXPECT_THAT(matrix.failure().message, HasSubstr("no Data Matrix can hold the text 'bbb"));
}

TEST(TwoDimensionalCode, AnEmptyTextFails) {
    const Result<Code> code = two_dimensional_code("", CodeKind::qr);
    ASSERT_FALSE(code.ok());
    EXPECT_EQ(code.failure().causes, std::vector<std::string>{"it is empty"});
}

}  // namespace

}  // namespace colo::sheets
