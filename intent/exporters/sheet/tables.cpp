#include "intent/exporters/sheet/tables.h"

#include <algorithm>

#include "intent/base/result.h"

namespace colo::sheets {

Column printed(std::string key, std::string title, bool shown) {
    return {std::move(key), std::move(title), Fill::printed, {}, shown, !shown, 0};
}

Column on_screen(Column column) {
    column.printed_on_paper = false;
    return column;
}

Column to_fill(std::string key, std::string title, Fill fill, int width,
               std::vector<std::string> choices) {
    return {std::move(key), std::move(title), fill, std::move(choices), true, false, width};
}

void sort_sections_by_step(Table& table) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [](const Column& one) { return one.key == "step"; });
    COLO_ASSERT(column != table.columns.end(), "a table with steps");
    const auto at = static_cast<std::size_t>(column - table.columns.begin());
    const auto step = [&](const Row& row) {
        const auto* const number = std::get_if<std::int64_t>(&row.cells[at]);
        return number ? *number : 0;
    };
    for (auto first = table.rows.begin(); first != table.rows.end();) {
        const auto last = std::find_if(
            first, table.rows.end(), [&](const Row& row) { return row.section != first->section; });
        std::stable_sort(first, last,
                         [&](const Row& a, const Row& b) { return step(a) < step(b); });
        first = last;
    }
}

Table for_paper(Table table, const Options& options) {
    if (options.lengths == LengthUnit::metres) return table;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        if (!column.key.ends_with("_m")) continue;
        column.key.replace(column.key.size() - 2, 2, "_ft");
        if (const std::size_t at = column.title.find("(m)"); at != std::string::npos)
            column.title.replace(at, 3, "(ft)");
        for (Row& row : table.rows)
            if (auto* metres = std::get_if<Thousandths>(&row.cells[i]))  // 304.8 mm are a foot
                metres->value = (metres->value * 10'000 / 3048 + 50) / 100 * 100;
    }
    return table;
}

Table sign_off_table(const Desk& desk) {
    Table table{"sign-off",
                "Sign-off",
                "Each line is signed by whoever has seen it, on site.",
                {printed("check", "What was seen"),
                 to_fill("result", "Result", Fill::choice, 12, {"ok", "not ok", "not done"}),
                 to_fill("name", "Name", Fill::text, 20),
                 to_fill("company", "Company", Fill::text, 16),
                 to_fill("signed_on", "Date, time", Fill::text, 14),
                 to_fill("signature", "Signature", Fill::text, 26)},
                {},
                false};
    const bool change = desk.is_change();
    const auto add = [&](const char* text) {
        table.rows.push_back({{text, {}, {}, {}, {}, {}}, "", ""});
    };
    add(change ? "What came is mounted where the elevations show it, what goes is out"
               : "Racks and devices stand where the elevations show them, screwed on both sides");
    add("Every device, panel and rack carries its label, every cable one at both ends");
    add("Every device with two inlets is on both feeds, and all PSU LEDs are green");
    if (!change) add("Each feed was switched off once, and what has two inlets ran on");
    add("Cables are in the ports of the schedule, dressed, and clear of the air's way");
    add("Every step is ticked; what was done otherwise is written beside it");
    add("Serial numbers, measured lengths and photographs are handed over");
    add(change ? "The contact has confirmed that everything which was in use is in use again"
               : "The contact has reached the management of all devices");
    return table;
}

}  // namespace colo::sheets
