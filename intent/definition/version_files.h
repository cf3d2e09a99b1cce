// Where the published versions of standards lie.
#pragma once

#include "intent/definition/project.h"

namespace colo::definition {

/// The folder of a published version, or nothing with what there is instead.
std::optional<std::filesystem::path> version_folder(const Project& project,
                                                    const At<StandardRef>& ref, Diagnostics& out);

/// Every published version, by name and version in natural order.
std::vector<StandardRef> published_standards(const Project& project);

/// The version that a site definition names; nothing where that cannot be read.
std::optional<StandardRef> version_named_by(const std::filesystem::path& definition);

/// Digest over every file of a version's folder, generated schemas apart, by path.
std::string digest_of_folder(const std::filesystem::path& folder);

}  // namespace colo::definition
