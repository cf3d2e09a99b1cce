#include "intent/plan/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace colo::plan {

namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t label_width = 16;

struct Sign {
    const char* text;
    const char* colour;
};

Sign sign_of(const Entry& entry) {
    if (entry.is_risk) return {"!", "31"};
    switch (entry.action) {
        case Action::add: return {"+", "32"};
        case Action::change: return {"~", "33"};
        case Action::remove: return {"-", "31"};
    }
    return {"", ""};
}

/// Breaks text at spaces; the first line has `used` columns taken, the others start at `indent`.
std::string wrapped(std::string_view text, std::size_t used, std::size_t indent) {
    std::string out;
    std::size_t column = used;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' ', text.find_first_not_of(' ')), text.size());
        const std::string_view word = text.substr(0, end);  // with the spaces before it
        text.remove_prefix(end);
        if (column > indent && column + word.size() > page_width) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
            out += word.substr(word.find_first_not_of(' '));
            column += word.size() - 1;
        } else {
            out += word;
            column += word.size();
        }
    }
    return out;
}

std::vector<std::size_t> widths_of(const Block& block) {
    std::vector<std::size_t> widths;
    for (const Entry& entry : block) {
        if (widths.size() < entry.cells.size()) widths.resize(entry.cells.size());
        for (std::size_t i = 0; i < entry.cells.size(); ++i)
            widths[i] = std::max(widths[i], entry.cells[i].size());
    }
    return widths;
}

/// Cells padded to their columns. A sentence (one cell alone) is wrapped; a row of a table is not,
/// for it would be harder to read than a long line. Begins at `column`.
std::string row(const Entry& entry, const std::vector<std::size_t>& widths, std::size_t column) {
    if (entry.cells.size() == 1) return wrapped(entry.cells.front(), column, column + 2);
    std::string out;
    for (std::size_t i = 0; i < entry.cells.size(); ++i)
        out += fmt::format("{:{}}", entry.cells[i], widths[i] + 2);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string Page::painted(const char* code, const std::string& text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
}

void Page::line(const std::string& text) { text_ += wrapped(text, 0, 2) + "\n"; }

void Page::block(std::string& label, const Block& block) {
    const std::vector<std::size_t> widths = widths_of(block);
    for (std::size_t i = 0; i < block.size(); ++i) {
        const Entry& entry = block[i];
        const Sign sign = sign_of(entry);
        text_ += painted("1", fmt::format("{:{}}", label, label_width)) +
                 painted(sign.colour, sign.text) + " " + row(entry, widths, label_width + 2) + "\n";
        label.clear();
        const bool last_with_it = i + 1 == block.size() || block[i + 1].because != entry.because;
        if (entry.because.empty() || !last_with_it || entry.because == said_) continue;
        text_ +=
            std::string(label_width + 4, ' ') + painted("2", "because " + entry.because) + "\n";
        said_ = entry.because;
    }
}

void Page::group(const std::string& label, const std::vector<Block>& blocks) {
    std::string next_label = label;
    for (const Block& one : blocks) block(next_label, one);
}

}  // namespace colo::plan
