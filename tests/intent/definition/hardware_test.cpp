#include <gmock/gmock.h>

#include <filesystem>

#include "intent/definition/files.h"
#include "intent/definition/hardware_reader.h"
#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace {

DeviceType read(const std::string& text, std::string* said = nullptr) {
    Sources sources;
    Diagnostics problems;
    const auto node = read_yaml(sources, sources.add("x.yaml", text), problems);
    DeviceType type = node ? read_device_type(*node, problems) : DeviceType{};
    if (said) *said = to_text(problems, sources, false);
    return type;
}

}  // namespace

TEST(Hardware, WhatAFileLeavesOutIsTheLibrarysDefault) {
    const DeviceType type = read("manufacturer: A\nmodel: B\nslug: a-b\n");
    EXPECT_EQ(type.height, std::nullopt);
    EXPECT_TRUE(type.full_depth);
    EXPECT_EQ(type.weight, std::nullopt);
}

TEST(Hardware, HalfHeightsAndFloatWeightsAreRead) {
    const DeviceType type = read(
        "manufacturer: A\nmodel: B\nslug: a-b\nu_height: 0.5\nweight: 20.2\nweight_unit: lb\n");
    EXPECT_EQ(type.height, HalfUnits{1});
    EXPECT_EQ(type.weight, Mass{9162});
}

TEST(Hardware, AnOddKeyIsAWarningThatOffersTheNearest) {
    std::string said;
    read("manufacturer: A\nmodel: B\nslug: a-b\nu_heigth: 1\n", &said);
    EXPECT_EQ(said, "x.yaml:4:1: warning: unknown key u_heigth is not used [unknown-key]\n"
                    "    4 | u_heigth: 1\n"
                    "      | ^~~~~~~~\n"
                    "  hint: did you mean u_height?\n"
                    "1 warning in 1 file\n");
}

TEST(Hardware, PortsThatAreNoListAreNotDroppedInSilence) {
    std::string said;
    read("manufacturer: A\nmodel: B\nslug: a-b\npower-ports: none\n", &said);
    EXPECT_THAT(said,
                testing::HasSubstr("x.yaml:4:14: error: power-ports must be a list [wrong-type]"));
}

TEST(Hardware, EveryFileOfTheCommunitysLibraryIsRead) {
    const char* data = std::getenv("COLO_TEST_DATA");
    const auto folder = std::filesystem::path(data ? data : "") / "device-types" / "device-types";
    if (!data || !std::filesystem::exists(folder)) GTEST_SKIP() << "no outside data: device-types";
    std::size_t files = 0, ports = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        Sources sources;
        Diagnostics problems;
        const auto node = read_document(entry.path(), sources, problems);
        ASSERT_TRUE(node) << to_text(problems, sources, false);
        const DeviceType type = read_device_type(*node, problems);
        EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
        EXPECT_NE(type.model, "") << entry.path();
        ++files;
        ports += type.ports.size();
    }
    EXPECT_GT(files, 80U);
    EXPECT_GT(ports, 2000U);
}

}  // namespace colo::definition
