// Where the code and the texts of one label are: the same for paper and for thermal printers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/sheet/sheet.h"

namespace colo::sheets {

/// What a printer can do.
struct LabelPrinter {
    exporters::Micrometres module_step = 1;  ///< modules are a whole number of these
    exporters::Micrometres largest_module = exporters::mm(2);
    exporters::Micrometres smallest_text = 1;
};

/// The smallest module that a phone or a hand-held scanner reads with ease: 10 mil, which is two
/// dots at 203 dpi.
inline constexpr exporters::Micrometres smallest_module = exporters::mm(0.25);

/// One line of text, from the left end of its baseline.
struct PlacedLine {
    exporters::Point at;
    std::string text;
    bool strong = false;

    bool operator==(const PlacedLine&) const = default;
};

struct LabelLayout {
    std::optional<exporters::Box> code;  ///< without its quiet zone
    exporters::Micrometres module = 0;
    exporters::Micrometres text_size = 0;
    std::vector<PlacedLine> lines;

    bool operator==(const LabelLayout&) const = default;
};

/// Whether a code of so many modules along a side has room at all; a label that is wrapped around
/// a cable takes only what half of its height holds, as more is never seen at once.
bool has_room_for_code(const exporters::Box& box, std::size_t modules, CodeKind kind, bool wraps,
                       const LabelPrinter& printer);

/// The label within the box: its code on the left when there is one of `modules` (0: none), it has
/// room, and it does not make the texts illegible; its texts on the right. The texts of a label
/// that wraps stand there twice or more, about one every 10 mm, so that one of them is seen
/// from any side.
LabelLayout label_layout(const Label& label, const exporters::Box& box, std::size_t modules,
                         CodeKind kind, const LabelPrinter& printer = {});

}  // namespace colo::sheets
