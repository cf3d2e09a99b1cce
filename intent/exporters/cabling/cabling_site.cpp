#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intent/base/names.h"
#include "intent/exporters/cabling/cabling_bundles.h"
#include "intent/exporters/cabling/cabling_parts.h"
#include "intent/exporters/cabling/cabling_text.h"

namespace colo::exporters {

namespace cabling {

namespace {

constexpr Micrometres size = mm(2.3), pitch = size * 130 / 100, row_gap = mm(1.3), gap = mm(3);
constexpr Micrometres least_pitch = mm(3.4), widest_pitch = mm(19), tallest_head = mm(32);
constexpr std::size_t text_columns = 3;

/// A bundle as it is told: `R01 - R04`, `12 x om4-lc 10 m`, its labels.
struct Row {
    const Bundle* bundle;
    std::array<std::string, text_columns> texts;
    std::array<std::vector<std::string_view>, text_columns> lines;  ///< of the texts
    std::size_t line_count = 1;
};

/// The part of a row that stands on a page.
struct Slice {
    const Row* row;
    std::size_t first, count;
};

/// Racks that stand side by side on a page: [first, last).
struct Span {
    std::size_t first, last;

    bool holds(std::size_t place) const { return place >= first && place < last; }
};

class SitePages {
public:
    explicit SitePages(const SiteCablingView& view)
        : view_(view),
          frame_{view.paper.wide, view.paper.narrow},
          bundles_(bundles_of(view.intent, view.ends)) {
        heading_ = {view.title, "", view.revision};
        if (heading_.title.empty())
            heading_.title = view.intent.head.site + "  cabling between racks";
        heading_.note = fmt::format("{} in {} between {}", count_of(bundles_.cable_count, "cable"),
                                    count_of(bundles_.bundles.size(), "bundle"),
                                    count_of(bundles_.racks.size(), "rack"));
        if (bundles_.has_outside) heading_.note += " and outside";
        if (bundles_.bundles.empty()) heading_.note = "no cable runs between racks or to outside";
        set_columns();
    }

    std::vector<Drawing> draw() {
        std::vector<Row> rows;
        for (const Bundle& bundle : bundles_.bundles) rows.push_back(row_of(bundle));
        for (Row& row : rows) wrap(row);  // rows stay where they are from here on
        std::vector<std::pair<Span, std::vector<Slice>>> pages;
        for (std::size_t first = 0; first < bundles_.places() || pages.empty(); first += each_) {
            const Span span{first, std::min(first + each_, bundles_.places())};
            for (auto& slices : pages_of(rows, span)) pages.emplace_back(span, std::move(slices));
        }
        std::vector<Drawing> out;
        for (const auto& [span, slices] : pages) {
            Drawing page = blank_page(frame_, heading_.title, view_.colours);
            append(page.shapes, heading_shapes(frame_, heading_, out.size() + 1, pages.size()));
            append(page.shapes, body(span, slices));
            append(page.shapes, legend_shapes(frame_, bundles_.kinds, signs()));
            out.push_back(std::move(page));
        }
        return out;
    }

private:
    Row row_of(const Bundle& bundle) const {
        return {&bundle,
                {bundles_.place_name(bundle.from) + " - " + bundles_.place_name(bundle.to),
                 bundle.what(), bundle.labels()},
                {}};
    }

    void wrap(Row& row) const {
        for (std::size_t i = 0; i < text_columns; ++i) {
            row.lines[i] = wrapped(row.texts[i], size, widths_[i], weight(i));
            row.line_count = std::max(row.line_count, row.lines[i].size());
        }
    }

    static Weight weight(std::size_t column) {
        return column == 0 ? Weight::bold : Weight::regular;
    }

    /// Texts get what they need up to a limit, racks what is left.
    void set_columns() {
        constexpr std::array<Micrometres, text_columns> widest{mm(42), mm(50), mm(52)};
        Micrometres used = 0;
        for (const Bundle& bundle : bundles_.bundles) {
            const Row row = row_of(bundle);
            for (std::size_t i = 0; i < text_columns; ++i)
                widths_[i] = std::min(
                    widest[i], std::max(widths_[i], text_width(row.texts[i], size, weight(i))));
        }
        for (const Micrometres width : widths_) used += width + gap;
        racks_left_ = frame_.left() + used;
        const Micrometres room = frame_.right() - racks_left_;
        const auto places = std::max<Micrometres>(1, static_cast<Micrometres>(bundles_.places()));
        each_ = static_cast<std::size_t>(std::min(places, room / least_pitch));
        const auto on_a_page = static_cast<Micrometres>(each_);
        pitch_ = std::min(room / on_a_page, widest_pitch);
        for (std::size_t place = 0; place < bundles_.places(); ++place) {
            const Micrometres width = name_width(place);
            is_upwards_ = is_upwards_ || width > pitch_ - mm(1);
            head_height_ = std::max(head_height_, std::min(width, tallest_head));
        }
        head_height_ = (is_upwards_ ? head_height_ : size) + mm(2);
        body_top_ = frame_.top() + heading_height(frame_, heading_) + mm(1) + head_height_;
    }

    Micrometres name_width(std::size_t place) const {
        return text_width(bundles_.place_name(place), size, Weight::bold);
    }

