// Allocations as a file: the same bytes again, and a clear word on whatever else a file may hold.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "intent/definition/allocations_file.h"
#include "tests/golden.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;
using definition::AllocationsFile;
using testing::HasSubstr;

class AllocationsInAFile : public testing::Test {
protected:
    AllocationsInAFile() {
        std::string pattern = (fs::temp_directory_path() / "colo-allocations-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~AllocationsInAFile() override { fs::remove_all(folder_); }

    std::optional<AllocationsFile> read(const std::string& text) {
        std::ofstream(folder_ / "a.yaml", std::ios::binary) << text;
        Sources sources;
        Diagnostics problems;
        auto file = definition::read_allocations(folder_ / "a.yaml", sources, problems);
        EXPECT_EQ(file.has_value(), !problems.has_errors());
        problems.sort(sources);
        said_ = to_text(problems, sources, false);
        for (std::size_t at = said_.find(folder_.string()); at != std::string::npos;
             at = said_.find(folder_.string()))
            said_.erase(at, folder_.string().size() + 1);
        return file;
    }

    std::optional<AllocationsFile> read_lines(const std::string& lines) {
        return read("format: colo-allocations/1\nsite: lab1\nallocations:\n" + lines);
    }

    fs::path folder_;
    std::string said_;
};

}  // namespace

TEST_F(AllocationsInAFile, OfEveryShippedSiteReadBackAsTheyWere) {
    for (const char* site : {"ams1", "chi1", "fab1", "lab1", "pop1", "tok1"}) {
        const Allocations all = try_site(shipped_site(site)).allocations();
        const std::string text = definition::to_yaml({site, 7, "abc", 2}, all);
        const auto file = read(text);
        ASSERT_TRUE(file) << site << said_;
        EXPECT_EQ(said_, "");
        EXPECT_EQ(file->allocations(), all) << site;
        EXPECT_EQ(file->head, (definition::AllocationsHead{site, 7, "abc", 2}));
        EXPECT_EQ(definition::to_yaml(file->head, file->allocations()), text) << site;
    }
}

TEST_F(AllocationsInAFile, OfEveryKindReadBack) {
    const auto file = read(read_golden(fs::path(COLO_SOURCE_DIR) /
                                       "tests/intent/definition/allocations/every-kind.yaml"));
    ASSERT_TRUE(file) << said_;
    EXPECT_EQ(file->entries.size(), 17U);
    const auto again = read(definition::to_yaml(file->head, file->allocations()));
    ASSERT_TRUE(again) << said_;
    EXPECT_EQ(again->allocations(), file->allocations());
}

TEST_F(AllocationsInAFile, AreInNaturalOrderWithOneLineEach) {
    EXPECT_EQ(definition::to_yaml({"lab1", 0, "", 0},
                                  {{AllocationKind::number, "leaf.10", "leaf/10"},
                                   {AllocationKind::number, "leaf.2", "leaf/2"},
                                   {AllocationKind::place, "sled.1", "in: chassis.1 Slot 2"},
                                   {AllocationKind::label, "a/b \"c\"/1", "7"}}),
              "# What was decided for lab1 and is kept: for each kind, identity and value. Written "
              "by colo allocations export lab1.\n"
              "format: colo-allocations/1\nsite: lab1\nallocations:\n"
              "  label:\n    \"a/b \\\"c\\\"/1\": 7\n"
              "  number:\n    leaf.2: leaf/2\n    leaf.10: leaf/10\n"
              "  place:\n    sled.1: \"in: chassis.1 Slot 2\"\n");
}

TEST_F(AllocationsInAFile, AreRefusedWithAllThatIsWrongAtOnce) {
    EXPECT_FALSE(read_lines("  plaec: {leaf.R1.1: R1 U41 1U rear full}\n"
                            "  place:\n    leaf.R1.2: R1 41\n    leaf.R1.3: [R1]\n"
                            "  label: 7\n  number:\n    a: leaf/01\n    b: leaf/0\n    a: leaf/2\n"
                            "  vlan: {servers: 4095}\n"));
    EXPECT_THAT(said_, HasSubstr("a.yaml:4:3: error: unknown kind of allocation plaec "
                                 "[unknown-key]"));
    EXPECT_THAT(said_, HasSubstr("hint: did you mean place?"));
    EXPECT_THAT(said_, HasSubstr("a.yaml:6:16: error: R1 41 cannot be the place of leaf.R1.2 "
                                 "[bad-allocation]"));
    EXPECT_THAT(said_, HasSubstr("hint: a place is rack, lowest unit, height, face and depth: R03 "
                                 "U23 1U front full"));
    EXPECT_THAT(said_, HasSubstr("a.yaml:7:16: error: this must be a text, not a list"));
    EXPECT_THAT(said_, HasSubstr("a.yaml:8:10: error: "));
    EXPECT_THAT(said_, HasSubstr("leaf/01 cannot be the number of a"));
    EXPECT_THAT(said_, HasSubstr("leaf/0 cannot be the number of b"));
    EXPECT_THAT(said_, HasSubstr("a is written twice [duplicate-key]"));
    EXPECT_THAT(said_, HasSubstr("4095 cannot be the vlan of servers"));
    EXPECT_THAT(said_, HasSubstr("8 errors in 1 file"));
}

TEST_F(AllocationsInAFile, CannotGiveOneThingToTwo) {
    for (const auto& [lines, claim] : std::vector<std::pair<std::string, std::string>>{
             {"  place: {a: R1 U4 2U front half, b: R1 U5 1U rear full}\n", "R1 U5 front"},
             {"  place: {a: \"in: c.1 Slot 1\", b: \"in: c.1 Slot 1\"}\n", "c.1 Slot 1"},
             {"  number: {a: leaf/3, b: leaf/3}\n", "number leaf/3"},
             {"  from: {a: \"d:up/1\"}\n  to: {b: \"d:up/1\"}\n", "d:up/1"},
             {"  to: {b: \"t:in/2\"}\n  via: {a: t:in/1 t:in/2}\n", "t:in/2"},
             {"  label: {a: 7, b: 7}\n", "label 7"},
             {"  vlan: {a: 7, b: 7}\n", "VLAN 7"},
             {"  asn: {a: 65001, b: 65001}\n", "AS 65001"},
             {"  prefix: {a/ipv4: 10.0.0.0/24, b/ipv4: 10.0.0.0/24}\n", "prefix 10.0.0.0/24"},
             {"  prefix: {n/x/ipv4: 10.0.0.0/24}\n  host: {n/x/a/ipv4: 9, n/x/b/ipv4: 9}\n",
              "10.0.0.9 of n/x/ipv4"}}) {
        EXPECT_FALSE(read_lines(lines)) << lines;
        EXPECT_THAT(said_, HasSubstr(" both have " + claim + " [allocation-clash]")) << lines;
        EXPECT_THAT(said_, HasSubstr("1 error in 1 file")) << lines;
    }
    for (const char* lines : {"  place: {a: R1 U4 1U front half, b: R1 U4 1U rear half}\n",
                              "  place: {a: R1 U4 1U front half, b: R1 U4.5 0.5U rear half}\n",
                              "  place: {a: R1 zero, b: R1 zero}\n",
                              "  prefix: {pools/p: 10.0.0.0/24, b/ipv4: 10.0.0.0/24}\n",
                              "  host: {n/a/ipv4: 9, n/a/ipv6: 9, m/a/ipv4: 9}\n"})
        EXPECT_TRUE(read_lines(lines)) << said_;
}

TEST_F(AllocationsInAFile, AreRefusedFromFilesThatAreSomethingElse) {
    const std::vector<std::pair<std::string, std::string>> files{
        {"", "[empty-file]"},
        {"- a\n", "[wrong-type]"},
        {"format: colo-site/1\nsite: lab1\nallocations: {}\n", "[unknown-format]"},
        {"format: colo-allocations/1\nsite: lab1\n", "[missing-key]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations: [7]\n", "[wrong-type]"},
        {"format: colo-allocations/1\nsite: [a]\nallocations: {}\n", "[wrong-type]"},
        {"format: colo-allocations/1\nsite: lab1\nrevison: 3\nallocations: {}\n", "[unknown-key]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations: &a {place: *a}\n",
         "[anchor-or-alias]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations: {place: {\"\": R1 zero}}\n",
         "[bad-name]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations:\n  place: {a: \"R1\\tzero\"}\n",
         "[bad-allocation]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations:\n  host: {a: "
         "99999999999999999999}\n",
         "[bad-allocation]"},
        {"format: colo-allocations/1\nsite: lab1\nallocations:\n  place: {a: R1 U1 99999999U "
         "front full}\n",
         "[bad-allocation]"}};
    for (const auto& [text, code] : files) {
        EXPECT_FALSE(read(text)) << text;
        EXPECT_THAT(said_, HasSubstr(code)) << text;
    }
    Sources sources;
    Diagnostics problems;
    EXPECT_FALSE(definition::read_allocations(folder_, sources, problems));
    EXPECT_FALSE(definition::read_allocations(folder_ / "none.yaml", sources, problems));
    EXPECT_EQ(problems.errors(), 2);
}

TEST_F(AllocationsInAFile, MayBeMoreThanADefinitionMayHold) {
    std::string lines = "  label:\n";
    for (int i = 1; i <= 60'000; ++i)
        lines += "    data/s." + std::to_string(i) + "/1: " + std::to_string(i) + "\n";
    const auto file = read_lines(lines);  // 120,000 values
    ASSERT_TRUE(file) << said_;
    EXPECT_EQ(file->entries.size(), 60'000U);
}

}  // namespace colo::tests
