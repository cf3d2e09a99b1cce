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

/// What labels of a group are printed on unless others are asked for.
struct Group {
    std::string_view name;
    std::vector<LabelKind> kinds;
    std::string_view a4, letter, roll;
};
const std::vector<Group>& groups() {
    static const std::vector<Group> all{
        {"cables", {LabelKind::cable}, "avery-l7651", "avery-5160", "panduit-s100x150"},
        {"devices",
         {LabelKind::rack, LabelKind::device},
         "avery-l7651",
         "avery-5160",
         "thermal-51x25"},
        {"ports", {LabelKind::port}, "avery-l4731", "avery-5167", "thermal-51x25"}};
    return all;
}

std::vector<const LabelStock*> stocks_of(const Group& group, const LabelChoice& choice,
                                         Paper paper) {
    if (!choice.stocks.empty()) return choice.stocks;
    std::vector<const LabelStock*> out;
    for (const std::string_view name : {paper == Paper::a4 ? group.a4 : group.letter, group.roll}) {
        out.push_back(find_label_stock(name));
        COLO_ASSERT(out.back(), "a usual stock is one of all");
    }
    return out;
}

std::vector<Label> labels_of(const Sheet& sheet, const Group& group) {
    std::vector<Label> out;
    for (const Label& label : sheet.labels)
        if (std::find(group.kinds.begin(), group.kinds.end(), label.kind) != group.kinds.end())
            out.push_back(label);
    return out;
}

}  // namespace

Result<exporters::Files> label_files(const Sheet& sheet, const LabelChoice& choice) {
    exporters::Files out;
    for (const Group& group : groups()) {
        const std::vector<Label> labels = labels_of(sheet, group);
        if (labels.empty()) continue;
        for (const LabelStock* stock : stocks_of(group, choice, sheet.options.paper)) {
            const std::string name = fmt::format("labels/{}-{}", group.name, stock->name);
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
        out["letters/" + letter.circuit +
            (letter.status == "cancelled" ? "-disconnect.pdf" : ".pdf")] = std::move(*made);
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
