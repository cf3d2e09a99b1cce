// colo device-types check: what a library of hardware files holds, and what is odd about it.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "intent/base/names.h"
#include "intent/definition/library_check.h"
#include "intent/definition/project.h"
#include "tools/colo/commands.h"

namespace colo::tool {

namespace {

namespace fs = std::filesystem;
using definition::LibraryTotals;
using nlohmann::ordered_json;

ordered_json to_json(const Diagnostic& problem, const Sources& sources) {
    ordered_json json{{"file", problem.at.known() ? sources.file(problem.at.file).path : ""},
                      {"line", problem.at.line},
                      {"column", problem.at.column},
                      {"key", problem.key},
                      {"code", problem.code},
                      {"severity", problem.severity == Severity::error ? "error" : "warning"},
                      {"message", problem.summary}};
    if (!problem.hint.empty()) json["hint"] = problem.hint;
    return json;
}

std::string report_json(const LibraryTotals& totals, const Diagnostics& problems,
                        const Sources& sources) {
    ordered_json report{{"totals", ordered_json::object()}, {"problems", ordered_json::array()}};
    for (const auto& [name, count] : definition::named_totals)
        report["totals"][std::string(name)] = totals.*count;
    for (const Diagnostic& problem : problems.all())
        report["problems"].push_back(to_json(problem, sources));
    return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string table(const LibraryTotals& totals) {
    std::string text = "totals\n";
    for (const auto& [name, count] : definition::named_totals)
        text += fmt::format("  {:<20}  {:>9}\n", name, with_thousands(totals.*count));
    return text;
}

/// Why these words are no question to answer, or nothing.
std::optional<Failure> refused(const Arguments& arguments) {
    const std::string& action = arguments.words[0];
    const std::string& folder = arguments.words[1];
    const std::string format = arguments.option("format", "text");
    std::error_code error;
    if (action != "check")
        return Failure{"bad-usage",
                       fmt::format("device-types has no action {}", action),
                       {},
                       "say colo device-types check FOLDER",
                       false};
    if (format != "text" && format != "json")
        return Failure{"bad-usage", "--format is text or json", {}, "", false};
    if (!fs::is_directory(folder, error))
        return Failure{
            "folder-not-readable",
            fmt::format("{} is {}", folder, fs::exists(folder, error) ? "no folder" : "not there"),
            {},
            "",
            false};
    return std::nullopt;
}

Exit run(const Arguments& arguments, Console& console) {
    if (const auto why = refused(arguments)) return console.fail(*why), Exit::error;
    const auto project = definition::find_project(fs::current_path());
    console.progress(fmt::format("reading {}", arguments.words[1]));
    Sources sources;
    Diagnostics problems;
    const LibraryTotals totals = definition::check_library(
        arguments.words[1], project ? project->standards() : fs::path(), sources, problems);
    if (arguments.option("format") == "json") {
        console.result(report_json(totals, problems, sources));
    } else {
        console.show(problems, sources);
        console.result(table(totals));
    }
    return problems.has_errors() ? Exit::error : Exit::done;
}

}  // namespace

const Command device_types_command{"device-types",
                                   "check FOLDER",
                                   2,
                                   2,
                                   "reads a library of hardware files: what is in it, what is odd",
                                   {{"--format", "FORMAT", "text or json"}},
                                   run};

}  // namespace colo::tool
