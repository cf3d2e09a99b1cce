// Tables of a build sheet as values. The workbook, the printed pages, CSV and JSON are all made
// from these, so that they say the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "intent/base/units.h"

namespace colo::sheets {

/// A number that is shown with up to three decimals: 1250 is `1.25`.
struct Thousandths {
    std::int64_t value = 0;

    bool operator==(const Thousandths&) const = default;
};

/// What one cell holds; nothing where it does not apply or is to be filled in.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Thousandths>;

/// Who writes into a column, and what.
enum class Fill : std::uint8_t {
    printed,  ///< we do; it is not to be changed
    text,     ///< hands on site, anything
    number,   ///< hands on site, a number of 0 or more, with decimals
    tick,     ///< hands on site, `x` when done
    choice,   ///< hands on site, one of the column's words
    date,     ///< hands on site, a day
};

struct Column {
    std::string key;    ///< in CSV and JSON, and for import: `length_m`
    std::string title;  ///< for people: `Length (m)`
    Fill fill = Fill::printed;
    std::vector<std::string> choices;  ///< of a `choice`
    bool printed_on_paper = true;      ///< paper has no room for all
    bool for_programs = false;         ///< ids and the like: hidden in the workbook, not on paper
    /// The narrowest that it may be on paper, in characters: what is written by hand needs room.
    int least_width = 0;

    bool operator==(const Column&) const = default;
};

struct Row {
    std::vector<Cell> cells;  ///< as many as the table has columns
    /// Rows of one section follow each other: `R03`. Each begins on a new page. Empty: the rest.
    std::string section;
    /// A mark for the eye, a colour of `palette()`; empty: none. It never says what no text says.
    std::string colour;

    bool operator==(const Row&) const = default;
};

struct Table {
    std::string key;    ///< file name and workbook sheet: `cables`
    std::string title;  ///< `Cable schedule`
    std::string note;   ///< a sentence below the title: how to read or fill it; may be empty
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool pages_by_section = true;

    bool operator==(const Table&) const = default;
};

/// As text: nothing is empty, numbers as plain decimals.
std::string to_text(const Cell& cell);

inline Cell cell_of(const std::optional<std::string>& text) {
    return text && !text->empty() ? Cell(*text) : Cell();
}
inline Cell cell_of(const std::optional<std::int64_t>& number) {
    return number ? Cell(*number) : Cell();
}
template <class Tag>
Cell cell_of(const std::optional<Quantity<Tag>>& quantity) {
    return quantity ? Cell(Thousandths{quantity->value}) : Cell();
}

/// The table as CSV (see CsvText for the guard against formulas) and as JSON: an object with
/// `format` (`colo-sheet/1`), `table`, and `rows`, one object a row by the columns' keys.
std::string table_csv(const Table& table);
std::string table_json(const Table& table);

}  // namespace colo::sheets
