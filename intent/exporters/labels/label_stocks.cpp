#include "intent/exporters/labels/label_stocks.h"

#include <algorithm>
#include <array>

namespace colo::sheets {

namespace {

using exporters::Box;
using exporters::Micrometres;
using exporters::mm;

constexpr Micrometres inches(double number) { return mm(number * 25.4); }

struct Grid {
    std::size_t columns, rows;
    Micrometres width, height, pitch_x, pitch_y;
};

// Label sheets are cut in the middle of the paper, so the margins follow from the rest.
constexpr LabelStock sheet(std::string_view name, std::string_view title, Micrometres page_width,
                           Micrometres page_height, Grid grid) {
    const auto margin = [](Micrometres page, std::size_t count, Micrometres pitch,
                           Micrometres size) {
        return (page - static_cast<Micrometres>(count - 1) * pitch - size) / 2;
    };
    return {name,
            title,
            StockKind::sheet,
            page_width,
            page_height,
            grid.columns,
            grid.rows,
            margin(page_width, grid.columns, grid.pitch_x, grid.width),
            margin(page_height, grid.rows, grid.pitch_y, grid.height),
            grid.pitch_x,
            grid.pitch_y,
            grid.width,
            grid.height,
            {0, 0, grid.width, grid.height}};
}

constexpr LabelStock a4(std::string_view name, std::string_view title, Grid grid) {
    return sheet(name, title, mm(210), mm(297), grid);
}

constexpr LabelStock letter(std::string_view name, std::string_view title, Grid grid) {
    return sheet(name, title, inches(8.5), inches(11), grid);
}

constexpr LabelStock roll(std::string_view name, std::string_view title, Micrometres width,
                          Micrometres height, Box print_on) {
    return {name, title, StockKind::roll, width,  height, 1,      1,
            0,    0,     width,           height, width,  height, print_on};
}

constexpr LabelStock roll(std::string_view name, std::string_view title, Micrometres width,
                          Micrometres height) {
    return roll(name, title, width, height, {0, 0, width, height});
}

// Two across a roll of 3.25 inches; what takes print begins 1/16 inch below the label's edge.
constexpr LabelStock panduit_s150x225{
    "panduit-s150x225-2up",
    "Panduit S150X225, roll, 2 across, 38.1 x 57.2 mm, print-on 19.1 mm, wraps around",
    StockKind::roll,
    inches(3.25),
    inches(2.25),
    2,
    1,
    inches(0.125),
    0,
    inches(1.5),
    inches(2.25),
    inches(1.5),
    inches(2.25),
    {0, inches(0.0625), inches(1.5), inches(0.75)}};

// Avery: sizes and counts as the label formats of LibreOffice (extras/source/labels/labels.xml) and
// the templates of gLabels have them; the margins there differ from ours by up to 0.8 mm (L7159).
// Thermal: nominal sizes in inches.
// Panduit: a part's name is width x length in hundredths of an inch; print-on areas as resellers
// list them (S100X150) and as the page set-up of Easy-Mark has it (S150X225).
constexpr std::array stocks{
    letter("avery-5160", "Avery 5160, Letter, 30 labels of 66.7 x 25.4 mm",
           {3, 10, inches(2.625), inches(1), inches(2.75), inches(1)}),
    letter("avery-5163", "Avery 5163, Letter, 10 labels of 101.6 x 50.8 mm",
           {2, 5, inches(4), inches(2), inches(4.1875), inches(2)}),
    letter("avery-5167", "Avery 5167, Letter, 80 labels of 44.5 x 12.7 mm",
           {4, 20, inches(1.75), inches(0.5), inches(2.0625), inches(0.5)}),
    a4("avery-l4731", "Avery L4731, A4, 189 labels of 25.4 x 10 mm",
       {7, 27, mm(25.4), mm(10), mm(27.94), mm(10)}),
    a4("avery-l6009", "Avery L6009, A4, 48 silver polyester labels of 45.7 x 21.2 mm",
       {4, 12, mm(45.7), mm(21.2), mm(48.26), mm(21.2)}),
    a4("avery-l7159", "Avery L7159, A4, 24 labels of 63.5 x 33.9 mm",
       {3, 8, mm(63.5), mm(33.9), mm(66.04), mm(33.9)}),
    a4("avery-l7163", "Avery L7163, A4, 14 labels of 99.1 x 38.1 mm",
       {2, 7, mm(99.1), mm(38.1), mm(101.6), mm(38.1)}),
    a4("avery-l7651", "Avery L7651, A4, 65 labels of 38.1 x 21.2 mm",
       {5, 13, mm(38.1), mm(21.2), mm(40.64), mm(21.2)}),
    a4("avery-l7654", "Avery L7654, A4, 40 labels of 45.7 x 25.4 mm",
       {4, 10, mm(45.7), mm(25.4), mm(48.26), mm(25.4)}),
    roll("panduit-s100x150",
         "Panduit S100X150, roll, 25.4 x 38.1 mm, print-on 12.7 mm, wraps around", inches(1),
         inches(1.5), {0, 0, inches(1), inches(0.5)}),
    panduit_s150x225,
    roll("thermal-102x152", "Thermal roll, 4 x 6 inches (102 x 152 mm)", inches(4), inches(6)),
    roll("thermal-51x25", "Thermal roll, 2 x 1 inches (51 x 25 mm)", inches(2), inches(1)),
    roll("thermal-76x25", "Thermal roll, 3 x 1 inches (76 x 25 mm)", inches(3), inches(1)),
};

}  // namespace

Box LabelStock::print_box(std::size_t label) const {
    const auto column = static_cast<Micrometres>(label % columns);
    const auto row = static_cast<Micrometres>(label / columns);
    return {left + column * pitch_x + print_on.x, top + row * pitch_y + print_on.y, print_on.width,
            print_on.height};
}

std::span<const LabelStock> label_stocks() { return stocks; }

const LabelStock* find_label_stock(std::string_view name) {
    const auto found = std::ranges::find(stocks, name, &LabelStock::name);
    return found == stocks.end() ? nullptr : &*found;
}

}  // namespace colo::sheets
