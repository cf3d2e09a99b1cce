// Completion as a person has it: three real shells, and what is offered.
#include <gmock/gmock.h>
#include <poll.h>
#include <pty.h>

#include <chrono>
#include <csignal>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// An interactive shell on a terminal of its own. Its start-up file must make the prompt `ready>`
/// and Ctrl-X p write the line that is being typed into the file `line`.
class Shell {
public:
    Shell(const fs::path& folder, const std::vector<std::string>& words) : folder_(folder) {
        pid_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
        if (pid_ == 0) start(words);
        wait_until([&] { return output_.find("ready>") != std::string::npos; });
    }
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;
    ~Shell() {
        kill(pid_, SIGKILL);
        close(terminal_);
        waitpid(pid_, nullptr, 0);
    }

    /// The line after typing this and the Tab key.
    std::string completed(const std::string& typed) {
        const fs::path line = folder_ / "line";
        fs::remove(line);
        send("\x15" + typed + "\t\x18p");
        wait_until([&] { return fs::exists(line); });
        return read_golden(line);
    }

private:
    [[noreturn]] void start(const std::vector<std::string>& words) const {
        fs::current_path(folder_);
        const std::string path = fs::path(COLO_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
        setenv("PATH", path.c_str(), 1);
        setenv("HOME", folder_.c_str(), 1);
        setenv("ZDOTDIR", folder_.c_str(), 1);
        setenv("TERM", "xterm", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        unsetenv("COLO_STORE");
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }

    void send(const std::string& keys) {
        ASSERT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
    }

    void wait_until(const auto& happened) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!happened()) {
            ASSERT_LT(std::chrono::steady_clock::now(), end) << output_;
            pollfd ready{terminal_, POLLIN, 0};
            if (poll(&ready, 1, 20) <= 0) continue;
            std::array<char, 4096> buffer{};
            const ssize_t got = read(terminal_, buffer.data(), buffer.size());
            ASSERT_GT(got, 0) << "the shell ended: " << output_;
            output_.append(buffer.data(), static_cast<std::size_t>(got));
        }
    }

    fs::path folder_;
    int terminal_ = -1;
    pid_t pid_ = -1;
    std::string output_;
};

class Completion : public Session {
protected:
    void SetUp() override {
        Session::SetUp();
        run("apply lab1 --yes -m 'first build'");
    }

    /// The words that are offered, without what they are.
    std::vector<std::string> offered(const std::string& words) {
        std::istringstream lines(run("complete " + words));
        std::vector<std::string> found;
        for (std::string line; std::getline(lines, line);)
            found.push_back(line.substr(0, line.find('\t')));
        return found;
    }

    void expect_completed_by(Shell& shell) {
        EXPECT_EQ(shell.completed("colo li"), "colo list ");
        EXPECT_EQ(shell.completed("colo e"), "colo exp");
        EXPECT_EQ(shell.completed("colo list la"), "colo list lab1 ");
        EXPECT_EQ(shell.completed("colo list lab1 dev"), "colo list lab1 devices ");
        EXPECT_EQ(shell.completed("colo schema site trading-colo@1.0"),
                  "colo schema site trading-colo@1.0.0 ");
        EXPECT_EQ(shell.completed("colo export lab1 --format cable"),
                  "colo export lab1 --format cable-csv ");
        EXPECT_EQ(shell.completed("colo export lab1 --format=cable"),
                  "colo export lab1 --format=cable-csv ");
        EXPECT_EQ(shell.completed("colo validate site-defi"), "colo validate site-definitions/");
        EXPECT_EQ(shell.completed("colo validate site-definitions/la"),
                  "colo validate site-definitions/lab1.yaml ");
        EXPECT_EQ(shell.completed("colo explain lab1 lab1-leaf-01:Ethernet7"),
                  "colo explain lab1 lab1-leaf-01:Ethernet7 ");
        EXPECT_EQ(shell.completed("colo explain lab1 lab1-r1-pdu-a:L3\\ C19\\ 02"),
                  "colo explain lab1 lab1-r1-pdu-a:L3\\ C19\\ 02 ");
        EXPECT_EQ(shell.completed("colo explain lab1 lab1-r1-pdu-a:L3\\ C1"),
                  shell.completed("colo explain lab1 lab1-r1-pdu-a:L3\\ C"));
    }
};

}  // namespace

