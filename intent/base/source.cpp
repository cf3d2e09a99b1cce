#include "intent/base/source.h"

#include <fmt/format.h>

#include "intent/base/result.h"

namespace colo {

int Sources::add(std::string path, std::string text) {
    for (int i = 0; i < count(); ++i)
        if (file(i).path == path && file(i).text == text) return i;
    files_.push_back({std::move(path), std::move(text)});
    return count() - 1;
}

void Sources::forget_text(int index) {
    COLO_ASSERT(index >= 0 && index < count(), "no such source file");
    files_[static_cast<std::size_t>(index)].text = {};
}

const SourceFile& Sources::file(int index) const {
    COLO_ASSERT(index >= 0 && index < count(), "no such source file");
    return files_[static_cast<std::size_t>(index)];
}

std::string Sources::line(const SourceRange& range) const {
    if (!range.known() || range.line < 1) return {};
    const std::string& text = file(range.file).text;
    std::size_t begin = 0;
    for (int at = 1; at < range.line; ++at) {
        begin = text.find('\n', begin);
        if (begin == std::string::npos) return {};
        ++begin;
    }
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    if (end > begin && text[end - 1] == '\r') --end;
    return text.substr(begin, end - begin);
}

std::string Sources::where(const SourceRange& range, bool with_column) const {
    if (!range.known()) return {};
    const std::string& path = file(range.file).path;
    if (range.line == 0) return path;
    return with_column ? fmt::format("{}:{}:{}", path, range.line, range.column)
                       : fmt::format("{}:{}", path, range.line);
}

}  // namespace colo
