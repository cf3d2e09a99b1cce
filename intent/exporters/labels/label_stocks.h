// Label stocks that can be bought: where the labels are on a sheet or a roll.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "intent/exporters/drawing.h"

namespace colo::sheets {

enum class StockKind : std::uint8_t {
    sheet,  ///< for a laser or inkjet printer
    roll,   ///< for a thermal printer; the page is one row of labels across the roll
};

/// Labels of one size in a grid. Nominal sizes: a first sheet is best held against plain paper.
struct LabelStock {
    std::string_view name;   ///< as it is asked for: `avery-l7651`
    std::string_view title;  ///< for people: `Avery L7651, A4, 65 labels of 38.1 x 21.2 mm`
    StockKind kind = StockKind::sheet;
    exporters::Micrometres page_width = 0, page_height = 0;
    std::size_t columns = 1, rows = 1;
    exporters::Micrometres left = 0, top = 0;         ///< of the first label on the page
    exporters::Micrometres pitch_x = 0, pitch_y = 0;  ///< from one label to the next
    exporters::Micrometres width = 0, height = 0;     ///< of a label
    /// The part of a label that takes print, seen from the label's corner: of a self-laminating
    /// label the rest is the clear tail that is wrapped over it.
    exporters::Box print_on;

    bool operator==(const LabelStock&) const = default;
    std::size_t per_page() const { return columns * rows; }
    /// What may be printed on of the label with that number on its page, row by row from 0.
    exporters::Box print_box(std::size_t label) const;
};

/// All of them, those for sheets first, by name.
std::span<const LabelStock> label_stocks();

/// The one of that name; null when there is none.
const LabelStock* find_label_stock(std::string_view name);

}  // namespace colo::sheets
