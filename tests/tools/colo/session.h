// The program run in a copy of the project's inputs, as a person runs it.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/golden.h"

namespace colo::tests {

namespace fs = std::filesystem;

/// A copy of the project's inputs, and the program run in it.
class Session : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "colo-session-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        const fs::path source = COLO_SOURCE_DIR;
        for (const char* folder : {"standards", "site-definitions"})
            fs::copy(source / folder, root_ / folder, fs::copy_options::recursive);
    }
    void TearDown() override { fs::remove_all(root_); }

    /// Runs `colo WORDS`; what it prints on both channels, then its exit status if that is not 0.
    std::string run(const std::string& words) {
        const std::string command =
            "cd '" + root_.string() + "' && export SOURCE_DATE_EPOCH=" + now_ +
            " "
            "COLO_AUTHOR=engineer-1 && unset COLO_STORE && { '" +
            std::string(COLO_PROGRAM) + "' " + words + "; } 2>&1 </dev/null";
        std::string out;
        std::FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
        std::array<char, 4096> buffer{};
        while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
            out.append(buffer.data(), got);
        const int status = pclose(pipe);
        last_exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        if (last_exit_ != 0) out += "exit " + std::to_string(last_exit_) + "\n";
        return out;
    }

    /// As a transcript: the command, then what came.
    void type(const std::string& words) {
        transcript_ += "$ colo " + words + "\n" + timeless(run(words));
    }

    /// The line with how long it took is not the same twice.
    static std::string timeless(const std::string& text) {
        std::istringstream lines(text);
        std::string out;
        for (std::string line; std::getline(lines, line);)
            if (!(line.starts_with("in ") && line.ends_with(" s"))) out += line + "\n";
        return out;
    }

    void edit(const std::string& file, const std::string& from, const std::string& to) {
        std::ifstream in(root_ / file);
        std::stringstream text;
        text << in.rdbuf();
        std::string whole = text.str();
        const std::size_t at = whole.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        whole.replace(at, from.size(), to);
        std::ofstream(root_ / file) << whole;
        transcript_ += "# " + file + ": " + from + " becomes " + to + "\n";
    }

    fs::path root_;
    std::string now_ = "1795255200";  ///< 2026-11-21T10:00:00Z
    std::string transcript_;
    int last_exit_ = 0;
};

}  // namespace colo::tests
