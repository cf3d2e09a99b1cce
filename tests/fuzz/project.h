// What the fuzz targets share: a copy of the shipped inputs in which one file is the fuzzer's, and
// what is done to it.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "intent/definition/project.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"

namespace colo::fuzz {

/// Made on the first input; the folder stays when the fuzzer ends, as libFuzzer leaves no way to
/// clean up after it.
class Project {
public:
    Project() {
        namespace fs = std::filesystem;
        std::string name = (fs::temp_directory_path() / "colo-fuzz-XXXXXX").string();
        if (!mkdtemp(name.data())) std::abort();
        root_ = name;
        for (const char* part : {"standards", "site-definitions"})
            fs::copy(fs::path(COLO_SOURCE_DIR) / part, root_ / part, fs::copy_options::recursive);
    }
    const std::filesystem::path& root() const { return root_; }

    void write(const std::string& file, const std::uint8_t* data, std::size_t size) const {
        std::filesystem::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file, std::ios::binary)
            .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }

    /// Reads, generates and checks a site: what comes of it is an intent or an error.
    void build(const std::string& site, const Allocations& earlier = {}) const {
        Sources sources;
        Diagnostics problems;
        std::optional<generator::Outcome> outcome;
        const auto inputs = definition::load_site(
            {root_}, root_ / "site-definitions" / (site + ".yaml"), sources, problems);
        if (inputs) outcome = generator::generate(*inputs, earlier, sources, problems);
        if (outcome)
            rules::check_all(outcome->generated.intent, outcome->constraints, problems);
        else if (!problems.has_errors())
            std::abort();  // no site, and nobody says why
        to_text(problems, sources, false);
    }

private:
    std::filesystem::path root_;
};

}  // namespace colo::fuzz
