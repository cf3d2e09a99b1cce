// The community's library as it is: what is counted, against a count made without our reader.
#include <gmock/gmock.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <map>
#include <set>

#include "intent/definition/library_check.h"

namespace colo::definition {

namespace {

namespace fs = std::filesystem;

/// What yaml-cpp's own documents hold, by the names of the totals.
std::map<std::string, std::size_t> count_plainly(const fs::path& folder) {
    std::map<std::string, std::size_t> counts;
    std::set<std::string> manufacturers;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".yaml") && !path.ends_with(".yml")) continue;
        const YAML::Node document = YAML::LoadFile(path);
        const std::size_t nearest =
            std::max({path.rfind("/device-types/") + 1, path.rfind("/module-types/") + 1,
                      path.rfind("/rack-types/") + 1});
        std::string kind = path.substr(nearest, path.find('-', nearest) - nearest) + "_types";
        ++counts["files"];
        ++counts[kind];
        manufacturers.insert(document["manufacturer"].as<std::string>());
        for (const auto& section : document)
            if (section.second.IsSequence()) {
                std::string name = section.first.as<std::string>();
                std::replace(name.begin(), name.end(), '-', '_');
                counts[name] += section.second.size();
            }
    }
    counts["manufacturers"] = manufacturers.size();
    return counts;
}

}  // namespace

TEST(WholeLibrary, IsCountedAsAPlainReadingCountsIt) {
    const char* data = std::getenv("COLO_TEST_DATA");
    const fs::path folder = fs::path(data ? data : "") / "device-types";
    if (!data || !fs::exists(folder)) GTEST_SKIP() << "no outside data: device-types";
    Sources sources;
    Diagnostics problems;
    const LibraryTotals totals = check_library(folder, {}, sources, problems);
    auto plain = count_plainly(folder);
    EXPECT_GT(plain["files"], 80U);
    EXPECT_GT(plain["interfaces"], 1000U);
    for (const auto& [name, count] : named_totals)
        EXPECT_EQ(totals.*count, plain[std::string(name)]) << name;
    EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
    for (const Diagnostic& problem : problems.all()) {
        EXPECT_GT(problem.at.line, 0) << to_text(problem, sources, false);
        EXPECT_NE(problem.key, "") << to_text(problem, sources, false);
    }
}

TEST(WholeLibrary, SaysWhereAKeyIsMisspelt) {
    const char* data = std::getenv("COLO_TEST_DATA");
    const fs::path folder = fs::path(data ? data : "") / "device-types/device-types/Juniper";
    if (!data || !fs::exists(folder / "ACX7100-48L-AC-AO.yaml"))
        GTEST_SKIP() << "no outside data: device-types";
    Sources sources;
    Diagnostics problems;
    check_library(folder, {}, sources, problems);
    EXPECT_THAT(
        to_text(problems, sources, false),
        testing::HasSubstr("ACX7100-48L-AC-AO.yaml:135:5: warning: unknown key poisition is "
                           "not used [unknown-key]\n"
                           "  135 |     poisition: '1'\n"
                           "      |     ^~~~~~~~~\n"
                           "  key: module-bays[1].poisition\n"
                           "  hint: did you mean position?\n"));
}

}  // namespace colo::definition
