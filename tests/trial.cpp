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

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// A project that goes with the trial: the site and, beside the shipped standards, more files.
class ScratchProject {
public:
    ScratchProject(const std::string& site, const Files& files) {
        std::string pattern = (fs::temp_directory_path() / "colo-trial-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        write(definition(), site);
        if (files.empty()) return;
        for (const auto& entry : fs::directory_iterator(shipped())) link(entry);
        for (const auto& [path, text] : files) {
            make_own((folder_ / path).parent_path());
            fs::remove(folder_ / path);
            write(folder_ / path, text);
        }
    }
    ScratchProject(const ScratchProject&) = delete;
    ScratchProject& operator=(const ScratchProject&) = delete;
    ~ScratchProject() { fs::remove_all(folder_); }

    fs::path definition() const { return folder_ / "site.yaml"; }
    fs::path root() const {
        return fs::exists(folder_ / "standards") ? folder_ : fs::path(COLO_SOURCE_DIR);
    }
    std::string folder() const { return folder_.string() + "/"; }

private:
    static fs::path shipped() { return fs::path(COLO_SOURCE_DIR) / "standards"; }

    /// What is written must not follow a link into the shipped folders.
    static void make_own(const fs::path& folder) {
        if (!fs::is_symlink(folder)) return;
        const fs::path shipped = fs::read_symlink(folder);
        fs::remove(folder);
        fs::create_directories(folder);
        for (const auto& inner : fs::directory_iterator(shipped))
            fs::create_symlink(inner.path(), folder / inner.path().filename());
    }

    /// A folder of our own with links to what it holds, so that more can be put beside them.
    void link(const fs::directory_entry& entry) const {
        if (!entry.is_directory()) return;
        const fs::path here = folder_ / "standards" / entry.path().filename();
        fs::create_directories(here);
        for (const auto& inner : fs::directory_iterator(entry.path()))
            fs::create_symlink(inner.path(), here / inner.path().filename());
    }

    fs::path folder_;
};

std::string text_of(const fs::path& path) {
    std::ifstream stream(path);
    std::stringstream text;
    text << stream.rdbuf();
    EXPECT_FALSE(text.str().empty()) << path;
    return text.str();
}

std::string edited(std::string whole,
                   const std::vector<std::pair<std::string, std::string>>& edits) {
    for (const auto& [from, to] : edits) {
        const std::size_t at = whole.find(from);
        EXPECT_NE(at, std::string::npos) << from << " is not in the file";
        if (at != std::string::npos) whole.replace(at, from.size(), to);
    }
    return whole;
}

std::string without(std::string text, const std::string& piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at))
        text.erase(at, piece.size());
    return text;
}

}  // namespace

Trial try_site(const std::string& text, const Allocations& earlier, const Files& files) {
    const ScratchProject scratch(text, files);
    const definition::Project project{scratch.root()};
    Sources sources;
    Diagnostics problems;
    Trial trial;
    if (const auto inputs = definition::load_site(project, scratch.definition(), sources, problems))
        trial.outcome = generator::generate(*inputs, earlier, sources, problems);
    if (trial.outcome)
        rules::check_all(trial.outcome->generated.intent, trial.outcome->constraints, problems);
    problems.sort(sources);
    trial.diagnostics = without(to_text(problems, sources, false), scratch.folder());
    trial.diagnostics = without(trial.diagnostics, std::string(COLO_SOURCE_DIR) + "/");
    return trial;
}

std::string shipped_site(const std::string& name,
                         const std::vector<std::pair<std::string, std::string>>& edits) {
    return edited(text_of(fs::path(COLO_SOURCE_DIR) / "site-definitions" / (name + ".yaml")),
                  edits);
}

std::string shipped_standard(const std::string& version,
                             const std::vector<std::pair<std::string, std::string>>& edits) {
    return edited(text_of(fs::path(COLO_SOURCE_DIR) / "standards" / version / "standard.yaml"),
                  edits);
}

std::string lines_with(const std::string& text, const std::string& word) {
    std::istringstream lines(text);
    std::string found;
    for (std::string line; std::getline(lines, line);)
        if (line.find(word) != std::string::npos) found += line + "\n";
    return found;
}

}  // namespace colo::tests
