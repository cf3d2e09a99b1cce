#include "intent/exporters/pages/pages_columns.h"

#include <algorithm>
#include <numeric>

namespace colo::sheets {

namespace {

constexpr Micrometres largest = mm(2.8), least = mm(2.2), smallest = mm(1.9), step = mm(0.1);
/// No word or text claims more, so that one long name does not take the room of all others.
constexpr std::int64_t most_for_word = 22000, most_for_text = 400000;
constexpr std::int64_t always_whole = 8000;  ///< a word of some dozen letters is never broken
constexpr std::int64_t digit = 636;
constexpr Micrometres written_letter = mm(1.7);

/// The widths that a column asks for, in thousandths of the font's size, and in any case in
/// micrometres.
struct Claim {
    std::int64_t word = 0, text = 0;      ///< of most cells
    std::int64_t title = 0, longest = 0;  ///< the title in one line, the longest cell in one line
    Micrometres anyway = 0;
    bool numbers = false;

    Micrometres must(Micrometres size) const { return std::max(around(word, size), anyway); }
    Micrometres wish(Micrometres size) const { return std::max(around(text, size), must(size)); }
    static Micrometres around(std::int64_t ems, Micrometres size) {
        return (ems * size + 999) / 1000 + 2 * Grid::beside_text;
    }
    /// Two letters of any script.
    static Micrometres bare_must(Micrometres size) {
        return size * 22 / 10 + 2 * Grid::beside_text;
    }
};

/// What all but one in fifty stay within.
std::int64_t most_of(std::vector<std::int64_t> widths) {
    if (widths.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>((widths.size() - 1) * 98 / 100);
    std::nth_element(widths.begin(), widths.begin() + at, widths.end());
    return widths[static_cast<std::size_t>(at)];
}

Claim claim_of(const Table& table, std::size_t index) {
    const Column& column = table.columns[index];
    std::vector<std::int64_t> words, texts;
    bool numbers = true;
    for (const Row& row : table.rows) {
        const Cell& cell = row.cells[index];
        if (std::holds_alternative<std::monostate>(cell)) continue;
        if (std::holds_alternative<std::string>(cell)) numbers = false;
        const std::string text = to_text(cell);
        words.push_back(widest_word(text));
        texts.push_back(ems(text));
    }
    Claim out;
    out.numbers = numbers && !texts.empty() && column.fill == Fill::printed;
    for (const std::int64_t width : texts) out.longest = std::max(out.longest, width);
    out.title = ems(column.title, Weight::bold);
    const std::int64_t widest = words.empty() ? 0 : *std::max_element(words.begin(), words.end());
    out.word = std::max({std::min(most_of(std::move(words)), most_for_word),
                         std::min(widest, always_whole), widest_word(column.title, Weight::bold),
                         column.least_width * digit});
    out.text = std::min(most_of(std::move(texts)), most_for_text);
    for (const std::string& choice : column.choices)
        out.word = std::max(out.word, widest_word(choice));
    if (column.fill == Fill::tick)
        out.anyway = Grid::tick + 2 * Grid::beside_text;
    else if (column.fill != Fill::printed)
        out.anyway = written_letter * (column.least_width > 0 ? column.least_width : 8) +
                     2 * Grid::beside_text;
    return out;
}

Micrometres musts(const std::vector<Claim>& claims, Micrometres size) {
    Micrometres out = 0;
    for (const Claim& claim : claims) out += claim.must(size);
    return out;
}

Micrometres wishes(const std::vector<Claim>& claims, Micrometres size) {
    Micrometres out = 0;
    for (const Claim& claim : claims) out += claim.wish(size);
    return out;
}

/// Large letters where few texts have to wrap; the smallest ones before words have to be broken.
Micrometres text_size(const std::vector<Claim>& claims, Micrometres width) {
    for (Micrometres size = largest; size >= least; size -= step)
        if (wishes(claims, size) <= width) return size;
    for (Micrometres size = least; size > smallest; size -= step)
        if (musts(claims, size) <= width) return size;
    return smallest;
}

/// What is left over goes to where hands write, else a little to each.
void widen(std::vector<Micrometres>& widths, const Table& table,
           const std::vector<std::size_t>& indices, Micrometres left) {
    std::vector<std::size_t> written, others;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const Fill fill = table.columns[indices[i]].fill;
        if (fill == Fill::text) written.push_back(i);
        if (fill != Fill::tick) others.push_back(i);
    }
    const auto give = [&](const std::vector<std::size_t>& to, Micrometres at_most) {
        if (to.empty()) return;
        const Micrometres each = std::min(left / static_cast<Micrometres>(to.size()), at_most);
        for (const std::size_t i : to) widths[i] += each;
        left -= each * static_cast<Micrometres>(to.size());
    };
    give(others, mm(5));
    give(written, mm(80));
}

/// Where not all texts have room in one line: widths in which the usual text of every column takes
/// as many lines as those of the others, so that rows are as low as can be.
std::vector<Micrometres> evenly_wrapped(const std::vector<Claim>& claims, Micrometres size,
                                        Micrometres width) {
    const auto widths_at = [&](Micrometres lines_in_thousandths) {
        std::vector<Micrometres> out;
        for (const Claim& claim : claims)
            out.push_back(
                std::max(claim.must(size), claim.wish(size) * 1000 / lines_in_thousandths));
        return out;
    };
    Micrometres fewest = 1000, most = 1'000'000;
    while (most - fewest > 1) {
        const Micrometres lines = (fewest + most) / 2;
        const auto widths = widths_at(lines);
        (std::accumulate(widths.begin(), widths.end(), Micrometres{0}) > width ? fewest : most) =
            lines;
    }
    return widths_at(most);
}

std::vector<Micrometres> widths_of(const std::vector<Claim>& claims, Micrometres size,
                                   Micrometres width) {
    std::vector<Micrometres> bare, must, wish, title, longest;
    for (const Claim& claim : claims) {
        must.push_back(claim.must(size));
        wish.push_back(claim.wish(size));
        title.push_back(Claim::around(claim.title, size));
        longest.push_back(Claim::around(claim.longest, size));
        bare.push_back(std::min(must.back(), Claim::bare_must(size)));
    }
    const bool words_fit = musts(claims, size) <= width;
    if (!words_fit) return shared_out(bare, must, width);
    std::vector<Micrometres> out =
        wishes(claims, size) > width ? evenly_wrapped(claims, size, width) : must;
    for (const auto& wishes_now : {wish, title, longest}) out = shared_out(out, wishes_now, width);
    return out;
}

}  // namespace

bool is_colour(const std::string& text) {
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

Grid grid_of(const Table& table, Micrometres x, Micrometres width) {
    Grid out;
    out.x = x;
    out.has_swatches = std::any_of(table.rows.begin(), table.rows.end(),
                                   [](const Row& row) { return is_colour(row.colour); });
    if (out.has_swatches) x += Grid::swatch;
    width -= x - out.x;
    std::vector<std::size_t> indices;
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].printed_on_paper) continue;
        indices.push_back(i);
        claims.push_back(claim_of(table, i));
    }
    out.text_size = text_size(claims, width);
    std::vector<Micrometres> widths = widths_of(claims, out.text_size, width);
    widen(widths, table, indices,
          width - std::accumulate(widths.begin(), widths.end(), Micrometres{0}));
    for (std::size_t i = 0; i < indices.size(); ++i) {
        out.columns.push_back({indices[i], x, widths[i], claims[i].numbers});
        x += widths[i];
    }
    out.width = x - out.x;
    return out;
}

}  // namespace colo::sheets
