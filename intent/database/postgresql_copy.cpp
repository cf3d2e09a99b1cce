#include "intent/database/postgresql_copy.h"

#include <charconv>
#include <string_view>

namespace colo::database {

namespace {

void add_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end);
}

/// What would end a field or a line, or begin an escape, is escaped.
void add_text(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t plain = std::min(text.find_first_of("\\\n\r\t"), text.size());
        out.append(text.substr(0, plain));
        if (plain == text.size()) return;
        out += '\\';
        switch (text[plain]) {
            case '\n': out += 'n'; break;
            case '\r': out += 'r'; break;
            case '\t': out += 't'; break;
            default: out += '\\';
        }
        text.remove_prefix(plain + 1);
    }
}

void add_field(std::string& out, const Batch::Filled& column, std::size_t row) {
    if (column.null[row])
        out += "\\N";
    else if (column.column.type == Type::integer)
        add_number(out, column.integers[row]);
    else
        add_text(out, column.texts[row]);
}

}  // namespace

std::string copy_statement(const std::string& table, const Batch& rows) {
    std::string names;
    for (const Batch::Filled& filled : rows.filled())
        names += (names.empty() ? "\"" : ", \"") + filled.column.name + "\"";
    return "COPY \"" + table + "\" (" + names + ") FROM STDIN";
}

std::string copy_text(const Batch& rows) {
    std::string out;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const char* before = "";
        for (const Batch::Filled& column : rows.filled()) {
            out += before;
            add_field(out, column, row);
            before = "\t";
        }
        out += '\n';
    }
    return out;
}

}  // namespace colo::database
