// From a plan that was shown to a revision: asking, applying, saying what came of it.
#pragma once

#include "intent/plan/plan.h"
#include "intent/store/store.h"
#include "tools/colo/command.h"
#include "tools/colo/console.h"

namespace colo::tool {

/// Asks, unless `--yes` was said, and applies with the reason and ticket of the command line.
Exit ask_and_apply(const plan::Plan& plan, store::Store& store, const Arguments& arguments,
                   Console& console);

}  // namespace colo::tool
