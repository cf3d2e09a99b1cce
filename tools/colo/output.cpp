#include "tools/colo/output.h"

#include <fmt/format.h>

#include <fstream>
#include <string_view>
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

/// What a file is, if it is none that a result may take the place of: a store, or an input that
/// somebody wrote. An input may follow an input.
std::string_view precious(const fs::path& path, std::string_view text) {
    std::ifstream in(path, std::ios::binary);
    std::string begin(400, '\0');
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(in.gcount()));
    if (begin.starts_with("SQLite format 3")) return "a store";
    for (const std::string_view format : {"format: colo-site/", "format: colo-standard/"})
        if (begin.find(format) != std::string::npos &&
            text.substr(0, 400).find(format) == std::string_view::npos)
            return "an input";
    return {};
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
    if (path.empty()) return failed(path, "it has no name");
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    if (error) return failed(path, error.message());
    if (fs::is_directory(path, error)) return failed(path, "it is a folder");
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return write_into(path, text);
    if (fs::is_symlink(path, error)) return write_file(fs::canonical(path, error), text);
    if (const auto what = precious(path, text); !what.empty())
        return Failure{"file-not-replaced",
                       fmt::format("{} is {}", path.string(), what),
                       {},
                       "name another file; this one was left as it is",
                       false};
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
