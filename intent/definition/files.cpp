#include "intent/definition/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

Failure not_readable(const std::string& message, const std::string& hint = {}) {
    return {"file-not-readable", message, {}, hint, false};
}

}  // namespace

Result<std::string> read_text(const fs::path& path, std::size_t most) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        const std::string_view what = fs::exists(path, error)       ? "not a file"
                                      : fs::is_symlink(path, error) ? "a link that leads nowhere"
                                                                    : "not there";
        return not_readable(fmt::format("{} is {}", shown_path(path), what));
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    std::array<char, 64 * 1024> piece{};
    while (stream && text.size() <= most) {
        stream.read(piece.data(), piece.size());
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream && !stream.eof())
        return not_readable(fmt::format("{} cannot be read", shown_path(path)),
                            "look at its permissions");
    text.resize(std::min(text.size(), most + 1));
    return text;
}

namespace {

/// Half of a number is a number, too.
void warn_of_cut(const std::string& text, int file, Diagnostics& out) {
    if (text.empty() || text.back() == '\n') return;
    const auto line = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    const std::size_t begin = text.rfind('\n') + 1;  // npos + 1 is 0
    const auto length = static_cast<int>(text.size() - begin);
    out.warning("cut-off", {file, line, length + 1, 1}, "the file ends in the middle of a line")
        .hint = "look whether it was cut off; if not, end it with a line break";
}

}  // namespace

std::string shown_path(const fs::path& path) {
    std::error_code error;
    const fs::path relative = fs::relative(path, fs::current_path(error), error);
    if (error || relative.empty() || *relative.begin() == "..") return path.string();
    return relative.string();
}

std::optional<Node> read_document(const fs::path& path, Sources& sources, Diagnostics& out) {
    return read_document(path, shown_path(path), Policy::strict, sources, out);
}

std::optional<Node> read_document(const fs::path& path, std::string shown, Policy policy,
                                  Sources& sources, Diagnostics& out, const Limits& limits) {
    auto text = read_text(path, limits.bytes);
    if (!text) {
        const int file = sources.add(std::move(shown), "");
        out.error("file-not-readable", {file, 1, 1, 0}, text.failure().message).hint =
            text.failure().hint;
        return std::nullopt;
    }
    const int file = sources.add(std::move(shown), *std::move(text));
    if (policy == Policy::strict && sources.file(file).text.size() <= limits.bytes)
        warn_of_cut(sources.file(file).text, file, out);
    return read_yaml(sources, file, out, policy, limits);
}

}  // namespace colo::definition
