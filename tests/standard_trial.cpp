#include "tests/standard_trial.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

const std::string copy = "standards/trading-colo/9.0.0/";

void replace(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
        text.replace(at, from.size(), to);
}

/// The hardware that the version brings along.
void add_hardware(Files& files) {
    const fs::path version = fs::path(COLO_SOURCE_DIR) / "standards/trading-colo/1.0.0";
    for (const auto& entry : fs::recursive_directory_iterator(version / "device-types")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path());
        std::stringstream text;
        text << stream.rdbuf();
        files[copy + fs::relative(entry.path(), version).string()] = text.str();
    }
}

}  // namespace

Trial try_standard(const Edits& edits, std::string site, const Allocations& earlier) {
    std::string standard = shipped_standard("trading-colo/1.0.0", edits);
    replace(standard, "\nversion: 1.0.0\n", "\nversion: 9.0.0\n");
    replace(site, "trading-colo 1.0.0", "trading-colo 9.0.0");
    Files files{{copy + "standard.yaml", std::move(standard)}};
    add_hardware(files);
    Trial trial = try_site(site, earlier, files);
    replace(trial.diagnostics, copy, "");
    return trial;
}

}  // namespace colo::tests
