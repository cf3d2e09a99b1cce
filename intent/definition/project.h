// Where the inputs of a project lie, and the reading of all that one site needs.
#pragma once

#include <filesystem>

#include "intent/base/result.h"
#include "intent/definition/hardware.h"
#include "intent/definition/parameters.h"

namespace colo::definition {

/// A folder that holds `.colo.yaml` or `standards/`.
struct Project {
    std::filesystem::path root;

    std::filesystem::path standards() const { return root / "standards"; }
    std::filesystem::path site_definitions() const { return root / "site-definitions"; }
    /// The definition that SITE or FILE names: a file as it is, else one of site-definitions/.
    std::filesystem::path definition(const std::string& site_or_file) const;
    /// The same, if it is there; else says so in `out` and, of a site, offers the nearest.
    std::optional<std::filesystem::path> find_definition(const std::string& site_or_file,
                                                         Sources& sources, Diagnostics& out) const;
    /// Names of all sites with a definition here, sorted.
    std::vector<std::string> sites() const;
};

/// The nearest project upwards from a folder.
Result<Project> find_project(const std::filesystem::path& from);

/// All that generation reads: parsed, references checked, hardware resolved.
struct Inputs {
    Site site;
    Standard standard;
    std::map<std::string, Hardware> hardware;  ///< by model
    std::map<std::string, RackType> rack_types;
};

/// Reads a site definition, its standard and the hardware they use. Everything wrong is said in
/// `out`; the result is empty when there are errors. `as_if`: a version to read it with in the
/// place of the one that it names.
std::optional<Inputs> load_site(const Project& project, const std::filesystem::path& definition,
                                Sources& sources, Diagnostics& out,
                                const std::optional<StandardRef>& as_if = {});

}  // namespace colo::definition
