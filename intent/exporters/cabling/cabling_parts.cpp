#include "intent/exporters/cabling/cabling_parts.h"

#include <fmt/format.h>

#include "intent/exporters/cabling/cabling_text.h"

namespace colo::exporters::cabling {

namespace {

constexpr Micrometres title_size = mm(4.5), note_size = mm(2.6), legend_size = mm(2.4);
constexpr Micrometres aside = mm(62);  // for revision and page

/// The title's lines: smaller when it is long, and cut off only when it is endless.
struct Title {
    Micrometres size = title_size;
    std::vector<std::string> lines;
};

Title title_of(const Frame& frame, const Heading& heading) {
    const Micrometres room = frame.across() - aside;
    if (wrapped(heading.title, title_size, room, Weight::bold).size() <= 2)
        return {title_size, wrapped_at_most(2, heading.title, title_size, room, Weight::bold)};
    return {note_size, wrapped_at_most(8, heading.title, note_size, room, Weight::bold)};
}

std::vector<std::string> note_of(const Frame& frame, const Heading& heading) {
    return wrapped_at_most(8, heading.note, note_size, frame.across());
}

constexpr Micrometres spaced(Micrometres size) { return size * 125 / 100; }

Micrometres height_of(std::size_t lines, Micrometres size) {
    return static_cast<Micrometres>(lines) * spaced(size);
}

Rect around(Point at, Micrometres half, CableKind kind, Micrometres corner) {
    return {{at.x - half, at.y - half, 2 * half, 2 * half}, mark_style(kind), corner};
}

}  // namespace

void append(Shapes& out, Shapes more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

Micrometres heading_height(const Frame& frame, const Heading& heading) {
    const Title title = title_of(frame, heading);
    return std::max(height_of(title.lines.size(), title.size), spaced(note_size)) +
           height_of(note_of(frame, heading).size(), note_size) + mm(2.5);
}

Shapes heading_shapes(const Frame& frame, const Heading& heading, std::size_t page,
                      std::size_t pages) {
    Shapes out;
    const Title title = title_of(frame, heading);
    Micrometres y = frame.top();
    std::string right = heading.revision > 0 ? fmt::format("revision {}", heading.revision)
                                             : std::string("not applied");
    if (pages > 1) right += fmt::format(", page {} of {}", page, pages);
    out.push_back({Text{
        {frame.right(), baseline_below(y, title.size)}, note_size, right, "strong", Anchor::end}});
    for (const std::string& content : title.lines) {
        out.push_back(
            {Text{{frame.left(), baseline_below(y, title.size)}, title.size, content, "strong"}});
        y += spaced(title.size);
    }
    y = std::max(y, frame.top() + spaced(note_size));
    for (const std::string& content : note_of(frame, heading)) {
        out.push_back(
            {Text{{frame.left(), baseline_below(y, note_size)}, note_size, content, "ink"}});
        y += spaced(note_size);
    }
    y += mm(0.8);
    out.push_back(line({frame.left(), y}, {frame.right(), y}, "rule"));
    return out;
}

Shapes legend_shapes(const Frame& frame, const std::map<CableKind, std::size_t>& kinds,
                     const std::vector<LegendSign>& signs) {
    constexpr Micrometres sample = mm(11), gap = mm(1.5), between = mm(5);
    const Micrometres middle = frame.bottom() - legend_size * 5 / 10 - mm(0.2);
    Shapes out;
    Micrometres x = frame.left();
    const auto add_text = [&](const std::string& content) {
        out.push_back({Text{{x, middle + legend_size * 28 / 100}, legend_size, content, "ink"}});
        x += text_width(content, legend_size) + between;
    };
    for (const auto& [kind, count] : kinds) {
        out.push_back(line({x, middle}, {x + sample - mm(1), middle}, line_style(kind)));
        out.push_back(dot({x + sample - mm(1), middle}, kind));
        x += sample + gap;
        add_text(fmt::format("{} ({})", to_text(kind), count));
    }
    const CableKind any = kinds.empty() ? CableKind::data : kinds.begin()->first;
    for (const LegendSign& one : signs) {
        const Point at{x + mm(1), middle};
        out.push_back(one.sign == Sign::own_lane ? square(at, any) : arrow_head(at, any));
        x += mm(2) + gap;
        add_text(one.text);
    }
    return out;
}

Shape dot(Point at, CableKind kind) { return {around(at, mm(0.6), kind, mm(0.6))}; }
Shape square(Point at, CableKind kind) { return {around(at, mm(0.8), kind, 0)}; }

Shape arrow_head(Point at, CableKind kind) {
    constexpr Micrometres length = mm(1), half = mm(0.5);
    return {Lines{{{{at.x - length, at.y - half}, at}, {{at.x - length, at.y + half}, at}},
                  tip_style(kind)}};
}

Shape line(Point from, Point to, std::string style) {
    return {Lines{{{from, to}}, std::move(style)}};
}

Drawing blank_page(const Frame& frame, const std::string& title, const CableColours& colours) {
    Drawing out{frame.width, frame.height, title, cabling_styles(colours), {}};
    out.shapes.push_back({Rect{{0, 0, frame.width, frame.height}, "paper"}});
    return out;
}

}  // namespace colo::exporters::cabling
