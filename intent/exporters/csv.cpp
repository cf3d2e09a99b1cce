#include "intent/exporters/csv.h"

#include <algorithm>
#include <array>

#include "intent/base/result.h"
#include "intent/exporters/text.h"

namespace colo::exporters {

namespace {

bool needs_guard(std::string_view text) {
    constexpr std::array<std::string_view, 11> beginnings{"'",
                                                          "=",
                                                          "+",
                                                          "-",
                                                          "@",
                                                          "\t",
                                                          "\r",
                                                          "\xEF\xBC\x9D",
                                                          "\xEF\xBC\x8B",
                                                          "\xEF\xBC\x8D",
                                                          "\xEF\xBC\xA0"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view begin) { return text.starts_with(begin); });
}

bool needs_quotes(std::string_view text) {
    return text.find_first_of(",\"\r\n") != std::string_view::npos || text.starts_with(' ') ||
           text.ends_with(' ');
}

}  // namespace

std::string guarded_cell(std::string_view text) {
    std::string out = needs_guard(text) ? "'" : "";
    append_valid(out, text);
    return out;
}

std::string_view unguarded_cell(std::string_view cell) {
    return cell.starts_with('\'') ? cell.substr(1) : cell;
}

CsvText::CsvText(const std::vector<std::string_view>& header) : columns_(header.size()) {
    for (const std::string_view name : header) cell(name);
    end_line();
}

void CsvText::begin_cell() {
    if (cells_++ > 0) text_ += ',';
}

CsvText& CsvText::cell(std::string_view text) {
    begin_cell();
    const std::string content = guarded_cell(text);
    if (!needs_quotes(content)) return text_ += content, *this;
    text_ += '"';
    for (const char c : content) {
        if (c == '"') text_ += '"';
        text_ += c;
    }
    text_ += '"';
    return *this;
}

CsvText& CsvText::cell(const std::optional<std::string>& text) {
    return cell(text ? std::string_view(*text) : std::string_view());
}

CsvText& CsvText::cell(std::optional<std::int64_t> number) {
    begin_cell();
    if (number) text_ += std::to_string(*number);
    return *this;
}

CsvText& CsvText::thousandths(std::optional<std::int64_t> number) {
    begin_cell();
    if (number) text_ += thousandths_text(*number);
    return *this;
}

void CsvText::end_line() {
    COLO_ASSERT(cells_ == columns_, "a line of CSV has other cells than its header");
    text_ += "\r\n";
    cells_ = 0;
}

}  // namespace colo::exporters
