#include "tools/colo/planning.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/base/digest.h"

namespace colo::tool {

namespace {

Result<std::optional<plan::Plan>> plan_from(Sources& sources, const std::string& site_or_file,
                                            const store::Store& store, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return project.failure();
    console.progress(fmt::format("planning {}", site_or_file));
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

std::vector<plan::Input> inputs_of(const Sources& sources) {
    std::vector<plan::Input> out;
    for (int i = 0; i < sources.count(); ++i)
        out.push_back({sources.file(i).path, digest_of(sources.file(i).text)});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::tie(a.path, a.digest) < std::tie(b.path, b.digest);
    });
    return out;
}

}  // namespace

Result<std::optional<plan::Plan>> make_plan_of(const std::string& site_or_file,
                                               const store::Store& store, Console& console) {
    Sources sources;
    return plan_from(sources, site_or_file, store, console);
}

Result<std::optional<plan::SavedPlan>> make_plan_to_save(const std::string& site_or_file,
                                                         const store::Store& store,
                                                         std::int64_t seconds_to_expiry,
                                                         Console& console) {
    Sources sources;
    auto plan = plan_from(sources, site_or_file, store, console);
    if (!plan) return plan.failure();
    if (!*plan) return std::optional<plan::SavedPlan>{};
    const std::string now = now_utc();
    return std::optional(plan::SavedPlan{std::move(**plan), inputs_of(sources), author_name(), now,
                                         plan::later(now, seconds_to_expiry)});
}

}  // namespace colo::tool
