// Saved plans: files that `plan --out` writes, and that `plan` and `apply` take in a site's place.
#pragma once

#include "intent/plan/plan_file.h"
#include "tools/colo/command.h"

namespace colo::tool {

/// Whether a word names a file that is, by what it begins with, a saved plan.
bool is_saved_plan(const std::string& word);

/// Reads one; what is wrong with it is a Failure that names the file.
Result<plan::SavedPlan> read_saved_plan(const std::string& file);

/// Writes one, whole or not at all, for its owner alone to read.
Result<Done> write_saved_plan(const std::string& file, const plan::SavedPlan& saved);

/// Who saved it, when, and until when it may be applied.
std::string saved_text(const plan::SavedPlan& saved);

/// The seconds until a plan expires: `--expires`, else seven days. Without `--out` there is nothing
/// that could expire.
Result<std::int64_t> seconds_to_expiry(const Arguments& arguments);

/// Why an expired plan is not applied; nothing while it may be.
Result<Done> check_expiry(const plan::SavedPlan& saved);

}  // namespace colo::tool
