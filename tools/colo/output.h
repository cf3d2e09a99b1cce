// Writing results to disk: whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "intent/base/result.h"

namespace colo::tool {

/// Writes beside the target and renames, so that a reader never sees half a file. Folders on the
/// way are made.
Result<Done> write_file(const std::filesystem::path& path, const std::string& text);

/// Writes each file into the folder; other files there stay.
Result<Done> write_files(const std::filesystem::path& folder,
                         const std::map<std::string, std::string>& files);

}  // namespace colo::tool
