#include "intent/exporters/pages/pages_row.h"

#include <algorithm>

namespace colo::sheets {

namespace {

using exporters::Anchor;
using exporters::Lines;
using exporters::Rect;
using exporters::Text;

/// What hands need for a word, and for a tick.
constexpr Micrometres room_to_write = mm(6.2), room_to_tick = Grid::tick + mm(1.2);

/// Where the row's parts are drawn.
struct Place {
    Drawing& page;
    const Grid& grid;
    Micrometres top = 0, height = 0;
    Micrometres first_baseline = 0;
};

void draw_text(const Place& at, const ColumnPlace& column, const std::string& text,
               Micrometres baseline, const char* style) {
    if (text.empty()) return;
    const Micrometres left = column.x + Grid::beside_text;
    const Micrometres right = column.x + column.width - Grid::beside_text;
    at.page.shapes.push_back({Text{{column.numbers ? right : left, baseline},
                                   at.grid.text_size,
                                   text,
                                   style,
                                   column.numbers ? Anchor::end : Anchor::start}});
}

/// The empty box where hands write or tick.
void draw_box(const Place& at, const ColumnPlace& column, Fill fill, bool is_first_part) {
    if (fill == Fill::printed) return;
    Box box{column.x, at.top, column.width, at.height};
    if (fill == Fill::tick) {
        if (!is_first_part) return;
        const Micrometres middle = at.first_baseline - at.grid.text_size * 36 / 100;
        box = {column.x + (column.width - Grid::tick) / 2, middle - Grid::tick / 2, Grid::tick,
               Grid::tick};
    } else {
        box = box.inset(mm(0.45));
    }
    at.page.shapes.push_back({Rect{box, "box"}});
}

void draw_swatch(const Place& at, const std::string& colour) {
    if (!is_colour(colour)) return;
    const std::string style = "swatch-" + colour.substr(1);
    if (!at.page.styles.contains(style)) {
        exporters::Style& made = at.page.styles[style];
        made.fill = exporters::Colour{colour, colour};
        made.stroke = exporters::Colour{"#333333", "#333333"};
        made.stroke_width = mm(0.12);
    }
    const Box box{at.grid.x + mm(0.5), at.top + mm(0.6), mm(1.8), at.height - mm(1.2)};
    at.page.shapes.push_back({Rect{box, style}});
}

void draw_line(Drawing& page, const Grid& grid, Micrometres y, const char* style) {
    page.shapes.push_back({Lines{{{{grid.x, y}, {grid.right(), y}}}, style}});
}

/// Of a row that goes on: what its first column said, where that has ended.
void draw_reminder(const Place& at, const RowPart& part) {
    if (at.grid.columns.empty() || part.lines.cells[0].size() > part.first) return;
    Micrometres baseline = at.first_baseline;
    for (std::size_t i = 0; i < std::min(part.count, part.lines.cells[0].size()); ++i) {
        draw_text(at, at.grid.columns[0], part.lines.cells[0][i], baseline, "faint");
        baseline += line_step(at.grid.text_size);
    }
}

/// A column's title in lines, and the words to choose from in others.
struct HeaderCell {
    std::vector<std::string> title, words;
    std::size_t count() const { return title.size() + words.size(); }
};

HeaderCell header_cell(const Column& column, std::int64_t room) {
    std::string words;
    for (const std::string& choice : column.choices) words += (words.empty() ? "" : ", ") + choice;
    return {wrapped(column.title, room, Weight::bold), wrapped(words, room)};
}

}  // namespace

RowLines lines_of(const Row& row, const Table& table, const Grid& grid) {
    RowLines out;
    out.cells.reserve(grid.columns.size());
    for (const ColumnPlace& column : grid.columns) {
        const Fill fill = table.columns[column.index].fill;
        if (fill == Fill::tick)
            out.least = std::max(out.least, room_to_tick);
        else if (fill != Fill::printed)
            out.least = room_to_write;
        out.cells.push_back(wrapped(to_text(row.cells[column.index]), grid.room(column)));
        out.count = std::max(out.count, out.cells.back().size());
    }
    return out;
}

Micrometres height_of(const RowLines& lines, std::size_t count, const Grid& grid) {
    const Micrometres texts = static_cast<Micrometres>(count) * line_step(grid.text_size);
    return std::max(texts + 2 * Grid::above_text, lines.least);
}

Micrometres draw_row(Drawing& page, const RowPart& part, const Table& table, const Grid& grid,
                     Micrometres top) {
    Place at{page, grid, top, height_of(part.lines, part.count, grid), 0};
    const Micrometres line = line_step(grid.text_size);
    const auto shown = static_cast<Micrometres>(std::max<std::size_t>(part.count, 1));
    at.first_baseline = top + (at.height - shown * line) / 2 + grid.text_size;
    constexpr Micrometres rule = mm(0.1);  // the one above stays visible
    if (part.banded)
        page.shapes.push_back({Rect{{grid.x, top + rule, grid.width, at.height - rule}, "band"}});
    draw_swatch(at, part.row.colour);
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const ColumnPlace& column = grid.columns[i];
        draw_box(at, column, table.columns[column.index].fill, part.first == 0);
        const std::vector<std::string>& texts = part.lines.cells[i];
        const std::size_t end = std::min(part.first + part.count, texts.size());
        for (std::size_t j = part.first; j < end; ++j) {
            const auto below = static_cast<Micrometres>(j - part.first) * line;
            draw_text(at, column, texts[j], at.first_baseline + below, "ink");
        }
    }
    if (part.first > 0) draw_reminder(at, part);
    draw_line(page, grid, top + at.height, "rule");
    return top + at.height;
}

Micrometres header_height(const Table& table, const Grid& grid) {
    std::size_t count = 1;
    for (const ColumnPlace& column : grid.columns)
        count =
            std::max(count, header_cell(table.columns[column.index], grid.room(column)).count());
    return static_cast<Micrometres>(count) * line_step(grid.text_size) + 2 * Grid::above_text;
}

Micrometres draw_header(Drawing& page, const Table& table, const Grid& grid, Micrometres top) {
    Place at{page, grid, top, header_height(table, grid), 0};
    page.shapes.push_back({Rect{{grid.x, top, grid.width, at.height}, "header"}});
    const Micrometres line = line_step(grid.text_size);
    for (const ColumnPlace& column : grid.columns) {
        const HeaderCell cell = header_cell(table.columns[column.index], grid.room(column));
        Micrometres baseline = top + Grid::above_text + grid.text_size;
        for (const std::string& text : cell.title) {
            draw_text(at, column, text, baseline, "strong");
            baseline += line;
        }
        for (const std::string& text : cell.words) {
            draw_text(at, column, text, baseline, "ink");
            baseline += line;
        }
    }
    draw_line(page, grid, top + at.height, "thick");
    return top + at.height;
}

}  // namespace colo::sheets
