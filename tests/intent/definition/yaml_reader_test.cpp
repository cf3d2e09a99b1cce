#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace {

using testing::HasSubstr;

struct Read {
    std::optional<Node> node;
    std::string diagnostics;
};

Read read(const std::string& text) {
    Sources sources;
    Diagnostics problems;
    Read result;
    result.node = read_yaml(sources, sources.add("x.yaml", text), problems);
    problems.sort(sources);
    result.diagnostics = to_text(problems, sources, false);
    return result;
}

/// The first line of what is said about a text.
std::string first_line(const std::string& text) {
    const std::string all = read(text).diagnostics;
    return all.substr(0, all.find('\n'));
}

}  // namespace

TEST(YamlReader, AValueKeepsItsPlaceAndItsTextAsWritten) {
    const Read good = read("a: 1\nb: {c: \"no\", d: 010}\n");
    ASSERT_TRUE(good.node);
    EXPECT_EQ(good.diagnostics, "");
    const Node& c = *good.node->find("b")->find("c");
    EXPECT_EQ(c.text, "no");
    EXPECT_TRUE(c.quoted);
    EXPECT_EQ(c.at, (SourceRange{0, 2, 8, 4}));
    EXPECT_EQ(good.node->find("b")->find("d")->text, "010");
}

TEST(YamlReader, ADuplicateKeyIsRefusedAndBothPlacesAreNamed) {
    EXPECT_EQ(read("a: 1\nb: 2\na: 3\n").diagnostics,
              "x.yaml:3:1: error: a is written twice [duplicate-key]\n"
              "    3 | a: 3\n"
              "      | ^\n"
              "  x.yaml:1:1: note: it stands here already\n"
              "1 error in 1 file\n");
}

TEST(YamlReader, AKeyWithoutAValueIsRefused) {
    EXPECT_EQ(first_line("a:\nb: 1\n"), "x.yaml:1:1: error: a has no value [null-value]");
    EXPECT_EQ(first_line("a: ~\n"), "x.yaml:1:1: error: a has no value [null-value]");
}

TEST(YamlReader, WhatFollowsTheDocumentIsNeverDropped) {
    for (const char* text : {"a: 1\n---\nb: 2\n", "a: 1\n...\nb: 2\n", "- a\nb: 2\n"})
        EXPECT_THAT(first_line(text), HasSubstr("[second-document]")) << text;
    for (const char* text : {"a: 1\n]\nb: 2\n", "{a: 1}}\n", "a: 1\n  b: 2\n", "a: b: c\n",
                             "a: [1, 2\nb: 3\n", "a: \"x\nb: 2\n", "a: 'x\n"})
        EXPECT_THAT(first_line(text), HasSubstr("[yaml-syntax]")) << text;
    EXPECT_THAT(first_line("a: 1\n%YAML 1.2\n"), HasSubstr("[yaml-directive]"));
}

TEST(YamlReader, AnchorsAliasesAndTagsAreRefused) {
    EXPECT_THAT(first_line("a: &x 1\n"), HasSubstr("[anchor-or-alias]"));
    EXPECT_THAT(first_line("a: &x {b: *x}\n"), HasSubstr("[anchor-or-alias]"));
    EXPECT_THAT(first_line("a: !ruby/object x\n"), HasSubstr("[tag]"));
}

TEST(YamlReader, WhatCostsTooMuchIsRefusedEarly) {
    EXPECT_THAT(first_line(std::string(100'000, '[')), HasSubstr("[too-large]"));
    EXPECT_THAT(first_line("a:\n" + std::string(5 * 1024 * 1024, ' ')), HasSubstr("[too-large]"));
    std::string deep;
    for (std::size_t i = 0; i < 100; ++i) deep += std::string(i, ' ') + "- \n";
    EXPECT_THAT(first_line("a:\n" + deep), HasSubstr("[nested-too-deep]"));
    std::string many;
    for (int i = 0; i < 110'000; ++i) many += "- 1\n";
    EXPECT_THAT(first_line(many), HasSubstr("[too-large]"));
}

TEST(YamlReader, WhatIsNotTextIsRefused) {
    EXPECT_THAT(first_line(std::string("a: \0b\n", 6)), HasSubstr("[control-character]"));
    EXPECT_THAT(first_line("a: \xff\n"), HasSubstr("[not-utf8]"));
    EXPECT_THAT(first_line("a: \xed\xa0\x80\n"), HasSubstr("[not-utf8]"));
    EXPECT_THAT(first_line(""), HasSubstr("[empty-file]"));
    EXPECT_THAT(first_line("# only a comment\n"), HasSubstr("[empty-file]"));
}

TEST(YamlReader, AnEscapeCannotSmuggleInAControlCharacter) {
    EXPECT_THAT(first_line("a: \"\\e[31m\"\n"), HasSubstr("[control-character]"));
    EXPECT_THAT(first_line("\"\\0\": 1\n"), HasSubstr("[control-character]"));
    EXPECT_THAT(first_line("a: \"\\u202e\"\n"), HasSubstr("[control-character]"));
    EXPECT_TRUE(read("a: \"x\\ty\"\n").node);
}

TEST(YamlReader, AHostileLineIsQuotedWithoutItsControlCharacters) {
    EXPECT_THAT(read("a: \x1b[31mred\n").diagnostics, HasSubstr("    1 | a: ?[31mred\n"));
}

/// The conformance suite: whatever the text, the answer is a document or a diagnostic.
TEST(YamlReader, EveryFileOfTheYamlTestSuiteIsReadOrRefusedWithAReason) {
    const char* data = std::getenv("COLO_TEST_DATA");
    const auto suite = std::filesystem::path(data ? data : "") / "data" / "yaml-test-suite";
    if (!data || !std::filesystem::exists(suite))
        GTEST_SKIP() << "no outside data: yaml-test-suite";
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(suite)) {
        if (entry.path().filename() != "in.yaml") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::stringstream text;
        text << stream.rdbuf();
        const Read result = read(text.str());
        ++files;
        EXPECT_TRUE(result.node || !result.diagnostics.empty()) << entry.path();
        const bool wants_error = std::filesystem::exists(entry.path().parent_path() / "error");
        if (wants_error) {
            EXPECT_NE(result.diagnostics, "") << entry.path() << " must be refused";
        }
    }
    EXPECT_GT(files, 40);
}

}  // namespace colo::definition
