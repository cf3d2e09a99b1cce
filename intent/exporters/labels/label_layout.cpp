#include "intent/exporters/labels/label_layout.h"

#include <algorithm>

#include "intent/exporters/codes/code.h"
#include "intent/exporters/labels/label_text.h"

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Micrometres;
using exporters::mm;

constexpr Micrometres beside_code = mm(0.8);
constexpr Micrometres good_module = mm(0.4);
constexpr Micrometres copy_every = mm(10);

// Printers and die cuts are off by as much.
Micrometres edge(const Box& box) { return std::min(mm(1.2), std::min(box.width, box.height) / 12); }

struct CodePlace {
    Box box;
    Micrometres module = 0, quiet = 0;
};

Micrometres module_size(const Box& box, Micrometres modules, Micrometres with_quiet, bool wraps,
                        const LabelPrinter& printer) {
    Micrometres module = std::min({printer.largest_module, box.height / with_quiet,
                                   (box.height - 2 * edge(box)) / modules,
                                   std::max(good_module, box.height * 6 / 10 / with_quiet),
                                   box.width * 45 / 100 / with_quiet});
    if (wraps) module = std::min(module, box.height / 2 / modules);
    module -= module % printer.module_step;
    return module < smallest_module ? 0 : module;
}

std::optional<CodePlace> code_place(const Box& box, std::size_t modules, CodeKind kind, bool wraps,
                                    const LabelPrinter& printer) {
    if (modules == 0) return std::nullopt;
    const auto count = static_cast<Micrometres>(modules);
    const auto quiet = static_cast<Micrometres>(quiet_zone(kind));
    const Micrometres module = module_size(box, count, count + 2 * quiet, wraps, printer);
    if (module == 0) return std::nullopt;
    const Micrometres side = module * count;
    const Micrometres from_edge = std::max(edge(box), quiet * module);
    return CodePlace{
        {box.x + from_edge, box.y + (box.height - side) / 2, side, side}, module, quiet * module};
}

int copies_of(const Label& label, const Box& box) {
    if (!label.wraps) return 1;
    return static_cast<int>(std::max<Micrometres>(2, (box.height + copy_every / 2) / copy_every));
}

Box text_box(const Box& box, const std::optional<CodePlace>& code) {
    Box out = box.inset(edge(box));
    if (!code) return out;
    const Micrometres right = out.right();
    out.x = code->box.right() + std::max(code->quiet, beside_code);
    out.width = right - out.x;
    return out;
}

FittedText texts_in(const Label& label, const Box& box, int copies, const LabelPrinter& printer) {
    TextRoom room{box.width, box.height, copies};
    room.smallest = printer.smallest_text;
    return fitted_text(label.lines, room);
}

void place(LabelLayout& layout, const FittedText& text, const Box& box, int copies) {
    layout.text_size = text.size;
    Micrometres top = box.y + (box.height - height_of(text, copies)) / 2;
    for (int copy = 0; copy < copies; ++copy) {
        for (const PrintedLine& line : text.lines) {
            layout.lines.push_back(
                {{box.x, top + baseline_below_top(text.size)}, line.text, line.strong});
            top += line_height(text.size);
        }
        top += copy_gap(text.size);
    }
}

}  // namespace

bool has_room_for_code(const Box& box, std::size_t modules, CodeKind kind, bool wraps,
                       const LabelPrinter& printer) {
    return code_place(box, modules, kind, wraps, printer).has_value();
}

LabelLayout label_layout(const Label& label, const Box& box, std::size_t modules, CodeKind kind,
                         const LabelPrinter& printer) {
    std::optional<CodePlace> code = code_place(box, modules, kind, label.wraps, printer);
    const int copies = copies_of(label, box);
    FittedText text = texts_in(label, text_box(box, code), copies, printer);
    if (code && !text.lines.empty() && text.size <= std::max(legible_size, printer.smallest_text)) {
        text = texts_in(label, text_box(box, std::nullopt), copies, printer);
        code.reset();
    }
    LabelLayout layout;
    if (code) {
        layout.code = code->box;
        layout.module = code->module;
    }
    place(layout, text, text_box(box, code), copies);
    return layout;
}

}  // namespace colo::sheets
