#include "intent/exporters/labels/label_pages.h"

#include <algorithm>
#include <unordered_map>

#include "intent/exporters/codes/code.h"
#include "intent/exporters/labels/label_layout.h"

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Code;
using exporters::Drawing;
using exporters::Group;
using exporters::Style;
using exporters::Text;

constexpr std::size_t smallest_qr = 21, smallest_data_matrix = 10;

// The codes of the labels; both ends of a cable often carry the same one.
class Codes {
public:
    explicit Codes(CodeKind kind) : kind_(kind) {}

    /// Empty when there is none that has room.
    const Code& of(const Label& label, const Box& box) {
        const std::size_t smallest = kind_ == CodeKind::qr ? smallest_qr : smallest_data_matrix;
        if (label.code.empty() || !has_room_for_code(box, smallest, kind_, label.wraps, {}))
            return none_;
        const auto [found, is_new] = codes_.try_emplace(label.code);
        if (is_new) {
            Result<Code> code = two_dimensional_code(label.code, kind_);
            if (code) found->second = *std::move(code);
        }
        return found->second;
    }

private:
    CodeKind kind_;
    Code none_;
    std::unordered_map<std::string_view, Code> codes_;
};

Drawing empty_page(const LabelStock& stock) {
    Style ink, strong;
    ink.fill = strong.fill = exporters::Colour{"#000000", "#000000"};
    strong.bold = true;
    return {stock.page_width,
            stock.page_height,
            "Labels: " + std::string(stock.title),
            {{"ink", ink}, {"strong", strong}},
            {}};
}

Group drawn(const Label& label, const LabelLayout& layout, const Code& code) {
    Group group{label.what, {}};
    if (layout.code) {
        group.shapes.push_back({code});
        std::get<Code>(group.shapes.back().what).box = *layout.code;
    }
    for (const PlacedLine& line : layout.lines)
        group.shapes.push_back(
            {Text{line.at, layout.text_size, line.text, line.strong ? "strong" : "ink"}});
    return group;
}

}  // namespace

std::vector<Drawing> label_pages(const std::vector<Label>& labels, const LabelStock& stock,
                                 CodeKind kind) {
    std::vector<Drawing> pages;
    Codes codes(kind);
    for (std::size_t number = 0; number < labels.size(); ++number) {
        const std::size_t place = number % stock.per_page();
        if (place == 0) pages.push_back(empty_page(stock));
        const Label& label = labels[number];
        const Box box = stock.print_box(place);
        const Code& code = codes.of(label, box);
        const LabelLayout layout = label_layout(label, box, code.size, kind);
        pages.back().shapes.push_back({drawn(label, layout, code)});
    }
    return pages;
}

}  // namespace colo::sheets
