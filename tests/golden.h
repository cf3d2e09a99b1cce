// Golden files: what an output was when a person last read it and found it right.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace colo::tests {

inline std::string read_golden(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Expects the text to equal a file, byte for byte; the path is relative to `tests/`. With
/// COLO_ACCEPT=1 in the environment the file is written instead: read the difference.
inline void expect_golden(std::string_view path_relative_to_tests, std::string_view text) {
    const auto file = std::filesystem::path(COLO_SOURCE_DIR) / "tests" / path_relative_to_tests;
    const char* accept = std::getenv("COLO_ACCEPT");
    if (accept && std::string_view(accept) == "1") {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream out(file, std::ios::binary);
        out << text;
        ASSERT_TRUE(out.flush().good()) << "cannot write " << file;
        return;
    }
    ASSERT_TRUE(std::filesystem::exists(file))
        << file << " does not exist; COLO_ACCEPT=1 writes it";
    EXPECT_EQ(read_golden(file), text)
        << "differs from " << file << "; COLO_ACCEPT=1 rewrites it, then read the difference";
}

}  // namespace colo::tests
