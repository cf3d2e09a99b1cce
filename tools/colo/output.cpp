#include "tools/colo/output.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace colo::tool {

namespace fs = std::filesystem;

namespace {

Failure failed(const fs::path& path, const std::string& why) {
    return {"file-not-written",
            fmt::format("{} cannot be written", path.string()),
            {why},
            "look at its folder's permissions and the free space",
            true};
}

/// A device, a pipe: what is there stays what it is.
Result<Done> write_into(const fs::path& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    if (!stream) return failed(path, "writing failed");
    return Done{};
}

}  // namespace

Result<Done> write_file(const fs::path& path, const std::string& text) {
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    if (error) return failed(path, error.message());
    if (fs::is_directory(path, error)) return failed(path, "it is a folder");
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return write_into(path, text);
    if (fs::is_symlink(path, error)) return write_file(fs::canonical(path, error), text);
    const fs::path beside = path.string() + ".part";
    {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        stream.close();
        if (!stream) {
            fs::remove(beside, error);
            return failed(path, "writing failed");
        }
    }
    fs::rename(beside, path, error);
    if (error) return failed(path, error.message());
    return Done{};
}

Result<Done> write_files(const fs::path& folder, const std::map<std::string, std::string>& files) {
    for (const auto& [name, text] : files)
        if (auto written = write_file(folder / name, text); !written) return written;
    return Done{};
}

}  // namespace colo::tool
