#include "tests/diagnostics/entry.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "intent/definition/files.h"

namespace colo::tests {

std::vector<Entry> all_entries() {
    namespace fs = std::filesystem;
    std::vector<Entry> entries;
    for (const auto& file : fs::directory_iterator(COLO_SOURCE_DIR "/tests/diagnostics")) {
        if (file.path().extension() != ".yaml") continue;
        Sources sources;
        Diagnostics problems;
        const auto document = definition::read_document(file.path(), sources, problems);
        Entry entry = document ? definition::read_value<Entry>(*document, problems) : Entry{};
        EXPECT_EQ(to_text(problems, sources, false), "");
        entry.code = file.path().stem().string();
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.code < b.code; });
    return entries;
}

}  // namespace colo::tests
