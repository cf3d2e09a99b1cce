#include <algorithm>

#include "intent/base/result.h"
#include "intent/exporters/workbook/cell_text.h"
#include "intent/exporters/workbook/pages.h"

namespace colo::sheets::xlsx {

namespace {

constexpr RowNumber title_row = 0, key_row = 1, first_row = 2;
constexpr double least = 6, most = 60, padding = 2, number_padding = 1.5;

Look title_look(const Column& column) {
    Look look;
    look.bold = look.wraps = true;
    look.ink = "#ffffff";
    look.fill = column.fill == Fill::printed ? "#34495e" : "#7a5c00";
    look.edge = "#ffffff";
    return look;
}

Look key_look() {
    Look look;
    look.size = 7;
    look.italic = true;
    look.ink = "#808080";
    look.fill = "#f0f2f4";
    look.edge = "#d4d9de";
    return look;
}

Look printed_look() {
    Look look;
    look.edge = "#d4d9de";
    return look;
}

/// How wide the title runs when it is broken between its words into two lines.
double title_width(const std::string& title) {
    double narrowest = width_in_characters(title, Look{}.size, true);
    for (std::size_t at = title.find(' '); at != std::string::npos; at = title.find(' ', at + 1)) {
        std::string broken = title;
        broken[at] = '\n';
        narrowest = std::min(narrowest, width_in_characters(broken, Look{}.size, true));
    }
    return narrowest;
}

/// How a column is written.
struct Layout {
    double width = least;  ///< in characters
    Look look;
    bool is_coloured = false;  ///< by the colour of its row
};

Layout layout_of(const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    Layout out;
    out.look = column.fill == Fill::printed ? printed_look() : entry_look(column.fill);
    double content = 0;
    for (const Row& row : table.rows) {
        const Cell& cell = row.cells[at];
        const std::string text = to_text(cell);
        const bool is_text = std::holds_alternative<std::string>(cell);
        const double width = width_in_characters(text, out.look.size, true);
        content = std::max(content, is_text ? width : width + number_padding);
        out.look.wraps = out.look.wraps || text.find('\n') != std::string::npos;
    }
    out.look.wraps = out.look.wraps || content + padding > most;
    out.width = std::max({title_width(column.title), content, double(column.least_width)});
    out.width = std::clamp(out.width + padding, least, most);
    return out;
}

std::vector<Layout> layouts_of(const Table& table) {
    std::vector<Layout> out;
    for (std::size_t at = 0; at < table.columns.size(); ++at) out.push_back(layout_of(table, at));
    for (std::size_t at = 0; at < out.size(); ++at) {
        const Column& column = table.columns[at];
        if (column.for_programs || column.fill != Fill::printed) continue;
        out[at].is_coloured = true;
        break;
    }
    return out;
}

/// What stays in sight at the left: the first columns that we print, two where they are narrow.
ColumnNumber frozen_columns(const Table& table, const std::vector<Layout>& layouts) {
    constexpr double enough = 40;
    double width = 0;
    int seen = 0;
    std::size_t at = 0;
    for (; at < layouts.size() && seen < 2 && table.columns[at].fill == Fill::printed; ++at) {
        if (table.columns[at].for_programs) continue;
        width += layouts[at].width;
        if (width > enough && seen > 0) break;
        ++seen;
    }
    return static_cast<ColumnNumber>(at);
}

void write_cell(Worksheet& page, RowNumber row, ColumnNumber column, const Cell& cell, Look look) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        if (!look.is_open) look.number = "0";  // all its digits, however long
        look.side = Look::Side::right;
        return page.number(row, column, static_cast<double>(*number), look);
    }
    if (const auto* number = std::get_if<Thousandths>(&cell)) {
        look.side = Look::Side::right;
        return page.number(row, column, static_cast<double>(number->value) / 1000, look);
    }
    const auto* text = std::get_if<std::string>(&cell);
    if (look.number.empty()) look.number = "@";  // also once it has been typed into again
    page.text(row, column, text ? *text : std::string(), look);
}

void write_row(Worksheet& page, RowNumber at, const Row& row, const std::vector<Layout>& layouts) {
    double lines = 1;
    for (std::size_t column = 0; column < layouts.size(); ++column) {
        Look look = layouts[column].look;
        if (layouts[column].is_coloured && !row.colour.empty()) {
            look.fill = row.colour;
            look.ink = ink_on(row.colour);
            look.bold = true;
        }
        write_cell(page, at, static_cast<ColumnNumber>(column), row.cells[column], look);
        if (look.wraps)
            lines = std::max(
                lines, wrapped_lines(to_text(row.cells[column]), look.size, layouts[column].width));
    }
    if (lines > 1) page.height(at, height_of_lines(lines, Look{}.size));
}

void write_head(Worksheet& page, const Table& table, const std::vector<Layout>& layouts) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        const auto number = static_cast<ColumnNumber>(at);
        page.width(number, layouts[at].width, column.for_programs);
        page.text(title_row, number, column.title, title_look(column));
        page.text(key_row, number, column.key, key_look());
    }
    page.height(title_row, height_of_lines(2, Look{}.size));
}

void break_by_section(Worksheet& page, const Table& table) {
    std::vector<RowNumber> breaks;
    for (std::size_t at = 1; table.pages_by_section && at < table.rows.size(); ++at)
        if (table.rows[at].section != table.rows[at - 1].section)
            breaks.push_back(first_row + static_cast<RowNumber>(at));
    break_pages(page, std::move(breaks));
}

}  // namespace

void write_table(Worksheet& page, const Sheet& sheet, const Table& table) {
    COLO_ASSERT(!table.columns.empty(), "a table without columns");
    for (const Row& row : table.rows)
        COLO_ASSERT(row.cells.size() == table.columns.size(), "a row with another number of cells");
    const std::vector<Layout> layouts = layouts_of(table);
    write_head(page, table, layouts);
    RowNumber at = first_row;
    for (const Row& row : table.rows) write_row(page, at++, row, layouts);

    const RowNumber last_row = table.rows.empty() ? first_row : at - 1;
    const auto last = static_cast<ColumnNumber>(table.columns.size() - 1);
    for (ColumnNumber column = 0; column <= last && !table.rows.empty(); ++column)
        check_entries(page, table.columns[column], column, first_row, last_row);
    Book& book = page.book();
    book.check(worksheet_autofilter(page.get(), key_row, 0, last_row, last));
    worksheet_freeze_panes(page.get(), first_row, frozen_columns(table, layouts));
    // The keys are for programs: on paper the titles are repeated, and the data follow.
    book.check(worksheet_repeat_rows(page.get(), title_row, title_row));
    book.check(worksheet_print_area(page.get(), first_row, 0, last_row, last));
    book.check(
        worksheet_ignore_errors(page.get(), LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    worksheet_gridlines(page.get(), LXW_HIDE_ALL_GRIDLINES);
    const auto is_open = [](const Column& column) { return column.fill != Fill::printed; };
    if (std::any_of(table.columns.begin(), table.columns.end(), is_open))
        worksheet_set_tab_color(page.get(), colour_of("#d9b430"));
    set_paper(page, sheet, {table.title, table.note}, true);
    break_by_section(page, table);
    protect(page);
}

}  // namespace colo::sheets::xlsx
