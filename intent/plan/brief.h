// A plan in one line of a table, for many sites under each other.
#pragma once

#include <string>

#include "intent/plan/plan.h"

namespace colo::plan {

/// Empty where there is nothing of it.
struct Brief {
    std::string hands;   ///< `4 new spines, 2 leafs changed, 96 new cables`
    std::string push;    ///< `30 devices`
    std::string record;  ///< `4 addresses, 1 exception`: said where nothing else is to be done
    std::string moved;   ///< `0 names, 240 addresses`; other things that moved follow these two
    std::size_t renumbered = 0;  ///< addresses that moved, or went while their device got another
};

Brief in_brief(const Plan& plan);

}  // namespace colo::plan
