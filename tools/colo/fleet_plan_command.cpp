// `colo plan` with --all or --standard: what is asked, and what is shown.
#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/definition/published.h"
#include "intent/plan/as_if.h"
#include "tools/colo/fleet_plan.h"

namespace colo::tool {

using definition::Project;
using definition::StandardRef;

namespace {

Failure bad_usage(std::string what, std::string hint) {
    return {"bad-usage", std::move(what), {}, std::move(hint), false};
}

Result<std::vector<std::string>> sites_asked(const Arguments& arguments, const Project& project) {
    const bool all = arguments.has("all");
    if (all && !arguments.words.empty())
        return bad_usage("--all plans every site, and sites are named as well",
                         "leave out one of the two");
    if (!all && arguments.words.empty())
        return bad_usage("--standard says with which version, not which site",
                         "name sites, or say --all");
    auto sites = all ? project.sites() : arguments.words;
    if (sites.empty())
        return Failure{"no-sites",
                       "there are no site definitions here",
                       {},
                       "write one into site-definitions/",
                       false};
    return sites;
}

/// A version must be named: the newest one is not the same tomorrow.
Result<std::optional<StandardRef>> version_asked(const Arguments& arguments,
                                                 const Project& project) {
    const std::string said = arguments.option("standard");
    if (!arguments.options.contains("standard")) return std::optional<StandardRef>{};
    const auto found = definition::find_published(project, said);
    if (!found) return found.failure();
    if (said.find('@') == std::string::npos)
        return bad_usage("--standard is NAME@VERSION",
                         fmt::format("the newest is {}@{}", found->name, found->version));
    return std::optional(*found);
}

Result<FleetQuestion> read_question(const Arguments& arguments, const Project& project,
                                    const Console& console) {
    FleetQuestion question;
    auto sites = sites_asked(arguments, project);
    if (!sites) return sites.failure();
    auto version = version_asked(arguments, project);
    if (!version) return version.failure();
    question.sites = std::move(sites).value();
    question.as_if = std::move(version).value();
    question.only_of_it = arguments.has("all") && question.as_if.has_value();
    if (arguments.has("all")) return question;
    const bool json = arguments.option("format") == "json";
    const auto view = console.verbose() ? plan::View::full : plan::View::terse;
    question.write = [json, view, colour = console.colour_out()](const plan::Plan& plan) {
        return json ? plan::to_json(plan) : plan::to_text_as_if(plan, view, colour);
    };
    return question;
}

/// Of many sites the table says the main error of each, and all of them only when asked.
void show_problems(const std::vector<SitePlan>& plans, bool all, Console& console) {
    int warnings = 0;
    for (const SitePlan& one : plans) {
        if (all) console.show(one.problems, one.sources);
        warnings += one.problems.warnings();
    }
    if (!all && warnings > 0)
        console.message(fmt::format("{} (--verbose shows them)\n",
                                    count_of(static_cast<std::size_t>(warnings), "warning")));
}

}  // namespace

Exit run_fleet_plan(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto question = read_question(arguments, *project, console);
    if (!question) return console.fail(question.failure()), Exit::error;
    console.progress(fmt::format("planning {}", count_of(question->sites.size(), "site")));
    const auto plans = plan_sites(arguments, *project, *question);
    if (!plans) return console.fail(plans.failure()), Exit::error;
    show_problems(*plans, !arguments.has("all") || console.verbose(), console);
    if (!arguments.has("all"))
        for (const SitePlan& one : *plans) console.result(one.full);
    else
        console.result(arguments.option("format") == "json" ? fleet_json(*plans, question->as_if)
                                                            : fleet_text(*plans, question->as_if));
    const auto any = [&](auto&& is) { return std::any_of(plans->begin(), plans->end(), is); };
    if (any([](const SitePlan& one) { return !one.does_not_fit.empty(); })) return Exit::error;
    const bool changes = any([](const SitePlan& one) { return one.changes; });
    return changes && arguments.has("detailed-exitcode") ? Exit::changes : Exit::done;
}

}  // namespace colo::tool
