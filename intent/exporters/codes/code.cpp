#include "intent/exporters/codes/code.h"

#include <zint.h>

#include <algorithm>
#include <memory>
#include <string>

#include "intent/base/utf8.h"

namespace colo::sheets {

namespace {

using exporters::Code;
using Symbol = std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)>;

constexpr int utf8_marker = 26;  // its number as an extended channel interpretation
constexpr int correction_m = 2;

Symbol empty_symbol(CodeKind kind) {
    Symbol symbol(ZBarcode_Create(), ZBarcode_Delete);
    if (!symbol) return symbol;
    symbol->input_mode = UNICODE_MODE;
    if (kind == CodeKind::qr) {
        symbol->symbology = BARCODE_QRCODE;
        symbol->option_1 = correction_m;
    } else {
        symbol->symbology = BARCODE_DATAMATRIX;
        symbol->option_3 = DM_SQUARE;
    }
    return symbol;
}

Code modules_of(const zint_symbol& symbol) {
    Code code;
    code.size = static_cast<std::size_t>(symbol.width);
    code.style = "ink";
    code.dark.reserve(code.size * code.size);
    for (std::size_t row = 0; row < code.size; ++row)
        for (std::size_t column = 0; column < code.size; ++column)
            code.dark.push_back((symbol.encoded_data[row][column / 8] >> (column % 8)) & 1);
    return code;
}

Failure no_code(std::string_view text, CodeKind kind, std::string cause) {
    constexpr std::size_t shown = 40;
    std::string beginning;
    append_valid(beginning, text.substr(0, shown));
    if (text.size() > shown) beginning += "...";
    return {"code-text",
            std::string("no ") + (kind == CodeKind::qr ? "QR code" : "Data Matrix") +
                " can hold the text '" + beginning + "' of " + std::to_string(text.size()) +
                " bytes",
            {std::move(cause)},
            "shorten what the label's code says",
            false};
}

}  // namespace

Result<Code> two_dimensional_code(std::string_view text, CodeKind kind) {
    std::string valid;
    append_valid(valid, text);
    const Symbol symbol = empty_symbol(kind);
    if (!symbol) return no_code(text, kind, "out of memory");
    if (valid.empty()) return no_code(text, kind, "it is empty");
    if (valid.size() > ZINT_MAX_DATA_LEN) return no_code(text, kind, "it is too long");
    const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    if (!std::all_of(valid.begin(), valid.end(), is_ascii)) symbol->eci = utf8_marker;
    const int problem =
        ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(valid.data()),
                        static_cast<int>(valid.size()));
    if (problem >= ZINT_ERROR) return no_code(text, kind, symbol->errtxt);
    COLO_ASSERT(symbol->width == symbol->rows, "a code that is not square");
    return modules_of(*symbol);
}

}  // namespace colo::sheets
