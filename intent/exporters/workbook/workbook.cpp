#include "intent/exporters/workbook/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <utility>

#include "intent/exporters/workbook/cell_text.h"
#include "intent/exporters/workbook/pages.h"

namespace colo::sheets {

namespace {

using namespace xlsx;

/// A worksheet to be: a table, or the elevations.
struct Part {
    const Table* table = nullptr;
    std::string sheet;
};

std::vector<Part> parts_of(const Sheet& sheet) {
    std::vector<Part> out;
    for (const Table& table : sheet.tables) out.push_back({&table, table.key});
    if (sheet.racks.empty()) return out;
    const auto steps = std::find_if(out.begin(), out.end(),
                                    [](const Part& part) { return part.sheet == "steps"; });
    out.insert(steps == out.end() ? out.begin() : steps + 1, {nullptr, "elevations"});
    return out;
}

std::vector<Content> contents_of(const std::vector<Part>& parts, const Sheet& sheet) {
    std::vector<Content> out;
    for (const Part& part : parts) {
        if (part.table)
            out.push_back({part.sheet, part.table->title, part.table->note,
                           static_cast<std::int64_t>(part.table->rows.size())});
        else
            out.push_back({part.sheet, "Elevations",
                           "Front and rear of each rack; a number or P says the role.",
                           static_cast<std::int64_t>(sheet.racks.size())});
    }
    return out;
}

void set_properties(Book& book, const Sheet& sheet) {
    constexpr time_t constant = 315532800;  // 1980-01-01, as in the files of a ZIP
    const auto short_text = [](const std::string& text) {
        return cell_text(text, longest_message);
    };
    std::string title = short_text(sheet.cover.title + " " + sheet.cover.site);
    std::string subject = short_text(sheet.cover.scope);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.created = constant;
    book.check(workbook_set_properties(book.get(), &properties));
    const auto set = [&](const char* name, const std::string& value) {
        if (!value.empty())
            book.check(
                workbook_set_custom_property_string(book.get(), name, short_text(value).c_str()));
    };
    set("colo-format", "colo-sheet/1");
    set("colo-site", sheet.cover.site);
    set("colo-revision", std::to_string(sheet.revision));
    set("colo-digest", sheet.cover.digest);
}

std::optional<Failure> too_large(const Sheet& sheet) {
    constexpr std::size_t most = LXW_ROW_MAX - 2;  // below the two rows of headers
    for (const Table& table : sheet.tables)
        if (table.rows.size() > most)
            return Failure{
                "workbook-too-large",
                "a table is too long for a worksheet",
                {fmt::format("{} has {} rows; {} fit", table.key, table.rows.size(), most)},
                "export it as CSV"};
    return std::nullopt;
}

}  // namespace

Result<std::string> workbook(const Sheet& sheet) {
    if (auto failure = too_large(sheet)) return std::move(*failure);
    std::vector<Part> parts = parts_of(sheet);
    std::vector<std::string> wanted{"cover"};
    for (const Part& part : parts) wanted.push_back(part.sheet);
    const std::vector<std::string> names = worksheet_names(wanted);
    for (std::size_t at = 0; at < parts.size(); ++at) parts[at].sheet = names[at + 1];

    Book book;
    set_properties(book, sheet);
    Worksheet cover(book, names.front());
    write_cover(cover, sheet, contents_of(parts, sheet));
    for (const Part& part : parts) {
        Worksheet page(book, part.sheet);
        if (part.table)
            write_table(page, sheet, *part.table);
        else
            write_elevations(page, sheet);
    }
    return book.bytes();
}

}  // namespace colo::sheets
