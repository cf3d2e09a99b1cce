#include "intent/definition/version_files.h"

#include <algorithm>

#include "intent/base/digest.h"
#include "intent/base/suggestion.h"
#include "intent/definition/files.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> folders_in(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_directory()) found.push_back(it->path().filename().string());
    std::sort(found.begin(), found.end(), natural_less);
    return found;
}

}  // namespace

std::optional<fs::path> version_folder(const Project& project, const At<StandardRef>& ref,
                                       Diagnostics& out) {
    fs::path folder = project.standards() / ref->name / ref->version;
    if (fs::is_regular_file(folder / "standard.yaml")) return folder;
    const fs::path named = project.standards() / ref->name;
    if (fs::is_directory(named) && is_identity(ref->name)) {
        out.error("unknown-standard", ref.at,
                  fmt::format("{} has no version {}", ref->name, ref->version))
            .hint = fmt::format("there is {}", fmt::join(folders_in(named), ", "));
        return std::nullopt;
    }
    std::vector<std::string> standards;
    for (const StandardRef& one : published_standards(project))
        if (standards.empty() || standards.back() != one.name) standards.push_back(one.name);
    out.error("unknown-standard", ref.at, fmt::format("unknown standard {}", ref->name)).hint =
        suggestion(ref->name, standards);
    return std::nullopt;
}

std::vector<StandardRef> published_standards(const Project& project) {
    std::vector<StandardRef> found;
    for (const std::string& name : folders_in(project.standards()))
        for (const std::string& version : folders_in(project.standards() / name))
            if (fs::is_regular_file(project.standards() / name / version / "standard.yaml"))
                found.push_back({name, version});
    return found;
}

std::optional<StandardRef> version_named_by(const fs::path& definition) {
    Sources sources;
    Diagnostics quiet;  // said when the site is read
    const auto document = read_document(definition, sources, quiet);
    const Node* named = document ? document->find("standard") : nullptr;
    return named && named->is_scalar() ? Scalar<StandardRef>::read(*named, quiet) : std::nullopt;
}

std::string digest_of_folder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error))
        if (it->is_regular_file() && !it->path().string().ends_with(".schema.json") &&
            !it->path().filename().string().starts_with('.'))  // an editor's, a desktop's
            files.push_back(it->path());
    std::sort(files.begin(), files.end());
    Digest digest;
    for (const fs::path& file : files) {
        const auto text = read_text(file);
        digest.part(fs::relative(file, folder).string()).part(text ? *text : "");
    }
    return digest.hex();
}

}  // namespace colo::definition
