// Which work a build sheet is for: a whole site, what changed since a revision, or a plan.
#pragma once

#include "intent/store/store.h"
#include "tools/colo/command.h"

namespace colo::tool {

/// What a sheet's job points at.
struct SheetBasis {
    std::int64_t revision = 0;  ///< 0: not applied
    std::string applied;        ///< when and by whom; empty: not applied
    std::string scope;          ///< in words
    plan::Plan plan;            ///< its goal is what stands in the end
    bool is_change = false;     ///< else the whole site
};

/// As `--since` and `--plan` say. Nothing where a plan's inputs are wrong (shown already).
Result<std::optional<SheetBasis>> sheet_basis(const store::Store& store, const Arguments& arguments,
                                              Console& console);

}  // namespace colo::tool
