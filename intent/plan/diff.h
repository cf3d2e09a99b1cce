// Every object that comes, goes or differs between two sides, with impact and reason.
#pragma once

#include "intent/plan/reasons.h"
#include "intent/plan/surroundings.h"

namespace colo::plan {

/// The changes of the intent's own tables, in the order that Plan promises. Linear in the size of
/// both sides; only what differs is looked at closely.
/// `otherwise` are the objects of `before` that had another identity: each is a change.
std::vector<Change> diff(const Intent& before, const Intent& after, const Reasons& reasons,
                         const Surroundings& surroundings,
                         const std::vector<CalledOtherwise>& otherwise);

/// The changes of what is in no table: the head's fields and the exceptions.
std::vector<Change> diff_of_head(const Base& base, const Intent& after, const Reasons& reasons);

/// Decisions that differ. For a plan that changes no object: what is decided about an object that
/// changes is part of that change. Only the store knows them, so the revision is the reason.
std::vector<Change> diff_of_allocations(const Base& base, const Allocations& after);

}  // namespace colo::plan
