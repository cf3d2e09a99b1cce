#include "tests/standard_trial.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "intent/definition/project.h"
#include "intent/rules/rule.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

/// A project of one standard, which goes with the trial.
class ScratchProject {
public:
    ScratchProject(const Edits& edits, const std::string& site) {
        std::string pattern = (fs::temp_directory_path() / "colo-standard-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        fs::create_directories(version());
        for (const char* kind : {"device-types", "module-types", "rack-types"})
            fs::create_directory_symlink(shipped() / kind, root_ / "standards" / kind);
        fs::create_directory_symlink(shipped() / "trading-colo/1.0.0/device-types",
                                     version() / "device-types");
        std::ofstream(version() / "standard.yaml") << edited(edits);
        std::ofstream(definition()) << site;
    }
    ScratchProject(const ScratchProject&) = delete;
    ScratchProject& operator=(const ScratchProject&) = delete;
    ~ScratchProject() { fs::remove_all(root_); }

    const fs::path& root() const { return root_; }
    fs::path version() const { return root_ / "standards/trading-colo/1.0.0"; }
    fs::path definition() const { return root_ / "site.yaml"; }

private:
    static fs::path shipped() { return fs::path(COLO_SOURCE_DIR) / "standards"; }

    static std::string edited(const Edits& edits) {
        std::ifstream stream(shipped() / "trading-colo/1.0.0/standard.yaml");
        std::stringstream text;
        text << stream.rdbuf();
        std::string whole = text.str();
        for (const auto& [from, to] : edits) {
            const std::size_t at = whole.find(from);
            EXPECT_NE(at, std::string::npos) << from << " is not in the standard";
            if (at != std::string::npos) whole.replace(at, from.size(), to);
        }
        return whole;
    }

    fs::path root_;
};

std::string without(std::string text, const std::string& piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at))
        text.erase(at, piece.size());
    return text;
}

}  // namespace

Trial try_standard(const Edits& edits, const std::string& site, const Allocations& earlier) {
    const ScratchProject scratch(edits, site);
    Sources sources;
    Diagnostics problems;
    Trial trial;
    if (const auto inputs = definition::load_site({scratch.root()}, scratch.definition(), sources,
                                                  problems))
        trial.outcome = generator::generate(*inputs, earlier, sources, problems);
    if (trial.outcome)
        rules::check_all(trial.outcome->generated.intent, trial.outcome->constraints, problems);
    problems.sort(sources);
    trial.diagnostics = to_text(problems, sources, false);
    trial.diagnostics = without(trial.diagnostics, scratch.version().string() + "/");
    trial.diagnostics = without(trial.diagnostics, scratch.root().string() + "/");
    return trial;
}

}  // namespace colo::tests
