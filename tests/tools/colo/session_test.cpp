// The whole main job from the command line, as a person sees it: transcripts that were read once
// and found right. COLO_ACCEPT=1 rewrites them.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/golden.h"

namespace colo::tests {

namespace {

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
        const std::string command = "cd '" + root_.string() +
                                    "' && export SOURCE_DATE_EPOCH=1795255200 "
                                    "COLO_AUTHOR=engineer-1 && unset COLO_STORE && { '" +
                                    std::string(COLO_PROGRAM) + "' " + words +
                                    "; } 2>&1 </dev/null";
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
    std::string transcript_;
    int last_exit_ = 0;
};

}  // namespace

TEST_F(Session, OfLab1IsAsItWasWhenItWasRead) {
    type("validate lab1");
    type("plan lab1");
    type("apply lab1");
    type("apply lab1 --yes -m 'first build' --ticket CHG-1");
    type("plan lab1 --detailed-exitcode");
    type("list lab1 devices");
    type("list lab1 racks");
    type("explain lab1 lab1-leaf-01:Ethernet2");
    type("explain lab1 10.99.8.12");
    type("explain lab1 lab1-srv-0003");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    type("plan lab1 --detailed-exitcode");
    type("apply lab1 --yes -m 'one more for the strategy team'");
    type("log lab1");
    type("show lab1");
    edit("site-definitions/lab1.yaml", "trading-servers: 7", "trading-serverz: 7");
    type("plan lab1");
    expect_golden("tools/colo/golden/lab1.txt", transcript_);
}

TEST_F(Session, OfAms1IsAsItWasWhenItWasRead) {
    type("validate ams1");
    type("plan ams1");
    type("apply ams1 --yes -m 'first build'");
    edit("site-definitions/ams1.yaml", "trading-servers: 240", "trading-servers: 241");
    type("plan ams1");
    type("plan ams1 --verbose");
    type("apply ams1 --yes");
    type("plan ams1");
    edit("site-definitions/ams1.yaml", "trading-servers: 241", "trading-servers: 300");
    type("plan ams1");
    expect_golden("tools/colo/golden/ams1.txt", transcript_);
}

TEST_F(Session, OfMistakesSaysWhatToDo) {
    type("plan nowhere");
    type("show nowhere");
    type("list lab1 devices");
    type("export lab1 --format intent");
    type("validate --format xml");
    type("apply lab1 --yes --store sqlite:/dev/null/x");
    type("show lab1 --at 7");
    expect_golden("tools/colo/golden/mistakes.txt", transcript_);
}

TEST_F(Session, OfASecondSiteSaysWhatTheFirstOneHas) {
    run("apply lab1 --yes");
    fs::copy(root_ / "site-definitions/lab1.yaml", root_ / "site-definitions/lab2.yaml");
    edit("site-definitions/lab2.yaml", "site: lab1", "site: lab2");
    type("validate lab2");
    type("validate lab1");
    type("validate lab2 --store sqlite:none.db");
    EXPECT_FALSE(fs::exists(root_ / "none.db"));
    edit("site-definitions/lab2.yaml", "facility: {name: our own lab",
         "facility: {name: the annex");
    edit("site-definitions/lab2.yaml", "ipv4: 10.99.0.0/18", "ipv4: 10.99.32.0/19");
    edit("site-definitions/lab2.yaml", "fd00:99::/40", "fd00:9900::/40");
    edit("site-definitions/lab2.yaml", "asn: 65099", "asn: 65098");
    type("apply lab2 --yes");
    expect_golden("tools/colo/golden/two-sites.txt", transcript_);
}

TEST_F(Session, ExportsGoToFilesAndAreTheSameTwice) {
    run("apply lab1 --yes");
    EXPECT_EQ(run("export lab1 --format cable-csv -o a.csv -q"), "");
    EXPECT_EQ(run("export lab1 --format elevation-svg -o drawings/ -q"), "");
    EXPECT_TRUE(fs::exists(root_ / "drawings/lab1-R1.svg"));
    EXPECT_EQ(run("export lab1 --format intent-json"), run("show lab1 --format json"));
    EXPECT_THAT(run("export lab1 --format cable-csv"), testing::Eq(read_golden(root_ / "a.csv")));
}

TEST_F(Session, ThePictureInTheReadmeIsWhatColoDraws) {
    run("apply ams1 --yes");
    run("export ams1 --format elevation-svg -o drawings/");
    expect_golden("tools/colo/golden/ams1-R01.svg", read_golden(root_ / "drawings/ams1-R01.svg"));
}

TEST_F(Session, AFullDiskIsNoSuccess) {
    run("apply lab1 --yes");
    EXPECT_THAT(run("show lab1 --format json >/dev/full"), testing::HasSubstr("output-lost"));
    EXPECT_EQ(last_exit_, 1);
}

}  // namespace colo::tests
