// A version of a standard may extend another one: it then states only what differs (language.md,
// section 12).
#pragma once

#include "intent/definition/project.h"

namespace colo::definition {

/// A version's document with all that it extends laid under it.
struct Layers {
    Node document;
    std::vector<std::filesystem::path> folders;  ///< its own first, then its parent's, ...
    std::string digest;                          ///< over all folders
    /// Where later layers changed an entry of an earlier one: `roles/leaf` -> their places.
    std::map<std::string, std::vector<SourceRange>> changes;
    std::map<std::string, std::string> dropped;  ///< parameter -> the version that removed it
};

/// Reads a version and what it extends. Maps merge, everything else replaces; what `remove` lists
/// is dropped from the parent first.
std::optional<Layers> read_layers(const Project& project, const At<StandardRef>& ref,
                                  Sources& sources, Diagnostics& out);

/// The standard as one site uses it: with the site's parameters filled in.
Standard read_standard(Layers& layers, const Site& site, Diagnostics& out);

/// Says so where a standard's file and folder do not agree on its name and version.
void check_misplaced(const Standard& standard, const StandardRef& ref, Diagnostics& out);

/// Drops what a dotted path names (`models.router.ports.leaves`; names may hold dots themselves).
/// False when there is nothing of that name.
bool remove_path(Node& map, std::string_view path);

/// `child` over `parent`. A reference (`{parameter: P}`) is a value, not a map.
Node lay_over(Node parent, Node child);

}  // namespace colo::definition
