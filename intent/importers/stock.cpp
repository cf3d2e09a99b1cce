#include "intent/importers/stock.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "intent/importers/csv.h"

namespace colo::importers {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::size_t column(const CsvLine& header, std::string_view name) {
    const auto found = std::find(header.cells.begin(), header.cells.end(), name);
    return found == header.cells.end() ? nowhere
                                       : static_cast<std::size_t>(found - header.cells.begin());
}

std::string cell(const CsvLine& line, std::size_t at) {
    return at < line.cells.size() ? line.cells[at] : "";
}

std::optional<std::int64_t> read_count(const std::string& text) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && count >= 0 && count <= 1'000'000'000 ? std::optional(count) : std::nullopt;
}

}  // namespace

Result<Stock> read_stock(std::string_view text, const std::string& name) {
    const auto lines = read_csv(text, name);
    if (!lines) return lines.failure();
    Failure wrong{"bad-stock", "", {}, "its header is part,length_m,count", false};
    const std::size_t part = lines->empty() ? nowhere : column(lines->front(), "part");
    const std::size_t count = lines->empty() ? nowhere : column(lines->front(), "count");
    const std::size_t length = lines->empty() ? nowhere : column(lines->front(), "length_m");
    if (part == nowhere || count == nowhere) {
        wrong.message = fmt::format("{}:1: no column {}", name, part == nowhere ? "part" : "count");
        return wrong;
    }
    Stock out;
    std::vector<std::string> faults;
    for (auto line = lines->begin() + 1; line != lines->end(); ++line) {
        const auto number = read_count(cell(*line, count));
        const std::string metres = cell(*line, length);
        const auto thousandths = read_thousandths(metres);
        if (cell(*line, part).empty())
            faults.push_back(fmt::format("{}:{}: no part", name, line->number));
        else if (!number)
            faults.push_back(
                fmt::format("{}:{}: {} is not a count", name, line->number, cell(*line, count)));
        else if (!metres.empty() && !thousandths)
            faults.push_back(
                fmt::format("{}:{}: {} is not a length in metres", name, line->number, metres));
        else
            out.push_back({cell(*line, part),
                           thousandths ? std::optional(Length{*thousandths}) : std::nullopt,
                           *number});
    }
    if (faults.empty()) return out;
    wrong.message = faults.front();
    wrong.causes.assign(faults.begin() + 1, faults.end());
    return wrong;
}

}  // namespace colo::importers
