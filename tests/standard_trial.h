// A shipped standard with pieces of its text replaced, tried out with a site definition.
#pragma once

#include <utility>
#include <vector>

#include "tests/trial.h"

namespace colo::tests {

using Edits = std::vector<std::pair<std::string, std::string>>;

/// As try_site, for a site of trading-colo 1.0.0, on a copy of it in which each piece of text is
/// replaced; each must occur. The copy is called `standard.yaml` in what is said.
Trial try_standard(const Edits& edits, std::string site, const Allocations& earlier = {});

}  // namespace colo::tests