    Micrometres body_bottom() const { return frame_.bottom() - legend_height - mm(1); }
    Micrometres x_of(const Span& span, std::size_t place) const {
        return racks_left_ + pitch_ * static_cast<Micrometres>(place - span.first) + pitch_ / 2;
    }

    std::vector<std::vector<Slice>> pages_of(const std::vector<Row>& rows, const Span& span) const {
        std::vector<std::vector<Slice>> pages;
        const auto page_room = body_bottom() - body_top_;
        Micrometres room = 0;
        for (const Row& row : rows) {
            if (!span.holds(row.bundle->from)) continue;
            for (std::size_t first = 0; first < row.line_count;) {
                const auto left = static_cast<Micrometres>(row.line_count - first);
                if (room < std::min(left * pitch + row_gap, page_room)) {
                    pages.emplace_back();
                    room = page_room;
                }
                const Micrometres count =
                    std::max<Micrometres>(1, std::min(left, (room - row_gap) / pitch));
                pages.back().push_back({&row, first, static_cast<std::size_t>(count)});
                first += static_cast<std::size_t>(count);
                room -= count * pitch + row_gap;
            }
        }
        if (pages.empty() && span.first == 0) pages.emplace_back();
        return pages;
    }

    Shapes body(const Span& span, const std::vector<Slice>& slices) const {
        Shapes bands, bars;
        Micrometres y = body_top_;
        const Micrometres right =
            racks_left_ + pitch_ * static_cast<Micrometres>(span.last - span.first);
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const Micrometres height = static_cast<Micrometres>(slices[i].count) * pitch + row_gap;
            if (i % 2 == 0)
                bands.push_back({Rect{{frame_.left(), y, right - frame_.left(), height}, "band"}});
            bars.push_back({bar(span, slices[i], y, height)});
            y += height;
        }
        append(bands, racks(span, y));
        append(bands, std::move(bars));
        return bands;
    }

    Shapes racks(const Span& span, Micrometres bottom) const {
        Shapes out;
        const Micrometres head = body_top_ - mm(1);
        for (std::size_t place = span.first; place < span.last; ++place) {
            const Micrometres x = x_of(span, place);
            out.push_back(line({x, head}, {x, bottom}, "rack-line"));
            Group group{bundles_.place_name(place), {}};
            Text name{{x, head - size * 30 / 100}, size, group.title, "strong", Anchor::middle};
            if (is_upwards_) {
                name = {{x + size * 28 / 100, head - mm(0.5)}, size, group.title, "strong"};
                name.direction = Direction::upwards;
                name.content = shortened(group.title, size, head_height_ - mm(1.5), Weight::bold);
            }
            group.shapes.push_back({std::move(name)});
            out.push_back({std::move(group)});
        }
        return out;
    }

    Group bar(const Span& span, const Slice& slice, Micrometres top, Micrometres height) const {
        const Bundle& bundle = *slice.row->bundle;
        Group out{title_of(*slice.row), {}};
        Micrometres x = frame_.left() + mm(0.8);
        for (std::size_t i = 0; i < text_columns; ++i) {
            const auto& lines = slice.row->lines[i];
            Micrometres y = top + (row_gap + pitch - size) / 2;
            for (std::size_t at = slice.first;
                 at < std::min(slice.first + slice.count, lines.size()); ++at) {
                out.shapes.push_back({Text{{x, baseline_below(y, size)},
                                           size,
                                           std::string(lines[at]),
                                           i == 0 ? "strong" : "ink"}});
                y += pitch;
            }
            x += widths_[i] + gap;
        }
        const Micrometres y = top + height / 2;
        const Point from{x_of(span, bundle.from), y};
        const bool is_here = span.holds(bundle.to);
        const Point to{is_here ? x_of(span, bundle.to) : x_of(span, span.last - 1) + pitch_ / 2, y};
        if (from != to) out.shapes.push_back(line(from, to, line_style(bundle.kind)));
        out.shapes.push_back(dot(from, bundle.kind));
        if (from != to)
            out.shapes.push_back(is_here ? dot(to, bundle.kind) : arrow_head(to, bundle.kind));
        return out;
    }

    /// The bundle, and each of its cables on a line.
    std::string title_of(const Row& row) const {
        std::string out = row.texts[0] + ": " + row.texts[1] + ", " +
                          std::string(to_text(row.bundle->kind)) + ", " + row.texts[2];
        for (const Cable* cable : row.bundle->cables)
            out +=
                "\n" + cable_title(*cable, view_.ends.place(cable->a), view_.ends.place(cable->b));
        return out;
    }

    std::vector<LegendSign> signs() const {
        if (each_ >= bundles_.places()) return {};
        return {{Sign::leads_away, "goes on to a rack of another page"}};
    }

    const SiteCablingView& view_;
    Frame frame_;
    Bundles bundles_;
    Heading heading_;
    std::array<Micrometres, text_columns> widths_{};
    Micrometres racks_left_ = 0, pitch_ = 0, head_height_ = 0, body_top_ = 0;
    std::size_t each_ = 1;  ///< racks on a page
    bool is_upwards_ = false;
};

}  // namespace

}  // namespace cabling

std::vector<Drawing> site_cabling(const SiteCablingView& view) {
    return cabling::SitePages(view).draw();
}

}  // namespace colo::exporters
