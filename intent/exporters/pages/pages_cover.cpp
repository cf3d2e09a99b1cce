#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pages/pages_flow.h"

namespace colo::sheets {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

void add_contents(Flow& flow, const Sheet& sheet) {
    flow.keep_together(mm(24));
    flow.text("Contents", mm(4.6), "strong");
    flow.gap(mm(2.5));
    for (const Table& table : sheet.tables)
        flow.count(table.title, counted(table.rows.size(), "row", "rows"));
    if (!sheet.racks.empty())
        flow.count("Rack elevations", counted(sheet.racks.size(), "rack", "racks"));
    if (!sheet.labels.empty())
        flow.count("Labels, in files beside this one",
                   counted(sheet.labels.size(), "label", "labels"));
    if (!sheet.letters.empty())
        flow.count("Letters of authorisation, beside this one",
                   counted(sheet.letters.size(), "letter", "letters"));
}

}  // namespace

std::vector<Drawing> cover_pages(const Sheet& sheet) {
    const Cover& cover = sheet.cover;
    Flow flow(sheet.options.paper, cover.title);
    flow.gap(mm(4));
    flow.text(cover.title, mm(5.5), "faint");
    flow.gap(mm(2));
    flow.text(cover.site, mm(14), "strong");
    flow.gap(mm(3));
    flow.text(cover.scope, mm(5.5), "ink");
    flow.gap(mm(1.5));
    flow.text(cover.revision + " · digest " + cover.digest, mm(2.8), "faint");
    flow.gap(mm(4));
    flow.rule();
    flow.gap(mm(3));
    for (const auto& [what, content] : cover.lines) flow.pair(what, content);
    flow.gap(mm(5));
    add_contents(flow, sheet);
    return std::move(flow).pages();
}

}  // namespace colo::sheets
