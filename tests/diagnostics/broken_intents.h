// What no input can bring about, because the generator keeps from it: intents that are broken by
// hand, for the design rules that watch over the generator.
#pragma once

#include "tests/intent/rules/verdict.h"

namespace colo::tests {

/// The example site with that broken which the words say; a test that says other words fails.
example::Case broken_intent(const std::string& words);

}  // namespace colo::tests
