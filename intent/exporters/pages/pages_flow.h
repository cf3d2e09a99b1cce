// Text that runs down portrait pages, as many as it takes: the cover and letters.
#pragma once

#include <utility>

#include "intent/exporters/pages/pages_parts.h"

namespace colo::sheets {

class Flow {
public:
    Flow(Paper paper, std::string title);

    /// Wraps over the whole width; the style is `ink`, `faint` or `strong`.
    void text(std::string_view content, Micrometres size, const char* style);
    /// What it is, and beside it its text.
    void pair(const std::string& what, const std::string& content);
    /// What it is, and at the right how many.
    void count(const std::string& what, const std::string& number);
    /// What it is, and beside it a box to write into.
    void blank(const std::string& what);
    void rule();
    void gap(Micrometres height) { y_ += height; }
    /// What follows up to so high begins on a page that has room for it.
    void keep_together(Micrometres height);

    std::vector<Drawing> pages() && { return std::move(pages_); }

private:
    void begin_page();
    void draw(Micrometres x, std::string content, Micrometres size, const char* style);

    Paper paper_;
    Box body_;
    std::string title_;
    std::vector<Drawing> pages_;
    Micrometres y_ = 0;
};

}  // namespace colo::sheets
