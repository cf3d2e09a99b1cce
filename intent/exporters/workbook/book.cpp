#include "intent/exporters/workbook/book.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include "intent/exporters/workbook/cell_text.h"

namespace colo::sheets::xlsx {

namespace {

Failure not_written(std::string cause) {
    return {"workbook-not-written",
            "the workbook could not be written",
            {std::move(cause)},
            "it needs room for temporary files in $TMPDIR or /tmp",
            true};
}

void set_edge(lxw_format* format, const Look& look) {
    if (look.edge.empty()) return;
    format_set_border(format, look.dotted ? LXW_BORDER_DOTTED : LXW_BORDER_THIN);
    format_set_border_color(format, colour_of(look.edge));
}

void set_fill(lxw_format* format, const Look& look) {
    if (look.fill.empty()) return;
    format_set_pattern(format, look.hatched ? LXW_PATTERN_LIGHT_UP : LXW_PATTERN_SOLID);
    if (look.hatched) {
        format_set_bg_color(format, colour_of(look.fill));
        format_set_fg_color(format, colour_of(look.edge));
    } else {
        format_set_fg_color(format, colour_of(look.fill));
    }
}

void set_place(lxw_format* format, const Look& look) {
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look.side == Look::Side::centre) format_set_align(format, LXW_ALIGN_CENTER);
    if (look.side == Look::Side::right) {
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);  // off the text that follows
    }
    if (look.wraps) format_set_text_wrap(format);
    if (look.shrinks) format_set_shrink(format);
}

}  // namespace

lxw_color_t colour_of(const std::string& hex) {
    lxw_color_t out = 0;
    if (hex.size() == 7) std::from_chars(hex.data() + 1, hex.data() + 7, out, 16);
    return out == 0 ? lxw_color_t{LXW_COLOR_BLACK} : out;  // 0 is "no colour" to the library
}

std::string ink_on(const std::string& hex) {
    const auto colour = static_cast<int>(colour_of(hex) & 0xFFFFFF);
    const int red = colour >> 16, green = colour >> 8 & 0xFF, blue = colour & 0xFF;
    return red * 299 + green * 587 + blue * 114 > 140'000 ? "#000000" : "#ffffff";
}

Book::Book() : file_(memfd_create("colo-workbook", MFD_CLOEXEC)) {
    const std::string path = fmt::format("/proc/self/fd/{}", file_);
    book_ = workbook_new(path.c_str());
    COLO_ASSERT(book_, "no memory for a workbook");
}

Book::~Book() {
    if (book_) lxw_workbook_free(book_);
    if (file_ >= 0) ::close(file_);
}

lxw_format* Book::format(const Look& look) {
    lxw_format*& format = formats_[look];
    if (format) return format;
    format = workbook_add_format(book_);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look.size);
    if (look.bold) format_set_bold(format);
    if (look.italic) format_set_italic(format);
    if (!look.ink.empty()) format_set_font_color(format, colour_of(look.ink));
    if (!look.number.empty()) format_set_num_format(format, look.number.c_str());
    if (look.is_open) format_set_unlocked(format);
    set_edge(format, look);
    set_fill(format, look);
    set_place(format, look);
    return format;
}

void Book::check(lxw_error error) {
    if (first_error_ == LXW_NO_ERROR) first_error_ = error;
}

Result<std::string> Book::bytes() {
    if (file_ < 0) return not_written(std::strerror(errno));
    check(workbook_close(std::exchange(book_, nullptr)));  // frees it in any case
    if (first_error_ != LXW_NO_ERROR) return not_written(lxw_strerror(first_error_));
    struct stat about{};
    if (fstat(file_, &about) != 0) return not_written(std::strerror(errno));
    std::string out(static_cast<std::size_t>(about.st_size), '\0');
    for (std::size_t at = 0; at < out.size();) {
        const auto read = pread(file_, out.data() + at, out.size() - at, static_cast<off_t>(at));
        if (read <= 0) return not_written(read < 0 ? std::strerror(errno) : "it ends too soon");
        at += static_cast<std::size_t>(read);
    }
    return out;
}

Worksheet::Worksheet(Book& book, const std::string& name)
    : book_(&book), sheet_(workbook_add_worksheet(book.get(), name.c_str())) {
    COLO_ASSERT(sheet_, "a worksheet's name that is not one of worksheet_names");
}

void Worksheet::text(RowNumber row, ColumnNumber column, const std::string& text,
                     const Look& look) {
    lxw_format* format = book_->format(look);
    if (text.empty())
        book_->check(worksheet_write_blank(sheet_, row, column, format));
    else
        book_->check(worksheet_write_string(sheet_, row, column, cell_text(text).c_str(), format));
}

void Worksheet::number(RowNumber row, ColumnNumber column, double number, const Look& look) {
    book_->check(worksheet_write_number(sheet_, row, column, number, book_->format(look)));
}

void Worksheet::link(RowNumber row, ColumnNumber column, const std::string& sheet,
                     const Look& look) {
    const std::string target = "internal:'" + sheet + "'!A1";
    book_->check(worksheet_write_url_opt(sheet_, row, column, target.c_str(), book_->format(look),
                                         sheet.c_str(), nullptr));
}

void Worksheet::merged(RowNumber first_row, ColumnNumber first_column, RowNumber last_row,
                       ColumnNumber last_column, const std::string& text, const Look& look) {
    if (first_row == last_row && first_column == last_column)
        return this->text(first_row, first_column, text, look);
    book_->check(worksheet_merge_range(sheet_, first_row, first_column, last_row, last_column,
                                       cell_text(text).c_str(), book_->format(look)));
}

void Worksheet::height(RowNumber row, double points) {
    book_->check(worksheet_set_row(sheet_, row, points, nullptr));
}

void Worksheet::width(ColumnNumber column, double characters, bool is_hidden) {
    lxw_row_col_options options{};
    options.hidden = is_hidden ? LXW_TRUE : LXW_FALSE;
    book_->check(worksheet_set_column_opt(sheet_, column, column, characters, nullptr, &options));
}

}  // namespace colo::sheets::xlsx
