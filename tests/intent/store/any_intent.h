// Intents with any content that the store must keep, made from the described fields themselves: a
// new field is covered by being described.
#pragma once

#include <random>

#include "intent/model/intent.h"

namespace colo::tests {

/// Which of the fields that may be absent are there.
enum class Optionals { none, all, some };

/// A goal whose every table, allocation kind, origin and exception has entries; `names` sets how
/// many identities there are to draw from, so that two of one site overlap.
Generated any_goal(std::mt19937_64& random, Optionals optionals, int names = 30);

}  // namespace colo::tests
