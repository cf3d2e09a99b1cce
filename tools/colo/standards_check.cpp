// colo standards check: each version is read, and its number held against what it does to the sites
// here.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/definition/published.h"
#include "intent/definition/version_files.h"
#include "tools/colo/standards.h"
#include "tools/colo/standards_trial.h"

namespace colo::tool {

namespace {

using definition::StandardRef;
using nlohmann::ordered_json;

constexpr std::size_t few = 3;  // changes of a site that are shown

std::string text_of(const StandardRef& ref) { return ref.name + " " + ref.version; }

/// The next version that would be large enough and is not there yet.
std::string large_enough(const VersionTrial& trial) {
    Version next = *read_version(trial.before->version);
    next.before.clear();
    const std::size_t raised = trial.needed() == Bump::major ? 0 : 1;
    for (std::size_t i = raised + 1; i < next.numbers.size(); ++i) next.numbers[i] = 0;
    do ++next.numbers[raised];
    while (trial.others.contains(to_text(next)));
    return to_text(next);
}

/// Of a site that asks for more than the version's number says: the first changes that do.
std::string asking_text(const SiteTrial& site) {
    std::string text = fmt::format("  {}, a {} of {}, needs a {}:\n", site.site, to_text(site.bump),
                                   site.from, to_text(site.needed));
    if (!site.does_not_fit.empty())
        return text + fmt::format("    its definition is refused: {}\n", site.does_not_fit);
    std::size_t asking = 0;
    for (const plan::Step& step : site.steps)
        if (step.bump > site.bump && ++asking <= few) text += fmt::format("    {}\n", step.text);
    if (asking > few) text += fmt::format("    and {} more\n", with_thousands(asking - few));
    return text;
}

std::string refusal(const VersionTrial& trial) {
    std::string text =
        fmt::format("{}: refused: it is a {} of {}, and what it does to sites needs a {}\n",
                    text_of(trial.version), to_text(trial.bump), trial.before->version,
                    to_text(trial.needed()));
    for (const SiteTrial& site : trial.sites)
        if (site.asks_more()) text += asking_text(site);
    return text + fmt::format("  hint: publish it as {}, or take out what asks for it\n",
                              large_enough(trial));
}

std::string good(const VersionTrial& trial) {
    if (!trial.before) return fmt::format("{}: good, the first version\n", text_of(trial.version));
    const auto tried = static_cast<std::size_t>(
        std::count_if(trial.sites.begin(), trial.sites.end(),
                      [](const SiteTrial& one) { return one.needed != Bump::none; }));
    const std::string step = fmt::format("{}: good, a {} of {}", text_of(trial.version),
                                         to_text(trial.bump), trial.before->version);
    if (tried == 0) return step + "; there is no site to try it on\n";
    return step + fmt::format(", tried on {}; what it does needs a {}\n", count_of(tried, "site"),
                              to_text(trial.needed()));
}

/// Sites that have no room for a version say nothing of its number, but people want to know.
std::string not_fitting(const VersionTrial& trial) {
    std::string text;
    for (const SiteTrial& one : trial.sites) {
        if (one.does_not_fit.empty() || one.asks_more()) continue;
        text += fmt::format("  {}: {}: {}\n", one.site,
                            one.from.empty() ? "not tried, it does not fit an earlier version"
                                             : "does not fit",
                            one.does_not_fit);
    }
    return text;
}

std::string text_of(const VersionTrial& trial) {
    if (trial.problems.has_errors())
        return fmt::format("{}: refused: its document is wrong\n", text_of(trial.version));
    return (trial.is_refused() ? refusal(trial) : good(trial)) + not_fitting(trial);
}

ordered_json or_null(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json or_null(Bump bump) {
    return bump == Bump::none ? ordered_json() : ordered_json(to_text(bump));
}

ordered_json json_of(const SiteTrial& site) {
    ordered_json steps = ordered_json::array();
    for (const plan::Step& step : site.steps)
        steps.push_back({{"bump", to_text(step.bump)}, {"text", step.text}});
    return {{"site", site.site},
            {"from", or_null(site.from)},
            {"bump", or_null(site.bump)},
            {"needs", or_null(site.needed)},
            {"does_not_fit", or_null(site.does_not_fit)},
            {"steps", std::move(steps)}};
}

ordered_json json_of(const VersionTrial& trial) {
    ordered_json sites = ordered_json::array();
    for (const SiteTrial& site : trial.sites) sites.push_back(json_of(site));
    return {{"name", trial.version.name},
            {"version", trial.version.version},
            {"before", trial.before ? ordered_json(trial.before->version) : ordered_json()},
            {"bump", trial.before ? ordered_json(to_text(trial.bump)) : ordered_json()},
            {"needs", or_null(trial.needed())},
            {"refused", trial.is_refused()},
            {"errors", trial.problems.errors()},
            {"sites", std::move(sites)}};
}

std::string json_of(const std::vector<VersionTrial>& trials) {
    ordered_json out{{"format", "colo-standards-check/1"}, {"versions", ordered_json::array()}};
    for (const VersionTrial& trial : trials) out["versions"].push_back(json_of(trial));
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<std::vector<StandardRef>> versions_asked(const Arguments& arguments,
                                                const definition::Project& project) {
    if (arguments.words.size() == 1) return definition::published_standards(project);
    const auto one = definition::find_published(project, arguments.words[1]);
    if (!one) return one.failure();
    return std::vector{*one};
}

}  // namespace

Exit check_standards(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto versions = versions_asked(arguments, *project);
    if (!versions) return console.fail(versions.failure()), Exit::error;
    std::vector<VersionTrial> trials;
    for (const StandardRef& version : *versions) {
        console.progress(fmt::format("checking {}", text_of(version)));
        trials.push_back(try_version(*project, version));
        console.show(trials.back().problems, trials.back().sources);
    }
    if (arguments.option("format") == "json")
        console.result(json_of(trials));
    else
        for (const VersionTrial& trial : trials) console.result(text_of(trial));
    const bool refused = std::any_of(trials.begin(), trials.end(),
                                     [](const VersionTrial& one) { return one.is_refused(); });
    return refused ? Exit::error : Exit::done;
}

}  // namespace colo::tool
