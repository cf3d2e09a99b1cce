#include "intent/exporters/sheet/sheet_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/exporters/cabling/cabling.h"
#include "intent/exporters/codes/code.h"
#include "intent/exporters/elevation.h"
#include "intent/exporters/pages/pages.h"
#include "intent/exporters/sheet/desk.h"
#include "intent/exporters/sheet/tables.h"
#include "intent/exporters/svg.h"

namespace colo::sheets {

using exporters::Drawing;

namespace {

using Drawings = std::vector<Drawing>;

exporters::CableColours colours_by_kind(const Sheet& sheet) {
    exporters::CableColours out;
    for (const CableKind kind : {CableKind::data, CableKind::management, CableKind::console,
                                 CableKind::power, CableKind::circuit}) {
        const auto found = sheet.cable_colours.find(std::string(colo::to_text(kind)));
        if (found != sheet.cable_colours.end()) out.emplace(kind, found->second);
    }
    return out;
}

/// Draws the racks of a sheet. What the sheet points at must outlive it.
class RackDrawing {
public:
    explicit RackDrawing(const Sheet& sheet)
        : sheet_(sheet),
          places_(*sheet.intent, numbering_of(sheet.options)),
          ends_(*sheet.intent, numbering_of(sheet.options)),
          marks_(*sheet.intent),
          index_(*sheet.intent, ends_),
          colours_(colours_by_kind(sheet)) {
        if (sheet.options.paper == Paper::letter)
            paper_ = {exporters::mm(215.9), exporters::mm(279.4)};
    }

    const Rack& rack(const RackId& id) const {
        const Rack* const found = exporters::find_by_id(sheet_.intent->racks, id);
        COLO_ASSERT(found, "a rack of a sheet is one of its intent");
        return *found;
    }

    Drawing front_and_rear(const Rack& rack, bool with_code) const {
        auto code = two_dimensional_code(sheet_.cover.site + "/" + rack.id.value, CodeKind::qr);
        const exporters::RackView view{sheet_.intent->head,
                                       sheet_.revision,
                                       rack,
                                       index_.devices(rack.id),
                                       places_,
                                       marks_,
                                       with_code && code ? &*code : nullptr};
        return exporters::elevation(view);
    }

    Drawings cabling(const Rack& rack) const {
        return exporters::rack_cabling(
            {*sheet_.intent, sheet_.revision, rack, places_, ends_, index_, paper_, colours_, {}});
    }

    /// Whether any cable leaves its rack.
    bool has_links() const {
        const auto& cables = sheet_.intent->cables;
        return !sheet_.racks.empty() &&
               std::any_of(cables.begin(), cables.end(), [&](const Cable& cable) {
                   return ends_.rack(cable.a) != ends_.rack(cable.b);
               });
    }

    Drawings between_racks() const {
        return exporters::site_cabling(
            {*sheet_.intent, sheet_.revision, ends_, paper_, colours_, {}});
    }

private:
    const Sheet& sheet_;
    exporters::Places places_;
    exporters::CableEnds ends_;
    exporters::RoleMarks marks_;
    exporters::CablingIndex index_;
    exporters::CableColours colours_;
    exporters::CablingPaper paper_;
};

/// Columns that we print and that are empty in every row take no room on paper.
Table without_empty_columns(Table table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool is_empty =
            std::all_of(table.rows.begin(), table.rows.end(),
                        [&](const Row& row) { return to_text(row.cells[i]).empty(); });
        if (is_empty && table.columns[i].fill == Fill::printed)
            table.columns[i].printed_on_paper = false;
    }
    return table;
}

void append(Drawings& out, Drawings more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

void add_files(exporters::Files& out, const std::string& name, const Drawings& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i)
        out[i == 0 ? name + ".svg" : fmt::format("{}-{}.svg", name, i + 1)] =
            exporters::svg(pages[i]);
}

}  // namespace

Drawings sheet_pages(const Sheet& sheet) {
    const RackDrawing racks(sheet);
    const Paper paper = sheet.options.paper;
    Drawings out = cover_pages(sheet);
    const auto add_table = [&](const Table& table) {
        if (!table.rows.empty())
            append(out, table_pages(without_empty_columns(for_paper(table, sheet.options)),
                                    sheet.cover, paper));
    };
    for (const Table& table : sheet.tables)
        if (table.key == "steps") add_table(table);
    if (racks.has_links()) append(out, racks.between_racks());
    for (const RackId& id : sheet.racks) {
        const Rack& rack = racks.rack(id);
        out.push_back(on_paper(racks.front_and_rear(rack, true), paper, false));
        append(out, racks.cabling(rack));
    }
    for (const Table& table : sheet.tables)
        if (table.key != "steps") add_table(table);
    number_pages(out, sheet.cover);
    return out;
}

exporters::Files sheet_drawings(const Sheet& sheet) {
    const RackDrawing racks(sheet);
    exporters::Files out;
    const std::string& site = sheet.cover.site;
    for (const RackId& id : sheet.racks) {
        const Rack& rack = racks.rack(id);
        add_files(out, site + "-" + id.value, {racks.front_and_rear(rack, false)});
        add_files(out, site + "-" + id.value + "-cabling", racks.cabling(rack));
    }
    if (racks.has_links()) add_files(out, site + "-cabling", racks.between_racks());
    return out;
}

}  // namespace colo::sheets
