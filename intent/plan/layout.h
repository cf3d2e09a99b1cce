// How the lines of a plan stand on the page: signs, aligned columns, reasons, colour.
#pragma once

#include <string>
#include <vector>

#include "intent/plan/plan.h"

namespace colo::plan {

/// One line: its cells are aligned with those of the other entries of its block.
struct Entry {
    Action action = Action::add;
    std::vector<std::string> cells;
    std::string because;
    bool is_risk = false;  ///< shown as `!`
};
using Block = std::vector<Entry>;

class Page {
public:
    explicit Page(bool colour) : colour_(colour) {}

    /// A plain line, wrapped where it is wider than the page.
    void line(const std::string& text);
    void blank() { text_ += '\n'; }

    /// A group under its label. A reason stands once below the entries that share it, and is not
    /// said again while the next entries have the same.
    void group(const std::string& label, const std::vector<Block>& blocks);

    std::string text() && { return std::move(text_); }

private:
    void block(std::string& label, const Block& block);
    std::string painted(const char* code, const std::string& text) const;

    bool colour_;
    std::string text_;
    std::string said_;  // the reason last given
};

}  // namespace colo::plan
