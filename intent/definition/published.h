// What a published version of a standard says before any site uses it.
#pragma once

#include "intent/definition/project.h"

namespace colo::definition {

/// `NAME@VERSION`, or `NAME` for its newest version. One that is not there is a Failure that says
/// what is.
Result<StandardRef> find_published(const Project& project, const std::string& text);

/// The part of a standard that a site answers to. Parameters are not filled in.
struct Declarations {
    StandardRef standard;
    Named<Parameter> parameters;
    Named<CircuitKind> circuits;
    std::vector<std::string> models, media;
    std::vector<std::string> panel_models;  ///< those that no role and no parameter uses
    bool takes_ipv4 = false, takes_ipv6 = false, takes_asn = false;  ///< of the address space
};

/// Reads a version and what it extends. What is wrong with them is in `out`.
std::optional<Declarations> read_declarations(const Project& project, const StandardRef& standard,
                                              Sources& sources, Diagnostics& out);

/// A version never changes once a site was built to it: `standard-changed` where the digest it had
/// then is another one than now.
void check_unchanged(const Inputs& inputs, const std::string& digest_then, Diagnostics& out);

}  // namespace colo::definition
