#include "intent/definition/library_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "intent/definition/files.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

std::optional<HardwareKind> kind_named(const fs::path& name) {
    for (const HardwareKind kind :
         {HardwareKind::device_type, HardwareKind::module_type, HardwareKind::rack_type})
        if (name == folder_of(kind)) return kind;
    return std::nullopt;
}

/// Of a folder: what it or the nearest folder above it is named for.
std::optional<HardwareKind> kind_of(const fs::path& folder) {
    std::error_code error;
    fs::path at = fs::absolute(folder, error).lexically_normal();
    if (!at.has_filename()) at = at.parent_path();
    for (; at.has_relative_path(); at = at.parent_path())
        if (const auto kind = kind_named(at.filename())) return kind;
    return std::nullopt;
}

class Walk {
public:
    Walk(Sources& sources, Diagnostics& out) : sources_(sources), out_(out) {}

    void folder(const fs::path& path, const fs::path& shown, std::optional<HardwareKind> kind) {
        std::error_code error;
        for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
            entry(*it, (shown / it->path().filename()).lexically_normal(), kind);
        if (error)
            say(Severity::error, "folder-not-readable", shown,
                fmt::format("the folder cannot be read: {}", error.message()));
    }

    std::vector<LibraryFile> take() {
        std::sort(files_.begin(), files_.end(),
                  [](const auto& a, const auto& b) { return a.shown < b.shown; });
        return std::move(files_);
    }

private:
    void entry(const fs::directory_entry& found, const fs::path& shown,
               std::optional<HardwareKind> kind) {
        std::error_code error;
        const fs::path name = found.path().filename();
        if (name.native().starts_with('.')) return;
        const std::optional<HardwareKind> named = kind_named(name);
        if (found.is_directory(error)) {
            if (!found.is_symlink(error))
                folder(found.path(), shown, named ? named : kind);
            else if (named || kind)
                say(Severity::warning, "link-not-followed", shown,
                    "a link to a folder is not followed");
        } else if (kind && (name.extension() == ".yaml" || name.extension() == ".yml")) {
            files_.push_back({found.path(), shown.string(), *kind});
        }
    }

    void say(Severity severity, std::string code, const fs::path& shown, std::string summary) {
        const SourceRange at{sources_.add(shown.string(), ""), 1, 1, 0};
        if (severity == Severity::error)
            out_.error(std::move(code), at, std::move(summary));
        else
            out_.warning(std::move(code), at, std::move(summary));
    }

    Sources& sources_;
    Diagnostics& out_;
    std::vector<LibraryFile> files_;
};

}  // namespace

std::vector<LibraryFile> find_library_files(const fs::path& folder, Sources& sources,
                                            Diagnostics& out) {
    Walk walk(sources, out);
    walk.folder(folder, shown_path(folder), kind_of(folder));
    auto files = walk.take();
    if (files.empty())
        out.error("no-hardware", {sources.add(shown_path(folder), ""), 1, 1, 0},
                  "there is no hardware file here")
            .hint = "name a folder with device-types/, module-types/ or rack-types/ in it";
    return files;
}

}  // namespace colo::definition
