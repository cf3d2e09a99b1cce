#include "intent/exporters/labels/zpl.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "intent/base/utf8.h"
#include "intent/exporters/labels/label_layout.h"
#include "intent/exporters/labels/label_text.h"

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Micrometres;

constexpr Micrometres inch = 25400;
constexpr std::size_t longest_field = 3072;  // bytes that ^FD takes
constexpr int smallest_font = 10;            // dots, of ^A0
constexpr int largest_magnification = 10;    // of ^BQ

// How many bytes QR codes of version 1 to 40 hold at level M (ISO/IEC 18004, table 7).
constexpr std::array<std::size_t, 40> qr_bytes{
    14,   26,   42,   62,   84,   106,  122,  152,  180,  213,  251,  287,  331,  362,
    412,  450,  504,  560,  624,  666,  711,  779,  857,  911,  997,  1059, 1125, 1190,
    1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331};

struct MatrixSize {
    std::size_t modules, codewords;
};

// Square symbols and the data codewords they hold (ISO/IEC 16022, table 7).
constexpr std::array<MatrixSize, 24> matrix_sizes{
    {{10, 3},   {12, 5},   {14, 8},    {16, 12},    {18, 18},    {20, 22},
     {22, 30},  {24, 36},  {26, 44},   {32, 62},    {36, 86},    {40, 114},
     {44, 144}, {48, 174}, {52, 204},  {64, 280},   {72, 368},   {80, 456},
     {88, 576}, {96, 696}, {104, 816}, {120, 1050}, {132, 1304}, {144, 1558}}};

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

// The most modules that the printer can need, however it encodes; 0 when it is too much. Letters
// that are not ASCII take an escape each in a Data Matrix, and perhaps a marker before them.
std::size_t most_modules(std::string_view text, CodeKind kind) {
    if (text.empty()) return 0;
    const auto high = static_cast<std::size_t>(std::ranges::count_if(text, is_high));
    const std::size_t bytes = text.size() + (high > 0 ? 2 : 0);
    if (kind == CodeKind::qr) {
        const auto version = std::ranges::lower_bound(qr_bytes, bytes);
        const auto number = static_cast<std::size_t>(version - qr_bytes.begin());
        return version == qr_bytes.end() ? 0 : 21 + 4 * number;
    }
    const auto size =
        std::ranges::lower_bound(matrix_sizes, bytes + high, {}, &MatrixSize::codewords);
    return size == matrix_sizes.end() ? 0 : size->modules;
}

void append_hex(std::string& out, char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    out.append(1, '_').append(1, digits[value >> 4]).append(1, digits[value & 15]);
}

void append_field_data(std::string& out, std::string_view data) {
    constexpr std::string_view special = "^~_\\\x7F";
    for (const char byte : data)
        if (special.find(byte) != special.npos || (!is_high(byte) && byte < ' '))
            append_hex(out, byte);
        else
            out += byte;
}

std::string valid(std::string_view text) {
    std::string out;
    append_valid(out, text);
    return out;
}

// The automatic mode takes no byte over 7F, so UTF-8 is given as bytes, with their number.
std::string qr_data(std::string_view text) {
    if (std::ranges::none_of(text, is_high)) return "MA," + std::string(text);
    const std::string length = std::to_string(text.size());
    return "MM,B" + std::string(4 - length.size(), '0') + length + std::string(text);
}

// An underscore begins what is not text, and stands for itself when doubled (see ^BX, quality 200).
std::string data_matrix_data(std::string_view text) {
    std::string out;
    for (const char byte : text) out.append(byte == '_' ? 2 : 1, byte);
    return out;
}

class Writer {
public:
    Writer(const LabelStock& stock, CodeKind kind, int dpi)
        : stock_(stock), kind_(kind), dpi_(std::max(dpi, 1)) {
        printer_.module_step = (inch + dpi_ - 1) / dpi_;
        printer_.largest_module = largest_magnification * printer_.module_step;
        printer_.smallest_text = (smallest_font * inch + dpi_ - 1) / dpi_;
    }

    void begin_page() {
        out_ += "^XA\n^CI28\n^LH0,0\n";
        command("^PW", {dots(stock_.page_width)});
        command("^LL", {dots(stock_.page_height)});
        // A QR code is lowered by the bar height that was set last.
        if (kind_ == CodeKind::qr) out_ += "^BY2,3,1\n";
    }
    void end_page() { out_ += "^XZ\n"; }

    void label(const Label& label, const Box& box) {
        const std::string text = valid(label.code);
        std::size_t modules = most_modules(text, kind_);
        const std::string data = modules > 0 ? code_data(text) : std::string();
        if (data.size() > longest_field) modules = 0;
        const LabelLayout layout = label_layout(label, box, modules, kind_, printer_);
        if (layout.code) code(*layout.code, layout.module / printer_.module_step, data);
        for (const PlacedLine& line : layout.lines) text_line(line, layout.text_size);
    }

    std::string take() { return std::move(out_); }

private:
    Micrometres dots(Micrometres length) const { return length * dpi_ / inch; }

    void command(std::string_view name, std::initializer_list<Micrometres> numbers) {
        out_ += name;
        const char* before = "";
        for (const Micrometres number : numbers) {
            out_.append(before).append(std::to_string(number));
            before = ",";
        }
        out_ += '\n';
    }

    void field(std::string_view data) {
        out_ += "^FH_^FD";
        append_field_data(out_, data);
        out_ += "^FS\n";
    }

    std::string code_data(std::string_view text) const {
        return kind_ == CodeKind::qr ? qr_data(text) : data_matrix_data(text);
    }

    void code(const Box& box, Micrometres magnification, std::string_view data) {
        command("^FO", {dots(box.x), dots(box.y)});
        if (kind_ == CodeKind::qr)
            out_ += "^BQN,2," + std::to_string(magnification) + "\n";
        else
            out_ += "^BXN," + std::to_string(magnification) + ",200,0,0,6,_\n";
        field(data);
    }

    void text_line(const PlacedLine& line, Micrometres size) {
        command("^FO", {dots(line.at.x), dots(line.at.y - baseline_below_top(size))});
        out_ += "^A0N," + std::to_string(dots(size)) + "\n";
        field(valid(line.text));
    }

    const LabelStock& stock_;
    CodeKind kind_;
    Micrometres dpi_;
    LabelPrinter printer_;
    std::string out_;
};

}  // namespace

std::string zpl(const std::vector<Label>& labels, const LabelStock& stock, CodeKind codes,
                int dpi) {
    Writer writer(stock, codes, dpi);
    for (std::size_t number = 0; number < labels.size(); ++number) {
        const std::size_t place = number % stock.per_page();
        if (place == 0) writer.begin_page();
        writer.label(labels[number], stock.print_box(place));
        if (place + 1 == stock.per_page() || number + 1 == labels.size()) writer.end_page();
    }
    return writer.take();
}

}  // namespace colo::sheets
