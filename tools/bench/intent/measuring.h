// What every measurement needs: a clock, a folder, the memory that was used, and a way out.
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "intent/base/diagnostic.h"

namespace colo::bench {

inline double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A folder that goes with the run.
class Scratch {
public:
    Scratch() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "bench-intent-XXXXXX").string();
        if (mkdtemp(pattern.data())) path_ = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        if (!path_.empty()) std::filesystem::remove_all(path_, error);
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

[[noreturn]] inline void give_up(const Diagnostics& problems, const Sources& sources) {
    std::fputs(to_text(problems, sources, false).c_str(), stderr);
    std::exit(1);
}

inline long peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}  // namespace colo::bench
