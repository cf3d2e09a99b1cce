// Allocations in a file, in the place of those of a store.
#pragma once

#include "intent/definition/allocations_file.h"
#include "intent/generator/generate.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

inline constexpr OptionSpec allocations_option{
    "--allocations", "FILE", "go on from these allocations; no store is opened or made"};

/// Why `--allocations` cannot be had with these words; nothing where it can, or is not there.
std::optional<Failure> refused_allocations(const Arguments& arguments);

/// Says so where a file is of another site.
void check_site(const definition::AllocationsFile& file, const std::string& site, Diagnostics& out);

/// A site generated on top of a file, and checked; no store is asked.
struct OnFile {
    definition::AllocationsFile file;
    generator::Outcome outcome;
};

/// What is wrong is in `out`; the result is then empty.
std::optional<OnFile> generate_on(const definition::Project& project,
                                  const std::string& site_or_file, const std::string& path,
                                  Sources& sources, Diagnostics& out);

/// `colo plan SITE --allocations FILE`: what would be decided otherwise.
Exit plan_on_file(const Arguments& arguments, Console& console);

/// `colo allocations import SITE FILE`.
Exit import_allocations(const Arguments& arguments, Console& console);

}  // namespace colo::tool