TEST_F(Completion, WorksInBash) {
    std::ofstream(root_ / "start")
        << "PS1='ready>'\nsource <(colo completion bash)\n"
           "report() { printf %s \"$READLINE_LINE\" >part; mv part line; }\n"
           "bind -x '\"\\C-xp\": report'\n";
    Shell bash(root_, {"bash", "--noprofile", "--rcfile", "start", "-i"});
    expect_completed_by(bash);
}

TEST_F(Completion, WorksInZsh) {
    std::ofstream(root_ / ".zshrc")
        << "PS1='ready>'\nbindkey -e\nautoload -Uz compinit\ncompinit -D -u\n"
           "source <(colo completion zsh)\n"
           "report() { print -rn -- \"$BUFFER\" >part; mv part line }\n"
           "zle -N report\nbindkey '^Xp' report\n";
    Shell zsh(root_, {"zsh", "-d", "-i"});
    expect_completed_by(zsh);
}

TEST_F(Completion, WorksInFish) {
    const auto fish = [&](const std::string& line) {
        const std::string command = "cd '" + root_.string() + "' && PATH=\"" +
                                    fs::path(COLO_PROGRAM).parent_path().string() +
                                    ":$PATH\" HOME=. fish --no-config -c 'colo completion fish | "
                                    "source; complete -C \"" +
                                    line + "\"' >answer 2>&1 </dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c): as in a shell
        return read_golden(root_ / "answer");
    };
    EXPECT_EQ(fish("colo li"),
              "list\tone kind of object: racks, devices, ports, cables, addresses, ...\n");
    EXPECT_EQ(fish("colo list la"), "lab1\n");
    EXPECT_EQ(fish("colo list lab1 dev"), "devices\n");
    EXPECT_EQ(fish("colo schema site edge"), "edge-pop@1.0.0\n");
    EXPECT_EQ(fish("colo export lab1 --format=cable"), "--format=cable-csv\n");
    EXPECT_EQ(fish("colo validate site-definitions/la"), "site-definitions/lab1.yaml\n");
    EXPECT_THAT(fish("colo explain lab1 lab1-r1-pdu-a:L3"), HasSubstr("lab1-r1-pdu-a:L3 C19 02"));
}

TEST_F(Completion, OffersWhatMayStandThere) {
    EXPECT_THAT(offered("''"), testing::IsSupersetOf({"apply", "new", "schema", "version"}));
    EXPECT_THAT(offered("''"), testing::Not(testing::Contains("complete")));
    EXPECT_THAT(offered("show ''"), testing::IsSupersetOf({"ams1", "lab1"}));
    EXPECT_THAT(offered("new ''"), testing::IsEmpty());
    EXPECT_THAT(offered("new par1 --standard trading-colo@1"),
                ElementsAre("trading-colo@1.0.0", "trading-colo@1.1.0"));
    EXPECT_THAT(offered("completion ''"), ElementsAre("bash", "zsh", "fish"));
    EXPECT_THAT(offered("completion bash ''"), testing::IsEmpty());
    EXPECT_THAT(offered("schema s"), ElementsAre("site", "standard"));
    EXPECT_THAT(offered("list lab1 p"),
                ElementsAre("panel-ports", "ports", "power-ports", "prefixes"));
    EXPECT_THAT(offered("show lab1 --at ''"), ElementsAre("1"));
    EXPECT_THAT(offered("plan lab1 --color a"), ElementsAre("auto", "always"));
    EXPECT_THAT(offered("plan lab1 --d"), ElementsAre("--detailed-exitcode"));
    EXPECT_THAT(offered("explain lab1 lab1-gm"), testing::IsEmpty());
    EXPECT_THAT(offered("explain lab1 X"), ElementsAre("X-1", "X-2"));
    EXPECT_THAT(offered("explain lab1 leaf.R1.1:Man"), ElementsAre("leaf.R1.1:Management1"));
    EXPECT_THAT(offered("nonsense ''"), testing::IsEmpty());
    EXPECT_THAT(offered("--store ''"), testing::IsEmpty());
}

TEST_F(Completion, IsSilentWhereNothingCanBeFoundOut) {
    fs::remove_all(root_ / "standards");
    fs::remove(root_ / "colo.db");
    EXPECT_EQ(run("complete list ''"), "");
    EXPECT_EQ(run("complete explain lab1 lab1-leaf-01:"), "");
    EXPECT_EQ(run("complete new x --standard ''"), "");
}

}  // namespace colo::tests
