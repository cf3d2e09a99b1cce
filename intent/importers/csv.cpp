#include "intent/importers/csv.h"

#include <fmt/format.h>

#include "intent/base/names.h"
#include "intent/base/utf8.h"

namespace colo::importers {

namespace {

bool is_valid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character one = character_at(text, at);
        if (!one.valid) return false;
        at += one.bytes;
    }
    return true;
}

class Reading {
public:
    Reading(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    Result<std::vector<CsvLine>> run(std::size_t most_lines) {
        while (at_ < text_.size() && fault_.empty()) {
            if (lines_.size() >= most_lines) {
                fault_ = fmt::format("more than {}", count_of(most_lines, "line"));
                break;
            }
            read_line();
        }
        if (fault_.empty()) return std::move(lines_);
        return Failure{"bad-csv",
                       fmt::format("{}:{}: {}", name_, number_, fault_),
                       {},
                       "save it as CSV (comma separated, UTF-8) again",
                       false};
    }

private:
    char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
    bool is_end_of_line() const {
        return at_ >= text_.size() || text_[at_] == '\n' ||
               (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
    }

    void read_line() {
        CsvLine line{number_, {}};
        while (fault_.empty()) {
            line.cells.push_back(here() == '"' ? quoted() : plain());
            if (is_end_of_line() || !fault_.empty()) break;
            ++at_;  // the comma
        }
        if (!fault_.empty()) return;
        if (at_ < text_.size()) at_ += text_[at_] == '\r' ? 2 : 1;
        ++number_;
        if (line.cells.size() > 1 || !line.cells.front().empty()) lines_.push_back(std::move(line));
    }

    std::string plain() {
        const std::size_t from = at_;
        while (!is_end_of_line() && here() != ',') {
            if (here() == '"')
                return fault_ = "a quote inside a field that does not begin with one", "";
            ++at_;
        }
        return std::string(text_.substr(from, at_ - from));
    }

    std::string quoted() {
        std::string out;
        const int began = number_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++number_;
            if (text_[at_] != '"') {
                out += text_[at_];
                continue;
            }
            if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                out += text_[at_++];
                continue;
            }
            ++at_;
            if (!is_end_of_line() && here() != ',') fault_ = "text behind a closing quote";
            return out;
        }
        number_ = began;
        fault_ = "a quote that is not closed";
        return out;
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0;
    int number_ = 1;
    std::string fault_;
    std::vector<CsvLine> lines_;
};

}  // namespace

Result<std::vector<CsvLine>> read_csv(std::string_view text, const std::string& name,
                                      std::size_t most_lines) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    if (!is_valid(text) || text.find('\0') != std::string_view::npos)
        return Failure{"bad-csv",
                       fmt::format("{} is not UTF-8 text", name),
                       {},
                       "save it as CSV (comma separated, UTF-8) again",
                       false};
    return Reading(text, name).run(most_lines);
}

}  // namespace colo::importers
