#include <algorithm>

#include "intent/exporters/cabling/cabling_layout.h"

namespace colo::exporters::cabling {

namespace {

// A row of more lines than this may begin on a page that has room for some of them.
constexpr std::size_t long_row = 12, least_part = 6;

using Places = std::vector<std::size_t>;  // in each strip, the first line that is not yet on a page

std::size_t lines_left(const ColumnSheet::SheetRow& row, const Places& from) {
    std::size_t left = 0;
    for (std::size_t strip = 0; strip < from.size(); ++strip)
        left = std::max(left, row.strips[strip].size() - from[strip]);
    return left;
}

/// Where a part of at most so many lines ends; wires are kept whole where they can be.
std::size_t end_of_part(const CellLines& lines, std::size_t from, std::size_t most) {
    const std::size_t to = std::min(lines.size(), from + most);
    if (to == lines.size()) return to;
    std::size_t whole = to;
    while (whole > from && !lines[whole - 1].is_last) --whole;
    return whole > from ? whole : to;
}

class Pages {
public:
    Pages(ColumnSheet& sheet, const Layout& layout) : sheet_(sheet), layout_(layout) {}

    void fill() {
        sheet_.row_gap = Layout::least_row_gap;
        begin_page();
        for (std::size_t index = 0; index < sheet_.rows.size(); ++index) add_row(index);
        spread();
    }

private:
    void begin_page() {
        sheet_.pages.emplace_back();
        y_ = layout_.body_top(sheet_);
    }

    std::size_t lines_that_fit() const {
        const Micrometres room = layout_.body_bottom() - y_ - Layout::least_row_gap;
        return static_cast<std::size_t>(std::max<Micrometres>(0, room / layout_.pitch()));
    }

    void add_row(std::size_t index) {
        const ColumnSheet::SheetRow& row = sheet_.rows[index];
        Places from(row.strips.size(), 0);
        bool is_continued = false;
        do {
            const std::size_t left = lines_left(row, from), room = lines_that_fit();
            const bool may_part = left > long_row && room >= least_part;
            if (left > room && !may_part && !sheet_.pages.back().empty()) begin_page();
            add_part(index, from, is_continued);
            is_continued = true;
            if (lines_left(row, from) > 0) begin_page();
        } while (lines_left(row, from) > 0);
    }

    void add_part(std::size_t index, Places& from, bool is_continued) {
        const std::size_t most = std::max<std::size_t>(1, lines_that_fit());
        Slice slice{index, is_continued, {}, 1};
        for (std::size_t strip = 0; strip < from.size(); ++strip) {
            const std::size_t to = end_of_part(sheet_.rows[index].strips[strip], from[strip], most);
            slice.ranges.emplace_back(from[strip], to);
            slice.lines = std::max(slice.lines, to - from[strip]);
            from[strip] = to;
        }
        y_ += layout_.height_of(slice.lines, sheet_);
        sheet_.pages.back().push_back(std::move(slice));
    }

    void spread() {
        Micrometres gap = Layout::largest_row_gap;
        for (const std::vector<Slice>& page : sheet_.pages) {
            if (page.empty()) continue;
            Micrometres left = layout_.body_bottom() - layout_.body_top(sheet_);
            for (const Slice& slice : page) left -= layout_.height_of(slice.lines, sheet_);
            gap = std::min(gap, sheet_.row_gap + left / static_cast<Micrometres>(page.size()));
        }
        sheet_.row_gap = std::max(gap, sheet_.row_gap);
    }

    ColumnSheet& sheet_;
    const Layout& layout_;
    Micrometres y_ = 0;
};

}  // namespace

void paginate(ColumnSheet& sheet, const Layout& layout) { Pages(sheet, layout).fill(); }

}  // namespace colo::exporters::cabling
