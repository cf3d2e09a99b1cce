#include "tools/colo/standards_trial.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/base/parallel.h"
#include "intent/definition/standard_check.h"
#include "intent/definition/version_files.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"
#include "tools/colo/fleet_plan.h"

namespace colo::tool {

namespace {

using definition::Project;
using definition::StandardRef;

/// The lower versions of the same standard, the highest first.
std::vector<StandardRef> versions_below(const Project& project, const StandardRef& version) {
    const auto limit = read_version(version.version);
    std::vector<StandardRef> below;
    for (const StandardRef& one : definition::published_standards(project)) {
        const auto number = read_version(one.version);
        if (one.name == version.name && number && limit && *number < *limit) below.push_back(one);
    }
    std::sort(below.begin(), below.end(), [](const StandardRef& a, const StandardRef& b) {
        return *read_version(b.version) < *read_version(a.version);
    });
    return below;
}

/// The sites whose definitions name one of these versions.
std::vector<std::string> sites_of(const Project& project,
                                  const std::vector<StandardRef>& versions) {
    std::vector<std::string> sites;
    for (const std::string& site : project.sites()) {
        const auto named = definition::version_named_by(project.definition(site));
        if (named && std::any_of(versions.begin(), versions.end(), [&](const StandardRef& one) {
                return one.name == named->name && one.version == named->version;
            }))
            sites.push_back(site);
    }
    return sites;
}

/// A site built to a version, or why it cannot be.
struct Built {
    std::optional<generator::Outcome> outcome;
    bool understood = false;  ///< the definition can be read with the version
    std::string error;
};

Built build(const Project& project, const std::string& site, const StandardRef& version,
            const Allocations& earlier) {
    Built built;
    Sources sources;
    Diagnostics problems;
    const auto inputs =
        definition::load_site(project, project.definition(site), sources, problems, version);
    built.understood = inputs.has_value();
    if (inputs) built.outcome = generator::generate(*inputs, earlier, sources, problems);
    if (built.outcome)
        rules::check_all(built.outcome->generated.intent, built.outcome->constraints, problems);
    problems.sort(sources);
    built.error = main_error(problems);
    if (problems.has_errors()) built.outcome.reset();
    return built;
}

/// Nobody counts on a version before a release: what follows one may do anything.
Bump bump_of(const std::string& from, const std::string& to) {
    const Bump bump = bump_between(*read_version(from), *read_version(to));
    return bump == Bump::none ? Bump::major : bump;
}

/// The site as it is built to the highest of the versions that it fits.
Built build_below(const Project& project, const std::vector<StandardRef>& below, SiteTrial& trial) {
    for (const StandardRef& one : below) {
        Built built = build(project, trial.site, one, {});
        if (trial.does_not_fit.empty()) trial.does_not_fit = built.error;  // of the nearest
        if (!built.outcome) continue;
        trial.does_not_fit.clear();
        trial.from = one.version;
        return built;
    }
    return {};
}

SiteTrial try_on(const Project& project, const std::string& site, const StandardRef& version,
                 const std::vector<StandardRef>& below) {
    SiteTrial trial;
    trial.site = site;
    Built before = build_below(project, below, trial);
    if (!before.outcome) return trial;
    trial.bump = bump_of(trial.from, version.version);
    Generated& was = before.outcome->generated;
    Built after = build(project, site, version, was.allocations);
    if (!after.outcome) {
        trial.does_not_fit = after.error;
        if (!after.understood) trial.needed = Bump::major;
        return trial;
    }
    plan::Base base;
    base.revision = 1;
    base.intent = std::move(was.intent);
    base.allocations = std::move(was.allocations);
    base.origins = std::move(was.origins);
    trial.steps = plan::steps_of(plan::make_plan(
        std::move(base), std::move(after.outcome->generated), after.outcome->renames));
    trial.needed = plan::needed(trial.steps);
    return trial;
}

}  // namespace

bool VersionTrial::is_refused() const {
    return problems.has_errors() ||
           std::any_of(sites.begin(), sites.end(),
                       [](const SiteTrial& one) { return one.asks_more(); });
}

Bump VersionTrial::needed() const {
    Bump most = Bump::none;
    for (const SiteTrial& one : sites) most = std::max(most, one.needed);
    return most;
}

VersionTrial try_version(const Project& project, const StandardRef& version) {
    VersionTrial trial;
    trial.version = version;
    definition::check_alone(project, version, trial.sources, trial.problems);
    trial.problems.sort(trial.sources);
    const auto below = versions_below(project, version);
    if (trial.problems.has_errors() || below.empty()) return trial;
    trial.before = below.front();
    for (const StandardRef& one : definition::published_standards(project))
        if (one.name == version.name) trial.others.insert(one.version);
    trial.bump = bump_of(trial.before->version, version.version);
    const auto sites = sites_of(project, below);
    trial.sites.resize(sites.size());
    in_parallel(sites.size(),
                [&](std::size_t i) { trial.sites[i] = try_on(project, sites[i], version, below); });
    return trial;
}

}  // namespace colo::tool
