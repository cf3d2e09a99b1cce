#include "intent/exporters/sheet/sheet_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/exporters/labels/label_pages.h"
#include "intent/exporters/labels/zpl.h"
#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pdf/pdf.h"
#include "intent/exporters/sheet/sheet_pages.h"
#include "intent/exporters/sheet/tables.h"
#include "intent/exporters/workbook/workbook.h"

namespace colo::sheets {

namespace {

constexpr std::string_view read_me =
    R"(Everything for the work at {site}: {scope}
{revision}, digest {digest}

{site}-sheet.pdf    to print and work from: steps, racks, cabling, tables
{site}-sheet.xlsx   the same as a workbook; fill in its yellow cells and send it back
labels/           labels to print: PDF at full size (no scaling), ZPL for label printers
letters/          a letter of authorisation for each cross-connect
drawings/         racks and cabling as SVG, for screens
tables/           each table as CSV and JSON, for programs
)";

std::string filled_in(std::string text, std::string_view blank, std::string_view with) {
    for (std::size_t at = text.find(blank); at != std::string::npos;
         at = text.find(blank, at + with.size()))
        text.replace(at, blank.size(), with);
    return text;
}

std::string read_me_of(const Cover& cover) {
    std::string out = filled_in(std::string(read_me), "{site}", cover.site);
    out = filled_in(std::move(out), "{scope}", cover.scope);
    out = filled_in(std::move(out), "{revision}", cover.revision);
    return filled_in(std::move(out), "{digest}", cover.digest);
}

/// The stocks that most have: sheets for all labels, a roll for each kind.
std::vector<const LabelStock*> usual_stocks(Paper paper) {
    const char* const sheets = paper == Paper::a4 ? "avery-l7651" : "avery-5160";
    std::vector<const LabelStock*> out;
    for (const char* name : {sheets, "thermal-51x25", "panduit-s100x150"}) {
        out.push_back(find_label_stock(name));
        COLO_ASSERT(out.back(), "a usual stock is one of all");
    }
    return out;
}

/// Labels with a tail that is wrapped around a cable are for cables; others for all else.
bool wraps(const LabelStock& stock) {
    return stock.print_on.width < stock.width || stock.print_on.height < stock.height;
}

}  // namespace

Result<exporters::Files> label_files(const Sheet& sheet, const LabelChoice& choice) {
    exporters::Files out;
    const bool usual = choice.stocks.empty();
    std::vector<Label> cables, others;
    for (const Label& label : sheet.labels)
        (label.kind == LabelKind::cable ? cables : others).push_back(label);
    for (const LabelStock* stock : usual ? usual_stocks(sheet.options.paper) : choice.stocks) {
        for (const bool of_cables : {true, false}) {
            const std::vector<Label>& labels = of_cables ? cables : others;
            const bool fits = stock->kind == StockKind::sheet || wraps(*stock) == of_cables;
            if (labels.empty() || (usual && !fits)) continue;
            const std::string name =
                fmt::format("labels/{}-{}", of_cables ? "cables" : "devices", stock->name);
            if (stock->kind == StockKind::roll) {
                out[name + ".zpl"] = zpl(labels, *stock, sheet.options.codes, choice.dots_per_inch);
                continue;
            }
            auto made =
                exporters::pdf(label_pages(labels, *stock, sheet.options.codes),
                               {fmt::format("{} labels, {}", sheet.cover.site, stock->title)});
            if (!made) return made.failure();
            out[name + ".pdf"] = std::move(*made);
        }
    }
    return out;
}

namespace {

Result<Done> add_letters(exporters::Files& out, const Sheet& sheet) {
    for (const Letter& letter : sheet.letters) {
        auto pages = letter_page(letter, sheet.cover, sheet.options.paper);
        number_pages(pages, sheet.cover);
        auto made = exporters::pdf(pages, {letter.title + ", " + letter.circuit});
        if (!made) return made.failure();
        out["letters/" + letter.circuit + ".pdf"] = std::move(*made);
    }
    return Done{};
}

}  // namespace

Result<exporters::Files> sheet_files(const Sheet& sheet, const LabelChoice& labels,
                                     const Progress& progress) {
    exporters::Files out;
    const std::string name = sheet.cover.site + "-sheet";
    progress("workbook");
    Sheet on_paper = sheet;
    for (Table& table : on_paper.tables) table = for_paper(std::move(table), sheet.options);
    auto book = workbook(on_paper);
    if (!book) return book.failure();
    out[name + ".xlsx"] = std::move(*book);
    progress("pages");
    auto printed =
        exporters::pdf(sheet_pages(sheet), {sheet.cover.title + " of " + sheet.cover.short_name()});
    if (!printed) return printed.failure();
    out[name + ".pdf"] = std::move(*printed);
    progress("labels");
    auto stuck_on = label_files(sheet, labels);
    if (!stuck_on) return stuck_on.failure();
    out.merge(*stuck_on);
    progress("letters");
    if (const auto made = add_letters(out, sheet); !made) return made.failure();
    progress("drawings and tables");
    for (auto& [file, text] : sheet_drawings(sheet)) out["drawings/" + file] = std::move(text);
    for (const Table& table : sheet.tables) {
        out["tables/" + table.key + ".csv"] = table_csv(table);
        out["tables/" + table.key + ".json"] = table_json(table);
    }
    out["READ-ME.txt"] = read_me_of(sheet.cover);
    return out;
}

}  // namespace colo::sheets
