// Many files as one: a zip archive.
#pragma once

#include <string>

#include "intent/base/result.h"
#include "intent/exporters/exporter.h"

namespace colo::exporters {

/// The files in a folder of an archive. The same files give the same bytes: times are those of
/// 1980-01-01, the earliest that the format knows. Fails only for want of memory.
Result<std::string> zip_of(const Files& files, const std::string& folder);

}  // namespace colo::exporters
