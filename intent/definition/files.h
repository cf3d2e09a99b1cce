// Reading input files from disk.
#pragma once

#include <filesystem>
#include <optional>

#include "intent/base/diagnostic.h"
#include "intent/base/result.h"
#include "intent/definition/policy.h"
#include "intent/definition/yaml/reader.h"

namespace colo::definition {

/// A file's text. Anything larger than what the YAML reader takes is cut one byte beyond it, so
/// that a huge file costs little and is still refused.
Result<std::string> read_text(const std::filesystem::path& path, std::size_t most = most_bytes);

/// How a path is shown: relative to the working directory where it lies below it.
std::string shown_path(const std::filesystem::path& path);

/// Reads a file into `sources` and parses it; what is wrong is said in `out`.
std::optional<Node> read_document(const std::filesystem::path& path, Sources& sources,
                                  Diagnostics& out);

/// The same, with the path shown as `shown`.
std::optional<Node> read_document(const std::filesystem::path& path, std::string shown,
                                  Policy policy, Sources& sources, Diagnostics& out,
                                  const Limits& limits = {});

}  // namespace colo::definition
