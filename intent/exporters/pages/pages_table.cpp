#include <algorithm>

#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pages/pages_row.h"

namespace colo::sheets {

namespace {

using exporters::Text;

constexpr Micrometres title_size = mm(4.6), small_size = mm(2.4);
/// A row that is split leaves at least so many lines on the page where it begins.
constexpr std::size_t least_part = 3;

/// Lays rows on pages, one after the other.
class TablePages {
public:
    TablePages(const Table& table, const Cover& cover, Paper paper)
        : table_(table),
          cover_(cover),
          paper_(paper),
          body_(page_body(paper, true)),
          grid_(grid_of(table, body_.x, body_.width)) {}

    std::vector<Drawing> lay() && {
        const std::string* section = nullptr;
        for (const Row& row : table_.rows) {
            const std::string& of_row = table_.pages_by_section ? row.section : none_;
            if (!section || *section != of_row) begin_page(of_row, false);
            section = &of_row;
            add(row);
        }
        if (!section) {
            begin_page(none_, false);
            y_ += mm(1);
            line("None.", mm(2.8), "ink", Weight::regular);
        }
        return std::move(pages_);
    }

private:
    void line(const std::string& text, Micrometres size, const char* style, Weight weight) {
        for (std::string& one : wrapped(text, ems_in(body_.width, size), weight)) {
            page().shapes.push_back({Text{{body_.x, y_ + size}, size, std::move(one), style}});
            y_ += line_step(size);
        }
    }

    void begin_page(const std::string& section, bool continued) {
        section_ = section;
        const std::string title = table_.title + (section.empty() ? "" : ", " + section);
        pages_.push_back(empty_page(paper_, true, title));
        y_ = body_.y;
        line(cover_.site + " · " + cover_.title + " · " + cover_.scope, small_size, "faint",
             Weight::regular);
        y_ += mm(0.8);
        line(title + (continued ? " (continued)" : ""), title_size, "strong", Weight::bold);
        y_ += mm(0.6);
        if (pages_.size() == 1 && !table_.note.empty()) {
            line(table_.note, mm(2.8), "ink", Weight::regular);
            y_ += mm(0.6);
        }
        y_ += mm(1);
        if (!grid_.columns.empty()) y_ = draw_header(page(), table_, grid_, y_);
        top_ = y_;
        banded_ = false;
    }

    void add(const Row& row) {
        const RowLines lines = lines_of(row, table_, grid_);
        if (y_ + height_of(lines, lines.count, grid_) > body_.bottom() && goes_over(lines))
            begin_page(section_, true);
        std::size_t first = 0;
        while (true) {
            const std::size_t count = std::min(lines.count - first, lines_left(lines));
            y_ = draw_row(page(), {row, lines, first, count, banded_}, table_, grid_, y_);
            first += count;
            if (first >= lines.count) break;
            begin_page(section_, true);
        }
        banded_ = !banded_;
    }

    /// Whether a row that does not fit here begins on the next page rather than here.
    bool goes_over(const RowLines& lines) const {
        if (y_ == top_) return false;
        const Micrometres whole_page = body_.bottom() - top_;
        return height_of(lines, lines.count, grid_) <= whole_page ||
               y_ + height_of(lines, least_part, grid_) > body_.bottom();
    }

    /// How many lines of a row have room on this page; never none, so that there is an end.
    std::size_t lines_left(const RowLines& lines) const {
        std::size_t out = 1;
        while (out < lines.count && y_ + height_of(lines, out + 1, grid_) <= body_.bottom()) ++out;
        return out;
    }

    Drawing& page() { return pages_.back(); }

    const Table& table_;
    const Cover& cover_;
    const Paper paper_;
    const Box body_;
    const Grid grid_;
    const std::string none_;
    std::string section_;
    std::vector<Drawing> pages_;
    Micrometres y_ = 0, top_ = 0;
    bool banded_ = false;
};

}  // namespace

std::vector<Drawing> table_pages(const Table& table, const Cover& cover, Paper paper) {
    return TablePages(table, cover, paper).lay();
}

}  // namespace colo::sheets
