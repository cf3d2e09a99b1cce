// A temporary folder for one test, and what tests of files need beside it.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace colo::tests {

/// Made empty, and removed with all that is in it.
class Folder {
public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "colo-test-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::string file(const std::string& name) const { return path_ / name; }
    std::string url(const std::string& name = "colo.db") const { return "sqlite:" + file(name); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline void write_file(const std::string& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

inline std::string read_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// While it lives, file modes count even where the tests run as root.
class NotRoot {
public:
    NotRoot() : root_(::geteuid() == 0) {
        if (root_) become(65534);
    }
    NotRoot(const NotRoot&) = delete;
    NotRoot& operator=(const NotRoot&) = delete;
    ~NotRoot() {
        if (root_) become(0);
    }

private:
    static void become(uid_t user) {
        if (::seteuid(user) != 0) std::abort();
    }

    bool root_;
};

/// Hands a file or folder to the user that `NotRoot` becomes.
inline void give_away(const std::filesystem::path& path, std::filesystem::perms mode) {
    if (::geteuid() == 0 && ::chown(path.c_str(), 65534, 65534) != 0) std::abort();
    std::filesystem::permissions(path, mode);
}

}  // namespace colo::tests
