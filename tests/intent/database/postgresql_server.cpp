#include "tests/intent/database/postgresql_server.h"

#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <iterator>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "intent/database/session.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

const fs::path programs = "/usr/lib/postgresql/15/bin";

/// The server refuses to run as root; its package brings a user for it.
const passwd* other_user() { return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr; }

/// Starts a program that ends when this process does.
pid_t spawn(const std::vector<std::string>& words, const std::string& log) {
    const passwd* user = other_user();
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (user != nullptr && (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::getppid() != parent) ::_exit(125);
    if (std::freopen(log.c_str(), "a", stdout) == nullptr) ::_exit(124);
    ::dup2(1, 2);
    ::setsid();
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

std::vector<pid_t> children_of(pid_t parent) {
    const std::string number = std::to_string(parent);
    std::istringstream in(read_file("/proc/" + number + "/task/" + number + "/children"));
    return {std::istream_iterator<pid_t>(in), {}};
}

}  // namespace

bool PostgresqlServer::is_installed() { return fs::exists(programs / "postgres"); }

PostgresqlServer::PostgresqlServer() {
    const fs::path log = folder_.path() / "log";
    fs::create_directory(socket_folder());
    write_file(log, "");
    if (const passwd* user = other_user())
        for (const fs::path& path : {folder_.path(), fs::path(socket_folder()), log})
            if (::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) std::abort();
    const pid_t initdb = spawn({programs / "initdb", "--no-sync", "--auth=trust", "--username=colo",
                                "--encoding=UTF8", "--locale=C.UTF-8", folder_.file("data")},
                               log);
    int status = 0;
    ::waitpid(initdb, &status, 0);
    EXPECT_EQ(status, 0) << read_file(log);
    start();
}

PostgresqlServer::~PostgresqlServer() {
    if (process_ != 0) end(SIGQUIT);
}

void PostgresqlServer::start() {
    process_ =
        spawn({programs / "postgres", "-D", folder_.file("data"), "-c", "listen_addresses=", "-c",
               "unix_socket_directories=" + socket_folder(), "-c", "unix_socket_permissions=0700",
               "-c", "max_connections=150", "-c", "shared_buffers=32MB"},
              folder_.file("log"));
    for (int waited = 0; waited < 300; ++waited) {
        if (database::open_session(url("public"))) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ADD_FAILURE() << "PostgreSQL does not start:\n" << read_file(folder_.file("log"));
}

void PostgresqlServer::stop() { end(SIGINT); }

void PostgresqlServer::kill() {
    ::kill(process_, SIGSTOP);  // so that it starts no process more
    for (const pid_t child : children_of(process_)) ::kill(child, SIGKILL);
    ::kill(process_, SIGKILL);
    int status = 0;
    ::waitpid(std::exchange(process_, 0), &status, 0);
}

void PostgresqlServer::end(int signal) {
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(std::exchange(process_, 0), &status, 0);
}

std::string PostgresqlServer::url(const std::string& schema, const std::string& folder) const {
    return "postgresql:///postgres?user=colo&host=" + (folder.empty() ? socket_folder() : folder) +
           "&options=-csearch_path%3D" + schema;
}

std::string PostgresqlServer::make_schema() {
    const std::string schema = "test_" + std::to_string(++schemas_);
    const auto session = database::open_session(url("public"));
    EXPECT_TRUE(session && session.value()->execute("CREATE SCHEMA " + schema));
    return url(schema);
}

PostgresqlServer& shared_postgresql() {
    static PostgresqlServer server;
    return server;
}

}  // namespace colo::tests
