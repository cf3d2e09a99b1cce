#include "intent/exporters/workbook/paper.h"

#include <algorithm>

#include "intent/exporters/workbook/cell_text.h"

namespace colo::sheets::xlsx {

namespace {

/// At most 255 characters, so the texts are cut; the note gets what the others leave.
std::string page_header(const Cover& cover, const PageTitle& page) {
    std::string out = "&L&\"Arial,Bold\"" + header_text(page.title, 50);
    const std::string right = "&R&\"Arial,Regular\"" + header_text(cover.short_name(), 60);
    if (page.note.empty()) return out + right;
    out += "\n&\"Arial,Regular\"";
    const std::size_t room = longest_message - out.size() - right.size();
    return out + header_text(page.note, room) + right;
}

std::string page_footer(const Cover& cover) {
    return "&L&\"Arial,Regular\"" + header_text(cover.title, 60) + " " +
           header_text(cover.short_digest(), 20) + "&C&\"Arial,Regular\"&A" +
           "&R&\"Arial,Regular\"Page &P of &N";
}

}  // namespace

void set_paper(Worksheet& sheet, const Sheet& of, const PageTitle& title, bool is_landscape) {
    constexpr std::uint8_t letter = 1, a4 = 9;  // ECMA-376 part 1, 18.3.1.63
    constexpr double side = 0.4, top = 0.85, bottom = 0.65, edge = 0.35;  // inches
    worksheet_set_paper(sheet.get(), of.options.paper == Paper::letter ? letter : a4);
    is_landscape ? worksheet_set_landscape(sheet.get()) : worksheet_set_portrait(sheet.get());
    worksheet_set_margins(sheet.get(), side, side, top, bottom);
    worksheet_fit_to_pages(sheet.get(), 1, 0);
    lxw_header_footer_options options{};
    options.margin = edge;
    sheet.book().check(
        worksheet_set_header_opt(sheet.get(), page_header(of.cover, title).c_str(), &options));
    sheet.book().check(
        worksheet_set_footer_opt(sheet.get(), page_footer(of.cover).c_str(), &options));
}

void break_pages(Worksheet& sheet, std::vector<RowNumber> rows) {
    if (rows.empty()) return;
    rows.resize(std::min<std::size_t>(rows.size(), LXW_BREAKS_MAX));
    rows.push_back(0);  // ends the list
    sheet.book().check(worksheet_set_h_pagebreaks(sheet.get(), rows.data()));
}

void protect(Worksheet& sheet) {
    lxw_protection allowed{};
    allowed.format_columns = allowed.format_rows = LXW_TRUE;
    allowed.sort = allowed.autofilter = LXW_TRUE;
    worksheet_protect(sheet.get(), nullptr, &allowed);
}

}  // namespace colo::sheets::xlsx
