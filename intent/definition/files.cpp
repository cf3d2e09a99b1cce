#include "intent/definition/files.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace fs = std::filesystem;

Result<std::string> read_text(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return Failure{"file-not-readable",
                       fmt::format("{} is {}", shown_path(path),
                                   fs::exists(path, error) ? "not a file" : "not there"),
                       {},
                       "",
                       false};
    std::ifstream stream(path, std::ios::binary);
    std::string text(most_bytes + 1, '\0');
    if (stream) stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream && !stream.eof())
        return Failure{"file-not-readable",
                       fmt::format("{} cannot be read", shown_path(path)),
                       {},
                       "look at its permissions",
                       false};
    text.resize(static_cast<std::size_t>(stream.gcount()));
    text.shrink_to_fit();
    return text;
}

std::string shown_path(const fs::path& path) {
    std::error_code error;
    const fs::path relative = fs::relative(path, fs::current_path(error), error);
    if (error || relative.empty() || *relative.begin() == "..") return path.string();
    return relative.string();
}

std::optional<Node> read_document(const fs::path& path, Sources& sources, Diagnostics& out) {
    auto text = read_text(path);
    if (!text) {
        const int file = sources.add(shown_path(path), "");
        Diagnostic& problem =
            out.error("file-not-readable", {file, 0, 0, 0}, text.failure().message);
        problem.hint = text.failure().hint;
        return std::nullopt;
    }
    return read_yaml(sources, sources.add(shown_path(path), *std::move(text)), out);
}

}  // namespace colo::definition
