// colo validate: every problem of the inputs, and nothing else.
#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/base/report.h"
#include "intent/definition/diagnostics_page.h"
#include "tools/colo/allocations.h"
#include "tools/colo/commands.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

std::string summary(const Intent& intent) {
    return fmt::format("{}, {}, {}, {}", count_of(intent.racks.size(), "rack"),
                       count_of(intent.devices.size(), "device"),
                       count_of(intent.cables.size(), "cable"),
                       count_of(intent.addresses.size(), "address", "addresses"));
}

/// Reads, generates and checks one site; `summary` is filled where nothing is wrong. Without a
/// store generation goes on from the file of `--allocations`.
Result<Checked> check(const Arguments& arguments, const definition::Project& project,
                      const std::string& site, const std::optional<store::Store>& store,
                      Sources& sources) {
    Checked checked{site, "", {}};
    if (!store) {
        const auto made =
            generate_on(project, site, arguments.option("allocations"), sources, checked.problems);
        if (made) checked.summary = summary(made->outcome.generated.intent);
    } else {
        const auto prepared = prepare(project, site, *store, sources, checked.problems);
        if (!prepared) return prepared.failure();
        if (*prepared) checked.summary = summary((*prepared)->outcome.generated.intent);
    }
    checked.problems.sort(sources);
    return checked;
}

void show_text(const Report& report, const Sources& sources, Console& console) {
    console.show(report.problems(sources), sources);
    for (const Checked& one : report.checked)
        if (!one.summary.empty())
            console.result(fmt::format("{}: good. {}\n", one.subject, one.summary));
}

void show(const Report& report, const Sources& sources, const std::string& format,
          const definition::Project& project, Console& console) {
    if (format == "json")
        console.result(to_json(report, sources));
    else if (format == "sarif")
        console.result(to_sarif(report, sources, definition::code_texts(),
                                {std::filesystem::current_path(), project.root, COLO_VERSION}));
    else if (format == "junit")
        console.result(to_junit(report, sources));
    else
        show_text(report, sources, console);
}

Result<std::vector<std::string>> subjects(const Arguments& arguments,
                                          const definition::Project& project) {
    auto sites = arguments.words.empty() ? project.sites() : arguments.words;
    if (!sites.empty()) return sites;
    return Failure{"no-sites",
                   "there are no site definitions here",
                   {},
                   "write one into site-definitions/",
                   false};
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string format = arguments.option("format", "text");
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    if (const auto why = refused_allocations(arguments)) return console.fail(*why), Exit::error;
    std::optional<store::Store> store;
    if (!arguments.options.contains("allocations")) {
        auto opened = open_store(arguments, store::Missing::empty);
        if (!opened) return console.fail(opened.failure()), Exit::error;
        store.emplace(std::move(*opened));
    }
    const auto sites = subjects(arguments, *project);
    if (!sites) return console.fail(sites.failure()), Exit::error;
    Sources sources;
    Report report;
    for (const std::string& site : *sites) {
        console.progress(fmt::format("checking {}", site));
        auto checked = check(arguments, *project, site, store, sources);
        if (!checked) return console.fail(checked.failure()), Exit::error;
        report.checked.push_back(*std::move(checked));
    }
    show(report, sources, format, *project, console);
    return report.problems(sources).has_errors() ? Exit::error : Exit::done;
}

}  // namespace

const Command validate_command{
    "validate",
    "[SITE|FILE...]",
    0,
    10'000,
    "all problems of the inputs; none named: of all sites",
    {{"--format", "text|json|sarif|junit", "for people, programs, code review or CI"},
     allocations_option},
    run};

}  // namespace colo::tool
