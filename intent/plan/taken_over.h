// Allocations that somebody gives, for a site that stands already: what generation goes on from,
// and which of them it could not keep.
#pragma once

#include <string>
#include <vector>

#include "intent/model/intent.h"
#include "intent/model/renames.h"

namespace colo::plan {

/// What is stored with the given ones laid over it. A given one has the better claim: a stored one
/// whose place, port, number, label, ... it takes loses it. What is lost so is free only after the
/// plan was applied, as what any plan frees.
Allocations laid_over(const Allocations& stored, const Allocations& given);

/// A given allocation that the goal does not have.
struct NotKept {
    std::size_t index = 0;  ///< of the given ones
    std::string instead;    ///< what the goal has; empty: nothing
    std::string why;
    std::string hint;  ///< may be empty

    bool operator==(const NotKept&) const = default;
};

/// Those of the given ones that are not in the goal as they were given, in their order. What
/// `renames` call otherwise is looked for under its new identity.
std::vector<NotKept> not_kept(const Allocations& given, const Generated& goal,
                              const Renames& renames);

}  // namespace colo::plan
