// What others read in our PDFs: poppler's programs, run on a file.
#pragma once

#include <array>
#include <cstdio>
#include <string>

#include "tests/intent/database/folder.h"

namespace colo::tests {

/// What a program prints, `{}` in its arguments being the file with these bytes.
inline std::string printed_by(std::string command, const std::string& bytes) {
    const Folder folder;
    const std::string file = folder.file("it.pdf");
    write_file(file, bytes);
    const std::size_t at = command.find("{}");
    if (at != std::string::npos) command.replace(at, 2, file);
    std::string out;
    // NOLINTNEXTLINE(cert-env33-c): as in a shell
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return "cannot run " + command;
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe))
        out.append(part.data(), count);
    return ::pclose(pipe) == 0 ? out : "failed: " + command + "\n" + out;
}

}  // namespace colo::tests
