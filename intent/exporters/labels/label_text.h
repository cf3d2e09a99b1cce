// The texts of a label, broken and sized so that all of them fit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intent/exporters/drawing.h"

namespace colo::sheets {

/// A line as it is printed. Joined again, the printed lines of a text are that text.
struct PrintedLine {
    std::string text;
    bool strong = false;  ///< of the label's first text, which says what the label is for

    bool operator==(const PrintedLine&) const = default;
};

/// Lines at one size, from one to the next `line_height`; all lengths are micrometres.
struct FittedText {
    exporters::Micrometres size = 0;  ///< of the font
    std::vector<PrintedLine> lines;   ///< of one copy

    bool operator==(const FittedText&) const = default;
};

struct TextRoom {
    exporters::Micrometres width = 0, height = 0;
    int copies = 1;  ///< that stand below each other, each `copy_gap` from the next
    exporters::Micrometres smallest = 1, largest = exporters::mm(14);  ///< sizes there are
};

/// What a line takes from top to bottom, and where its baseline is below that top: as DejaVu Sans
/// has it, whose letters are the tallest of the usual fonts.
constexpr exporters::Micrometres line_height(exporters::Micrometres size) {
    return (size * 117 + 99) / 100;
}
constexpr exporters::Micrometres baseline_below_top(exporters::Micrometres size) {
    return size * 93 / 100;
}
constexpr exporters::Micrometres copy_gap(exporters::Micrometres size) { return size * 40 / 100; }

/// The height of all copies.
exporters::Micrometres height_of(const FittedText& text, int copies);

/// Sizes below which a text is broken rather than made smaller, and below which it is no longer
/// read with ease.
inline constexpr exporters::Micrometres comfortable_size = exporters::mm(1.4);
inline constexpr exporters::Micrometres legible_size = exporters::mm(1.2);

/// The texts as large as the room allows, each on its own line while that is comfortable to read;
/// else broken after `/`, `:`, `-` or a space, or anywhere when that would not be legible, and then
/// as small as it takes. Only when the smallest size does not do are texts cut, with an ellipsis.
FittedText fitted_text(const std::vector<std::string>& texts, const TextRoom& room);

}  // namespace colo::sheets
