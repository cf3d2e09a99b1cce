#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/elevation_parts.h"

namespace colo::exporters {

namespace {

constexpr Micrometres row_height = mm(5), size = mm(2.6);
constexpr Micrometres first_column = mm(32), second_column = mm(117);
constexpr Micrometres cell_text = mm(52), bar_width = mm(24), bar_beyond = mm(5);

/// `3.31 kW of 5 kW (66 %)` with a bar. More than all of it is said in words as well as shown.
template <class Q>
Shapes gauge(Q load, Q limit, Point at) {
    const bool is_over = load > limit;
    std::int64_t percent = limit.value > 0 ? (load.value * 100 + limit.value / 2) / limit.value : 0;
    if (is_over) percent = std::max<std::int64_t>(percent, 101);
    std::string text = fmt::format("{} of {} ({} %)", to_text(load), to_text(limit), percent);
    if (limit.value <= 0) text = to_text(load) + " of nothing";
    if (is_over) text += " OVER";
    const Box frame{at.x + cell_text, at.y + mm(1), bar_width, row_height - mm(2)};
    const Micrometres length =
        limit.value <= 0 ? 0
                         : std::min(load.value * bar_width / limit.value, bar_width + bar_beyond);
    Shapes out;
    out.push_back(
        {fitted({{at.x, baseline(frame.middle(), size)}, size, text, is_over ? "alarm" : "ink"},
                cell_text - mm(1), is_over ? Weight::bold : Weight::regular)});
    out.push_back({Rect{{frame.x, frame.y, length, frame.height}, is_over ? "bar-over" : "bar"}});
    out.push_back({Rect{frame, "bar-frame"}});
    return out;
}

/// Rows of a label and two columns, from the top down.
class Rows {
public:
    explicit Rows(Micrometres top) : top_(top) {}

    void row(const std::string& label) {
        if (begun_) top_ += row_height;
        begun_ = true;
        text(Page::margin, label, "strong", first_column - Page::margin - mm(1), Weight::bold);
    }
    void note(Micrometres x, const std::string& content) {
        text(x, content, "faint", width_from(x), Weight::regular);
    }
    void plain(Micrometres x, const std::string& content) {
        text(x, content, "ink", width_from(x), Weight::regular);
    }
    template <class Q>
    void bar(Micrometres x, Q load, Q limit) {
        Shapes more = gauge(load, limit, {x, top_});
        std::move(more.begin(), more.end(), std::back_inserter(shapes_));
    }
    void text(Micrometres x, const std::string& content, const char* style, Micrometres width,
              Weight weight) {
        const Point at{x, baseline(top_ + row_height / 2, size)};
        shapes_.push_back({fitted({at, size, content, style}, width, weight)});
    }
    static Micrometres width_from(Micrometres x) {
        return (x < second_column ? second_column : Page::right) - x - mm(1);
    }
    Micrometres bottom() const { return top_ + row_height; }
    Shapes take() { return std::move(shapes_); }

private:
    Micrometres top_;
    bool begun_ = false;
    Shapes shapes_;
};

void add_feeds(Rows& rows, const RackView& view) {
    const PowerBasis& basis = view.head.power_basis;
    rows.row("Power");
    if (view.rack.feeds.empty()) return rows.note(first_column, "no feeds");
    rows.note(first_column, "load, sum of " + basis.budget + " draws");
    rows.note(second_column, "with another feed lost, sum of " + basis.feed_loss + " draws");
    for (const auto& [name, feed] : view.rack.feeds) {
        rows.row("Feed " + name);
        rows.bar(first_column, basis.budget == "typical" ? feed.typical : feed.maximum,
                 feed.capacity);
        if (feed.failover)
            rows.bar(second_column, *feed.failover, feed.capacity);
        else
            rows.note(second_column, "no second feed");
    }
}

void add_weight(Rows& rows, const RackView& view) {
    rows.row("Weight");
    if (view.rack.max_weight)
        rows.bar(first_column, view.rack.weight, *view.rack.max_weight);
    else
        rows.plain(first_column, to_text(view.rack.weight) + ", no limit known");
    const auto unknown =
        std::count_if(view.devices.begin(), view.devices.end(),
                      [](const Device* device) { return !device->weight && !device->parent; });
    if (unknown > 0)
        rows.note(second_column,
                  "not counted: " + count_of(static_cast<std::size_t>(unknown), "device") +
                      " of unknown weight");
}

void add_space(Rows& rows, const RackView& view, const RackLayout& layout) {
    const FreeUnits free = layout.free_units();
    rows.row("Free units");
    rows.plain(first_column, fmt::format("{} of {} U on both faces", free.both, view.rack.units));
    std::int64_t reserved = 0;
    for (const ReservedUnits& units : reserved_units(view.rack))
        reserved += units.last - units.first + 1;
    std::string half;
    if (free.front_only > 0) half += fmt::format(", {} U on the front only", free.front_only);
    if (free.rear_only > 0) half += fmt::format(", {} U on the rear only", free.rear_only);
    if (reserved > 0) half += fmt::format(", {} U are reserved", reserved);
    if (!half.empty())
        rows.plain(second_column,
                   (reserved > 0 && free.front_only + free.rear_only == 0 ? "" : "also ") +
                       half.substr(2));
    if (layout.without_room.empty()) return;
    std::string names;
    for (const Device* device : layout.without_room)
        names += (names.empty() ? "" : ", ") + device->name + " " + view.places.units(*device);
    rows.row("Not drawn");
    rows.text(first_column, "no room where they are to stand: " + names, "alarm",
              Page::right - first_column, Weight::bold);
}

}  // namespace

Part sums(const RackView& view, const RackLayout& layout, Micrometres top) {
    Rows rows(top);
    add_space(rows, view, layout);
    add_weight(rows, view);
    add_feeds(rows, view);
    rows.row("");
    rows.text(Page::margin,
              "U1 is at the bottom. Labels name a device of several units by its topmost one.",
              "faint", Page::right - Page::margin, Weight::regular);
    const Micrometres height = rows.bottom() - top;
    return {rows.take(), height};
}

}  // namespace colo::exporters
