#include "tests/trial.h"

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

/// A file that goes with the trial.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& text) {
        std::string pattern = (fs::temp_directory_path() / "colo-trial-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        std::ofstream(path(), std::ios::binary) << text;
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { fs::remove_all(folder_); }
    fs::path path() const { return folder_ / "site.yaml"; }
    std::string folder() const { return folder_.string() + "/"; }

private:
    fs::path folder_;
};

std::string without(std::string text, const std::string& piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at))
        text.erase(at, piece.size());
    return text;
}

}  // namespace

Trial try_site(const std::string& text, const Allocations& earlier) {
    const ScratchFile file(text);
    const definition::Project project{COLO_SOURCE_DIR};
    Sources sources;
    Diagnostics problems;
    Trial trial;
    if (const auto inputs = definition::load_site(project, file.path(), sources, problems))
        trial.outcome = generator::generate(*inputs, earlier, sources, problems);
    if (trial.outcome)
        rules::check_all(trial.outcome->generated.intent, trial.outcome->constraints, problems);
    problems.sort(sources);
    trial.diagnostics = without(to_text(problems, sources, false), file.folder());
    trial.diagnostics = without(trial.diagnostics, std::string(COLO_SOURCE_DIR) + "/");
    return trial;
}

std::string shipped_site(const std::string& name,
                         const std::vector<std::pair<std::string, std::string>>& edits) {
    std::ifstream stream(std::string(COLO_SOURCE_DIR) + "/site-definitions/" + name + ".yaml");
    std::stringstream text;
    text << stream.rdbuf();
    std::string whole = text.str();
    for (const auto& [from, to] : edits) {
        const std::size_t at = whole.find(from);
        EXPECT_NE(at, std::string::npos) << from << " is not in " << name;
        if (at != std::string::npos) whole.replace(at, from.size(), to);
    }
    return whole;
}

std::string lines_with(const std::string& text, const std::string& word) {
    std::istringstream lines(text);
    std::string found;
    for (std::string line; std::getline(lines, line);)
        if (line.find(word) != std::string::npos) found += line + "\n";
    return found;
}

}  // namespace colo::tests
