// `colo schema` and the files in standards/ that editors are pointed to.
#include <gmock/gmock.h>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

class SchemaCommand : public Session {};

/// The files of a folder of the project with a certain ending.
std::vector<fs::path> files_in(const std::string& folder, const std::string& ending) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(COLO_SOURCE_DIR) / folder))
        if (entry.path().string().ends_with(ending)) found.push_back(entry.path());
    return found;
}

}  // namespace

TEST_F(SchemaCommand, PrintsWhatTheFilesInStandardsHold) {
    expect_golden("../standards/standard.schema.json", run("schema standard"));
    for (const fs::path& file : files_in("standards", "/standard.yaml")) {
        const fs::path version = file.parent_path(), name = version.parent_path();
        const std::string which = name.filename().string() + "@" + version.filename().string();
        const fs::path schema = version.lexically_relative(COLO_SOURCE_DIR) / "site.schema.json";
        expect_golden("../" + schema.string(), run("schema site " + which));
    }
}

TEST_F(SchemaCommand, ShippedFilesPointEditorsToASchemaThatIsThere) {
    auto files = files_in("site-definitions", ".yaml");
    for (const fs::path& file : files_in("standards", "/standard.yaml")) files.push_back(file);
    EXPECT_GE(files.size(), 3U);
    for (const fs::path& file : files) {
        const std::string text = read_golden(file);
        const std::string begin = "# yaml-language-server: $schema=";
        ASSERT_THAT(text, testing::StartsWith(begin)) << file;
        const std::string schema = text.substr(begin.size(), text.find('\n') - begin.size());
        EXPECT_TRUE(fs::is_regular_file(file.parent_path() / schema)) << file << " " << schema;
    }
}

TEST_F(SchemaCommand, WritesAFileAndSaysWhatItCannotDo) {
    EXPECT_EQ(run("schema standard -o a/standard.json"), "wrote a/standard.json\n");
    EXPECT_EQ(read_golden(root_ / "a/standard.json"), run("schema standard"));
    EXPECT_EQ(run("schema site"),
              "colo: error: schema takes site NAME@VERSION, or standard [bad-usage]\n"
              "  hint: colo schema site trading-colo@1.0.0\n"
              "exit 1\n");
    EXPECT_EQ(run("schema site trading-colo@1.0.1"),
              "colo: error: there is no standard trading-colo@1.0.1 [unknown-standard]\n"
              "  hint: there is trading-colo@1.0.0, trading-colo@1.1.0, trading-colo@2.0.0\n"
              "exit 1\n");
}

}  // namespace colo::tests
