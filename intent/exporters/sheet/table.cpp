#include "intent/exporters/sheet/table.h"

#include "intent/base/result.h"
#include "intent/exporters/csv.h"
#include "intent/exporters/json_text.h"

namespace colo::sheets {

using exporters::append_json;

namespace {

void append_cell(std::string& out, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        append_json(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
        append_json(out, *number);
    else if (const auto* decimal = std::get_if<Thousandths>(&cell))
        exporters::append_json_thousandths(out, decimal->value);
    else
        out += "null";
}

}  // namespace

std::string to_text(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* decimal = std::get_if<Thousandths>(&cell))
        return thousandths_text(decimal->value);
    return {};
}

std::string table_csv(const Table& table) {
    std::vector<std::string_view> header;
    for (const Column& column : table.columns) header.emplace_back(column.key);
    exporters::CsvText csv(header);
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) {
            if (const auto* number = std::get_if<std::int64_t>(&cell))
                csv.cell(std::optional(*number));
            else if (const auto* decimal = std::get_if<Thousandths>(&cell))
                csv.thousandths(decimal->value);
            else
                csv.cell(to_text(cell));
        }
        csv.end_line();
    }
    return csv.take();
}

std::string table_json(const Table& table) {
    std::string out = "{\"format\": \"colo-sheet/1\", \"table\": ";
    append_json(out, table.key);
    out += ", \"rows\": [";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Row& row = table.rows[i];
        COLO_ASSERT(row.cells.size() == table.columns.size(), "a row as wide as its table");
        out += i == 0 ? "\n{" : ",\n{";
        for (std::size_t j = 0; j < row.cells.size(); ++j) {
            if (j > 0) out += ", ";
            append_json(out, table.columns[j].key);
            out += ": ";
            append_cell(out, row.cells[j]);
        }
        out += '}';
    }
    return out + "\n]}\n";
}

}  // namespace colo::sheets
