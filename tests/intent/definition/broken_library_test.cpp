// Libraries with files that cannot be read: each is an error at its place, the others are read.
#include <gmock/gmock.h>

#include "intent/definition/library_check.h"
#include "intent/definition/yaml/reader.h"
#include "tests/intent/database/folder.h"

namespace colo::definition {

namespace {

namespace fs = std::filesystem;
using testing::StartsWith;

constexpr const char* good = "manufacturer: A\nmodel: Good\ninterfaces: [{name: 1}]\n";

struct Checked {
    LibraryTotals totals;
    Diagnostics problems;

    /// `path:line:column severity code key` of each problem, the path from the library on.
    std::string said;
};

Checked check(const fs::path& folder) {
    Checked checked;
    Sources sources;
    checked.totals = check_library(folder, {}, sources, checked.problems);
    for (const Diagnostic& problem : checked.problems.all())
        checked.said += sources.where(problem.at).substr(folder.string().size() + 1) +
                        (problem.severity == Severity::error ? " error " : " warning ") +
                        problem.code + " " + problem.key + "\n";
    return checked;
}

/// A library of one good file, and another that holds `text`.
Checked check_beside_good(const std::string& text) {
    const tests::Folder folder;
    fs::create_directories(folder.file("device-types"));
    tests::write_file(folder.file("device-types/good.yaml"), good);
    tests::write_file(folder.file("device-types/x.yaml"), text);
    return check(folder.path());
}

}  // namespace

TEST(BrokenLibrary, EachBrokenFileIsAnErrorAtItsPlaceAndTheOthersAreRead) {
    const std::vector<std::pair<std::string, std::string>> broken{
        {"", "1:1 error empty-file "},
        {"# nothing\n", "1:1 error empty-file "},
        {"- a\n- b\n", "1:1 error wrong-type "},
        {"just text\n", "1:1 error wrong-type "},
        {"a: 1\nb: [1, 2\nc: 3\n", "3:2 error yaml-syntax b[2]"},
        {"interfaces:\n  - name: x\n   type: y\n", "3:4 error yaml-syntax interfaces[1]"},
        {"model: \"B\n", "1:8 error yaml-syntax model"},
        {"interfaces:\n\t- name: x\n", "2:2 error yaml-syntax interfaces"},
        {std::string("\x7f"
                     "ELF\x02\x01\x00\x00",
                     8),
         "1:1 error control-character "},
        {"model: B\n\xff\xfe\n", "2:1 error not-utf8 "},
        {"manufacturer: A\nmodel: B\ninterfaces: none\n", "3:13 error wrong-type interfaces"},
        {"manufacturer: A\nmodel: B\nmodel: C\n", "3:1 error duplicate-key model"},
        {"manufacturer: A\nmodel: B\n---\nmodel: C\n", "3:1 error second-document "},
        {"interfaces: [{name: &x 1}]\n", "1:21 error anchor-or-alias interfaces[0].name"},
        {std::string(most_bytes + 1, ' '), " error too-large "},
        {"comments: " + std::string(100'000, 'x'), "1:1 error too-large "},
        {"a: " + std::string(70, '[') + std::string(70, ']'), "1:67 error nested-too-deep a"},
    };
    for (const auto& [text, expected] : broken) {
        const Checked checked = check_beside_good(text);
        EXPECT_THAT(checked.said, StartsWith("device-types/x.yaml" +
                                             std::string(expected[0] == ' ' ? "" : ":") + expected))
            << text.substr(0, 100);
        EXPECT_EQ(checked.totals.files, 2U);
        EXPECT_EQ(checked.totals.interfaces, 1U);
    }
}

TEST(BrokenLibrary, WhatCannotBeReadCountsAsAFileAndAsNothingElse) {
    const Checked checked = check_beside_good("- a\n");
    EXPECT_EQ(checked.totals,
              (LibraryTotals{.files = 2, .device_types = 1, .manufacturers = 1, .interfaces = 1}));
}

TEST(BrokenLibrary, LinksDoNotLeadInCircles) {
    const tests::Folder folder;
    fs::create_directories(folder.file("device-types/A"));
    tests::write_file(folder.file("device-types/A/x.yaml"), good);
    fs::create_directory_symlink("..", folder.file("device-types/A/up"));
    fs::create_symlink("self.yaml", folder.file("device-types/A/self.yaml"));
    fs::create_symlink("nowhere.yaml", folder.file("device-types/A/to-nowhere.yaml"));
    const Checked checked = check(folder.path());
    EXPECT_EQ(checked.said, "device-types/A/up:1:1 warning link-not-followed \n"
                            "device-types/A/self.yaml:1:1 error file-not-readable \n"
                            "device-types/A/to-nowhere.yaml:1:1 error file-not-readable \n");
    EXPECT_EQ(checked.totals.files, 3U);
    EXPECT_EQ(checked.totals.device_types, 1U);
}

TEST(BrokenLibrary, ALinkToAFileIsReadAsAFile) {
    const tests::Folder folder;
    fs::create_directories(folder.file("device-types"));
    tests::write_file(folder.file("real.txt"), good);
    fs::create_symlink("../real.txt", folder.file("device-types/x.yaml"));
    const Checked checked = check(folder.path());
    EXPECT_EQ(checked.said, "");
    EXPECT_EQ(checked.totals.device_types, 1U);
}

TEST(BrokenLibrary, WhatMayNotBeReadIsAnErrorAndNoSilence) {
    const tests::Folder folder;
    fs::create_directories(folder.file("device-types/A"));
    fs::create_directories(folder.file("device-types/B"));
    tests::write_file(folder.file("device-types/A/x.yaml"), good);
    tests::write_file(folder.file("device-types/y.yaml"), good);
    tests::give_away(folder.file("device-types/y.yaml"), fs::perms::none);
    tests::give_away(folder.file("device-types/B"), fs::perms::none);
    tests::give_away(folder.path(), fs::perms::owner_all);
    Checked checked;
    {
        const tests::NotRoot other;
        checked = check(folder.path());
    }
    EXPECT_EQ(checked.said, "device-types/B:1:1 error folder-not-readable \n"
                            "device-types/y.yaml:1:1 error file-not-readable \n");
    EXPECT_EQ(checked.totals.interfaces, 1U);
}

TEST(BrokenLibrary, AFolderWithoutHardwareIsNoCleanLibrary) {
    const tests::Folder folder;
    fs::create_directories(folder.file("device-types"));
    Sources sources;
    Diagnostics problems;
    check_library(folder.path(), {}, sources, problems);
    EXPECT_EQ(to_text(problems, sources, false),
              folder.path().string() +
                  ":1:1: error: there is no hardware file here [no-hardware]\n"
                  "  hint: name a folder with device-types/, module-types/ or rack-types/ in it\n"
                  "1 error in 1 file\n");
}

TEST(BrokenLibrary, AFileWithVeryManyProblemsTellsTheFirstAndHowManyMore) {
    std::string text = "manufacturer: A\nmodel: B\nfront-ports:\n";
    for (int i = 0; i < 10'000; ++i) text += "- {name: F, rear_port: R" + std::to_string(i) + "}\n";
    const Checked checked = check_beside_good(text);
    ASSERT_EQ(checked.problems.all().size(), most_problems_of_a_file + 1);
    EXPECT_EQ(checked.problems.all().back().summary,
              "19,499 more problems of this file are not shown");
    EXPECT_EQ(checked.totals.front_ports, 10'000U);
}

}  // namespace colo::definition
