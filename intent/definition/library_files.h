// The hardware files below a folder, as a checkout of the community's library has them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intent/base/diagnostic.h"
#include "intent/definition/hardware_keys.h"

namespace colo::definition {

struct LibraryFile {
    std::filesystem::path path;
    std::string shown;  ///< the path as the user sees it
    HardwareKind kind{};
};

/// Every `.yaml` and `.yml` file below a folder whose nearest enclosing folder named device-types,
/// module-types or rack-types says what it describes, sorted by path. Other files are not the
/// library's, nor is what is hidden (`.git`, `.github`, `.yamllint.yaml`). Links to folders are not
/// followed, so that no loop is walked; they and folders that cannot be read are said in `out`.
std::vector<LibraryFile> find_library_files(const std::filesystem::path& folder, Sources& sources,
                                            Diagnostics& out);

}  // namespace colo::definition
