// Text to Node. The only gate for YAML: what it lets through is one document without anchors,
// aliases, tags, duplicate keys or nulls, read to its last byte.
#pragma once

#include <optional>

#include "intent/base/diagnostic.h"
#include "intent/definition/policy.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

inline constexpr std::size_t most_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t most_bytes_of_a_line = 64 * 1024;
inline constexpr int most_levels = 64;
inline constexpr int most_nodes = 100'000;

/// How large a file may be: definitions unless said.
struct Limits {
    std::size_t bytes = most_bytes;
    int nodes = most_nodes;
};

/// Reads source `file` of `sources`. On a problem says so in `out`; the result is empty when the
/// text could not be read to its end. Nulls and duplicate keys are errors, but reading goes on; a
/// lenient reader only warns of nulls. Each diagnostic names the key it stands at, so far as the
/// text was read.
std::optional<Node> read_yaml(const Sources& sources, int file, Diagnostics& out,
                              Policy policy = Policy::strict, const Limits& limits = {});

}  // namespace colo::definition
