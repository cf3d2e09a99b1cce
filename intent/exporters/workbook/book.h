// A workbook that is being written: libxlsxwriter's objects, and what went wrong with them.
#pragma once

#include <xlsxwriter.h>

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "intent/base/result.h"

namespace colo::sheets::xlsx {

/// How a cell looks, and whether it may be changed. Colours are `#rrggbb`; empty: none.
struct Look {
    double size = 9;  ///< of the font, in points
    bool bold = false, italic = false, wraps = false, shrinks = false, is_open = false;
    enum class Side : std::uint8_t { usual, centre, right } side = Side::usual;
    std::string ink, fill, edge;
    bool hatched = false;  ///< with `ink` on `fill`
    bool dotted = false;   ///< its edge
    std::string number;    ///< a number format, `@` for texts (18.8.31)

    auto operator<=>(const Look&) const = default;
};

/// `#rrggbb` as a number; black for what is none.
lxw_color_t colour_of(const std::string& hex);
/// Black or white: what is read better on that colour.
std::string ink_on(const std::string& hex);

class Book {
public:
    Book();
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    lxw_workbook* get() { return book_; }
    lxw_format* format(const Look& look);
    /// Keeps the first thing that went wrong for `bytes`.
    void check(lxw_error error);
    /// The file. To be asked once, at the end.
    Result<std::string> bytes();

private:
    lxw_workbook* book_ = nullptr;
    int file_ = -1;  // in memory
    lxw_error first_error_ = LXW_NO_ERROR;
    std::map<Look, lxw_format*> formats_;
};

using RowNumber = lxw_row_t;  ///< from 0
using ColumnNumber = lxw_col_t;

/// One worksheet of a book, which must outlive it.
class Worksheet {
public:
    /// `name` is one of `worksheet_names`.
    Worksheet(Book& book, const std::string& name);

    lxw_worksheet* get() { return sheet_; }
    Book& book() { return *book_; }

    /// Never a formula, whatever it begins with. Empty: a cell that only looks.
    void text(RowNumber row, ColumnNumber column, const std::string& text, const Look& look);
    void number(RowNumber row, ColumnNumber column, double number, const Look& look);
    /// A text that leads to another worksheet of the book.
    void link(RowNumber row, ColumnNumber column, const std::string& sheet, const Look& look);
    /// One cell over several. No two of these may overlap.
    void merged(RowNumber first_row, ColumnNumber first_column, RowNumber last_row,
                ColumnNumber last_column, const std::string& text, const Look& look);
    /// In points.
    void height(RowNumber row, double points);
    /// In characters of the default font.
    void width(ColumnNumber column, double characters, bool is_hidden = false);

private:
    Book* book_;
    lxw_worksheet* sheet_;
};

}  // namespace colo::sheets::xlsx
