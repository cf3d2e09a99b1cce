// colo validate: every problem of the inputs, and nothing else.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "intent/base/names.h"
#include "tools/colo/commands.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::json;

json place_json(const SourceRange& at, const Sources& sources) {
    if (!at.known()) return nullptr;
    return {{"file", sources.file(at.file).path},
            {"line", at.line},
            {"column", at.column},
            {"length", at.length}};
}

json to_json(const Diagnostic& diagnostic, const Sources& sources) {
    json notes = json::array();
    for (const Note& note : diagnostic.notes)
        notes.push_back({{"at", place_json(note.at, sources)}, {"text", note.text}});
    return {{"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"code", diagnostic.code},
            {"summary", diagnostic.summary},
            {"at", place_json(diagnostic.at, sources)},
            {"detail", diagnostic.detail},
            {"notes", notes},
            {"hint", diagnostic.hint},
            {"object", diagnostic.object}};
}

std::string report_json(const Diagnostics& problems, const Sources& sources) {
    json all = json::array();
    for (const Diagnostic& diagnostic : problems.all()) all.push_back(to_json(diagnostic, sources));
    const json report{{"format", "colo-diagnostics/1"},
                      {"errors", problems.errors()},
                      {"warnings", problems.warnings()},
                      {"diagnostics", all}};
    return report.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string summary(const std::string& site, const Intent& intent) {
    return fmt::format("{}: good. {}, {}, {}, {}\n", site, count_of(intent.racks.size(), "rack"),
                       count_of(intent.devices.size(), "device"),
                       count_of(intent.cables.size(), "cable"),
                       count_of(intent.addresses.size(), "address", "addresses"));
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string format = arguments.option("format", "text");
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto sites = arguments.words.empty() ? project->sites() : arguments.words;
    if (sites.empty()) {
        console.fail({"no-sites",
                      "there are no site definitions here",
                      {},
                      "write one into site-definitions/",
                      false});
        return Exit::error;
    }
    Sources sources;
    Diagnostics problems;
    std::string good;
    for (const std::string& site : sites) {
        console.progress(fmt::format("checking {}", site));
        const auto prepared = prepare(*project, site, *store, sources, problems);
        if (!prepared) return console.fail(prepared.failure()), Exit::error;
        if (*prepared)
            good += summary((*prepared)->outcome.generated.intent.head.site,
                            (*prepared)->outcome.generated.intent);
    }
    problems.sort(sources);
    if (format == "json") {
        console.result(report_json(problems, sources));
    } else {
        console.show(problems, sources);
        console.result(good);
    }
    return problems.has_errors() ? Exit::error : Exit::done;
}

}  // namespace

const Command validate_command{"validate",
                               "[SITE|FILE...]",
                               0,
                               10'000,
                               "all problems of the inputs; none named: of all sites",
                               {{"--format", "text|json", "for people or for programs"}},
                               run};

}  // namespace colo::tool
