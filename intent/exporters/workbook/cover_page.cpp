#include "intent/exporters/workbook/cell_text.h"
#include "intent/exporters/workbook/pages.h"

namespace colo::sheets::xlsx {

namespace {

constexpr double widths[] = {20, 30, 10, 60};
constexpr ColumnNumber last_column = 3;

Look plain() {
    Look look;
    look.wraps = true;
    return look;
}

Look bold() {
    Look look = plain();
    look.bold = true;
    return look;
}

Look heading() {
    Look look;
    look.bold = true;
    look.ink = "#ffffff";
    look.fill = "#34495e";
    return look;
}

Look count() {
    Look look;
    look.side = Look::Side::right;
    return look;
}

Look big(double size) {
    Look look;
    look.size = size;
    look.bold = true;
    look.ink = "#34495e";
    return look;
}

Look link() {
    Look look = bold();
    look.ink = "#1f5fa8";
    return look;
}

RowNumber write_line(Worksheet& page, RowNumber row, const std::string& what,
                     const std::string& text) {
    page.text(row, 0, what, bold());
    page.merged(row, 1, row, last_column, text, plain());
    const double room = widths[1] + widths[2] + widths[3];  // a merged cell does not grow
    const double lines = wrapped_lines(text, Look{}.size, room);
    page.height(row, height_of_lines(lines, Look{}.size));
    return row + 1;
}

RowNumber write_heading(Worksheet& page, RowNumber row, const std::vector<std::string>& texts) {
    for (ColumnNumber column = 0; column <= last_column; ++column)
        page.text(row, column, column < texts.size() ? texts[column] : "", heading());
    page.height(row, 16);
    return row + 1;
}

RowNumber write_lines(Worksheet& page, RowNumber row, const Cover& cover) {
    row = write_line(page, row, "Site", cover.site);
    row = write_line(page, row, "Revision", cover.revision);
    row = write_line(page, row, "Digest", cover.digest);
    for (const auto& [what, text] : cover.lines) row = write_line(page, row, what, text);
    return row;
}

RowNumber write_contents(Worksheet& page, RowNumber row, const std::vector<Content>& contents) {
    row = write_heading(page, row, {"Worksheet", "What it is", "Rows", "How to read it"});
    for (const Content& content : contents) {
        page.link(row, 0, content.sheet, link());
        page.text(row, 1, content.title, plain());
        page.number(row, 2, static_cast<double>(content.count), count());
        page.text(row, 3, content.note, plain());
        const double lines = wrapped_lines(content.note, Look{}.size, widths[3]);
        page.height(row, height_of_lines(lines, Look{}.size));
        ++row;
    }
    return row;
}

RowNumber write_colours(Worksheet& page, RowNumber row, const Sheet& sheet) {
    row = write_heading(page, row, {"Colours"});
    page.text(row, 0, "to be filled in", entry_look(Fill::printed));
    page.merged(row, 1, row, last_column,
                "Cells to be filled in. All others are locked, without a password.", plain());
    ++row;
    for (const auto& [kind, colour] : sheet.cable_colours) {
        Look look;
        look.bold = true;
        look.fill = colour;
        look.ink = ink_on(colour);
        look.edge = "#d4d9de";
        page.text(row, 0, kind, look);
        page.merged(row, 1, row, last_column, "Cables: " + kind, plain());
        ++row;
    }
    return row;
}

}  // namespace

void write_cover(Worksheet& page, const Sheet& sheet, const std::vector<Content>& contents) {
    for (ColumnNumber column = 0; column <= last_column; ++column)
        page.width(column, widths[column]);
    const Cover& cover = sheet.cover;
    page.text(0, 0, cover.title + " " + cover.site, big(20));
    page.height(0, 30);
    page.text(1, 0, cover.scope, big(12));
    page.height(1, 20);
    RowNumber row = write_lines(page, 3, cover) + 1;
    row = write_contents(page, row, contents) + 1;
    row = write_colours(page, row, sheet);
    page.book().check(worksheet_print_area(page.get(), 0, 0, row - 1, last_column));
    worksheet_gridlines(page.get(), LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(page.get(), colour_of("#34495e"));
    set_paper(page, sheet, {cover.title, ""}, false);
    protect(page);
}

}  // namespace colo::sheets::xlsx
