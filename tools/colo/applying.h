// Making a plan that was shown the site's next revision: shared by `apply` and `revert`.
#pragma once

#include "intent/plan/plan.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

/// Asks unless `--yes` was said, applies, and says what was done. `reason` counts where no
/// `--message` was given.
Exit confirm_and_apply(const Arguments& arguments, const plan::Plan& plan, store::Store& store,
                       const std::string& reason, Console& console);

/// The options that such a command takes.
const std::vector<OptionSpec>& applying_options();

}  // namespace colo::tool
