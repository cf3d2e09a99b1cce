#include "intent/exporters/pages/pages_flow.h"

#include <algorithm>

namespace colo::sheets {

namespace {

using exporters::Anchor;
using exporters::Lines;
using exporters::Rect;
using exporters::Text;

constexpr Micrometres size_of_pairs = mm(3.2), label_width = mm(52), between = mm(3);
constexpr Micrometres blank_height = mm(9);

Weight weight_of(std::string_view style) {
    return style == "strong" ? Weight::bold : Weight::regular;
}

}  // namespace

Flow::Flow(Paper paper, std::string title)
    : paper_(paper), body_(page_body(paper, false)), title_(std::move(title)) {
    begin_page();
}

void Flow::begin_page() {
    pages_.push_back(empty_page(paper_, false, title_));
    y_ = body_.y;
}

void Flow::keep_together(Micrometres height) {
    if (y_ > body_.y && y_ + std::min(height, body_.height) > body_.bottom()) begin_page();
}

void Flow::draw(Micrometres x, std::string content, Micrometres size, const char* style) {
    pages_.back().shapes.push_back({Text{{x, y_ + size}, size, std::move(content), style}});
}

void Flow::text(std::string_view content, Micrometres size, const char* style) {
    for (std::string& line : wrapped(content, ems_in(body_.width, size), weight_of(style))) {
        keep_together(line_step(size));
        draw(body_.x, std::move(line), size, style);
        y_ += line_step(size);
    }
}

void Flow::pair(const std::string& what, const std::string& content) {
    const Micrometres x = body_.x + label_width + between;
    const auto labels = wrapped(what, ems_in(label_width, size_of_pairs));
    const auto texts = wrapped(content, ems_in(body_.right() - x, size_of_pairs));
    for (std::size_t i = 0; i < std::max(labels.size(), texts.size()); ++i) {
        keep_together(line_step(size_of_pairs));
        if (i < labels.size()) draw(body_.x, labels[i], size_of_pairs, "faint");
        if (i < texts.size()) draw(x, texts[i], size_of_pairs, "ink");
        y_ += line_step(size_of_pairs);
    }
    gap(mm(1.2));
}

void Flow::count(const std::string& what, const std::string& number) {
    const Micrometres room = body_.width - label_width;
    bool is_first = true;
    for (std::string& line : wrapped(what, ems_in(room, size_of_pairs))) {
        keep_together(line_step(size_of_pairs) + mm(1.8));
        draw(body_.x, std::move(line), size_of_pairs, "ink");
        if (is_first)
            pages_.back().shapes.push_back({Text{
                {body_.right(), y_ + size_of_pairs}, size_of_pairs, number, "ink", Anchor::end}});
        is_first = false;
        y_ += line_step(size_of_pairs);
    }
    gap(mm(0.6));
    rule();
    gap(mm(1.2));
}

void Flow::blank(const std::string& what) {
    const auto labels = wrapped(what, ems_in(label_width, size_of_pairs));
    const auto lines = static_cast<Micrometres>(labels.size());
    const Micrometres height = std::max(blank_height, lines * line_step(size_of_pairs));
    keep_together(height);
    const Micrometres top = y_, x = body_.x + label_width + between;
    pages_.back().shapes.push_back({Rect{{x, top, body_.right() - x, height}, "box"}});
    y_ += (height - lines * line_step(size_of_pairs)) / 2;
    for (const std::string& label : labels) {
        draw(body_.x, label, size_of_pairs, "ink");
        y_ += line_step(size_of_pairs);
    }
    y_ = top + height + mm(2);
}

void Flow::rule() {
    keep_together(0);
    pages_.back().shapes.push_back({Lines{{{{body_.x, y_}, {body_.right(), y_}}}, "rule"}});
}

}  // namespace colo::sheets
