// The bill of materials: rack by rack, and all together against what is in stock.
#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/sheet/make_sheet.h"
#include "intent/exporters/sheet/parts.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

Cell text(const std::string& said) { return cell_of(std::optional(said)); }
Cell count_cell(std::int64_t count) { return count == 0 ? Cell() : Cell(count); }
Cell mass_cell(Mass mass) { return mass.value == 0 ? Cell() : Cell(Thousandths{mass.value}); }

struct Line {
    std::int64_t needed = 0, spares = 0, back = 0;
};

/// What lies in stock of a part; none where the stock does not have it. Of a cable, by its length.
std::int64_t in_stock(const Stock& stock, const Part& part) {
    std::int64_t out = 0;
    for (const StockLine& line : stock)
        if ((line.part == part.name || (!part.number.empty() && line.part == part.number)) &&
            line.length == part.length)
            out += line.count;
    return out;
}

std::map<Part, Line> lines_of(const Desk& desk) {
    std::map<Part, Line> out;
    for (const auto& [rack, parts] : parts_of_work(desk))
        for (const auto& [part, amount] : parts) {
            out[part].needed += amount.in;
            out[part].back += amount.out;
        }
    const auto& rules = desk.job().supplies.spares;
    const auto now = spares_of(parts_of_intent(desk, desk.now()), rules);
    std::map<Part, std::int64_t> then;
    if (desk.is_change()) then = spares_of(parts_of_intent(desk, desk.before()), rules);
    for (const auto& [part, spares] : now) {
        const auto had = then.find(part);
        const std::int64_t more = spares - (had == then.end() ? 0 : had->second);
        if (more > 0) out[part].spares = more;
    }
    return out;
}

}  // namespace

Table parts_table(const Desk& desk) {
    Table table{"parts",
                "Bill of materials by rack",
                "What each rack needs, to be laid out in front of it before work begins.",
                {printed("rack", "Rack"), printed("kind", "Kind"), printed("part", "Part"),
                 printed("hardware", "Hardware"), printed("part_number", "Part number"),
                 printed("length_m", "Length (m)"), printed("colour", "Colour"),
                 printed("count", "Count"), printed("comes_out", "Comes out", desk.is_change()),
                 printed("weight_kg", "Each (kg)"), printed("total_kg", "Together (kg)"),
                 to_fill("present", "Present", Fill::tick, 7)},
                {},
                true};
    std::vector<std::pair<std::string, std::map<Part, Amount>>> racks;
    for (auto& rack : parts_of_work(desk)) racks.push_back(rack);
    std::sort(racks.begin(), racks.end(), [](const auto& a, const auto& b) {
        if (a.first.empty() != b.first.empty()) return b.first.empty();
        return natural_less(a.first, b.first);
    });
    for (const auto& [rack, parts] : racks) {
        Mass sum;
        for (const auto& [part, amount] : parts) {
            const Mass together = amount.weight * amount.in;
            sum += together;
            table.rows.push_back(
                {{text(rack), std::string(to_text(part.kind)), part.name, text(part.hardware),
                  text(part.number), cell_of(part.length), text(part.colour), count_cell(amount.in),
                  count_cell(amount.out), mass_cell(amount.weight), mass_cell(together), Cell()},
                 rack,
                 ""});
        }
        if (sum.value > 0)
            table.rows.push_back({{text(rack),
                                   std::string("sum"),
                                   std::string("all that is mounted, as far as weights are known"),
                                   {},
                                   {},
                                   {},
                                   {},
                                   {},
                                   {},
                                   {},
                                   mass_cell(sum),
                                   {}},
                                  rack,
                                  ""});
    }
    return table;
}

Table order_table(const Desk& desk) {
    const auto& stock = desk.job().stock;
    Table table{"order",
                "Bill of materials and order",
                stock ? "All racks together, with spares by the standard's rules, against the "
                        "stock that was given. What comes back is used again."
                      : "All racks together, with spares by the standard's rules. No stock was "
                        "given: everything is to be ordered.",
                {printed("kind", "Kind"), printed("part", "Part"), printed("hardware", "Hardware"),
                 printed("part_number", "Part number"), printed("length_m", "Length (m)"),
                 printed("colour", "Colour"), printed("needed", "Needed"),
                 printed("spares", "Spares"), printed("in_stock", "In stock", stock.has_value()),
                 printed("to_order", "To order"),
                 printed("comes_back", "Comes back", desk.is_change()),
                 to_fill("ordered", "Ordered", Fill::tick, 7)},
                {},
                false};
    Stock left = stock.value_or(Stock{});
    for (const auto& [part, line] : lines_of(desk)) {
        const std::int64_t wanted = line.needed + line.spares, have = in_stock(left, part);
        const std::int64_t used = std::min(wanted, have);
        // one part may stand here in several colours; what one takes the next does not have
        std::int64_t take = used;
        for (StockLine& one : left)
            if ((one.part == part.name || (!part.number.empty() && one.part == part.number)) &&
                one.length == part.length) {
                const std::int64_t from_it = std::min(take, one.count);
                one.count -= from_it;
                take -= from_it;
            }
        table.rows.push_back(
            {{std::string(to_text(part.kind)), part.name, text(part.hardware), text(part.number),
              cell_of(part.length), text(part.colour), count_cell(line.needed),
              count_cell(line.spares), stock ? Cell(have) : Cell(),
              Cell(std::max<std::int64_t>(wanted - used - line.back, 0)), count_cell(line.back),
              Cell()},
             "",
             ""});
    }
    return table;
}

std::vector<std::string> unused_stock(const Stock& stock, const Sheet& sheet) {
    std::set<std::pair<std::string, std::string>> known;
    for (const Table& table : sheet.tables) {
        if (table.key != "order") continue;
        const auto at = [&](const Row& row, std::string_view key) {
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].key == key) return to_text(row.cells[i]);
            return std::string();
        };
        for (const Row& row : table.rows)
            for (const char* name : {"part", "part_number"})
                known.emplace(at(row, name), at(row, "length_m"));
    }
    std::vector<std::string> out;
    for (const StockLine& line : stock) {
        const std::string length = line.length ? thousandths_text(line.length->value) : "";
        if (!known.contains({line.part, length}))
            out.push_back(line.part + (length.empty() ? "" : " " + length + " m"));
    }
    return out;
}

}  // namespace colo::sheets
