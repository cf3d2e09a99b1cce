#include "intent/exporters/workbook/entry.h"

#include <string>
#include <vector>

#include "intent/exporters/workbook/cell_text.h"

namespace colo::sheets::xlsx {

namespace {

/// What is said when the cell is chosen, and when it does not take what was typed.
struct Messages {
    std::string hint, refusal;
};

std::string words_of(const Column& column) {
    std::string out;
    for (const std::string& word : column.choices) out += (out.empty() ? "One of: " : "; ") + word;
    return cell_text(out, longest_message);
}

Messages messages_of(const Column& column) {
    switch (column.fill) {
        case Fill::printed: break;
        case Fill::text: return {"To be filled in.", ""};
        case Fill::number: return {"A number, 0 or more.", "This cell takes a number, 0 or more."};
        case Fill::tick: return {"x when done.", "This cell takes an x, or nothing."};
        case Fill::choice: return {words_of(column), "This cell takes a word of its list."};
        case Fill::date: return {"A day: 2025-12-31.", "This cell takes a day: 2025-12-31."};
    }
    return {};
}

/// Whether a cell can hold the list itself (ECMA-376 part 1, 18.3.1.32: divided by commas).
bool fits_inline(const std::vector<std::string>& choices) {
    std::size_t length = 0;
    for (const std::string& choice : choices) {
        length += choice.size() + 1;
        if (choice.find_first_of(",\"") != std::string::npos || cell_text(choice) != choice)
            return false;
    }
    return length <= longest_message;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

}  // namespace

Look entry_look(Fill fill) {
    Look look;
    look.is_open = true;
    look.fill = "#fff8d0";
    look.edge = "#b3a45c";
    if (fill == Fill::tick) look.side = Look::Side::centre;
    // What is typed stays as it is typed: the serial number 0012E4 is no number.
    look.number = fill == Fill::number ? "General" : fill == Fill::date ? "yyyy-mm-dd" : "@";
    return look;
}

void check_entries(Worksheet& sheet, const Column& column, ColumnNumber at, RowNumber first,
                   RowNumber last) {
    if (column.fill == Fill::printed) return;
    std::vector<std::string> words =
        column.fill == Fill::tick ? std::vector<std::string>{"x"} : column.choices;
    std::vector<char*> word_list = pointers_to(words);
    std::string title = cell_text(column.title, longest_title);
    Messages messages = messages_of(column);

    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.show_input = LXW_VALIDATION_ON;
    rule.show_error = LXW_VALIDATION_ON;
    rule.dropdown = LXW_VALIDATION_ON;
    rule.input_title = rule.error_title = title.data();
    rule.input_message = messages.hint.data();
    rule.error_message = messages.refusal.data();
    if (column.fill == Fill::number) {
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_number = 0;
    } else if (column.fill == Fill::date) {
        rule.validate = LXW_VALIDATION_TYPE_DATE;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_datetime = {2000, 1, 1, 0, 0, 0};
    } else if (!words.empty() && fits_inline(words)) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = word_list.data();
    }
    sheet.book().check(worksheet_data_validation_range(sheet.get(), first, at, last, at, &rule));
}

}  // namespace colo::sheets::xlsx
