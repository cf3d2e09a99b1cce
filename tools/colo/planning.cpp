#include "tools/colo/planning.h"

#include <fmt/format.h>

namespace colo::tool {

Result<std::optional<plan::Plan>> make_plan_of(const std::string& site_or_file,
                                               const store::Store& store, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return project.failure();
    console.progress(fmt::format("planning {}", site_or_file));
    Sources sources;
    Diagnostics problems;
    auto prepared = prepare(*project, site_or_file, store, sources, problems);
    problems.sort(sources);
    console.show(problems, sources);
    if (!prepared) return prepared.failure();
    if (!*prepared) return std::optional<plan::Plan>{};
    Prepared& ready = **prepared;
    return std::optional(plan::make_plan(std::move(ready.base), std::move(ready.outcome.generated),
                                         ready.outcome.renames));
}

}  // namespace colo::tool
