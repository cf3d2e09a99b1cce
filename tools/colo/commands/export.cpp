// colo export: feeds for other tools and drawings, from the stored intent.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "intent/base/names.h"
#include "intent/exporters/exporter.h"
#include "tools/colo/commands.h"
#include "tools/colo/output.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

Failure unknown_format(const std::string& format) {
    std::vector<std::string> names;
    for (const auto& exporter : exporters::all_exporters()) names.emplace_back(exporter.name);
    const auto near = nearest_name(format, names);
    return {"unknown-format",
            format.empty() ? "say which --format" : fmt::format("unknown format {}", format),
            {},
            near && !format.empty() ? fmt::format("did you mean {}?", *near)
                                    : fmt::format("there is {}", fmt::join(names, ", ")),
            false};
}

const exporters::Exporter* find(const std::string& format) {
    for (const auto& exporter : exporters::all_exporters())
        if (exporter.name == format) return &exporter;
    return nullptr;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string format = arguments.option("format");
    const exporters::Exporter* exporter = find(format);
    if (!exporter) return console.fail(unknown_format(format)), Exit::error;
    const auto base = stored_site(arguments, arguments.words.front());
    if (!base) return console.fail(base.failure()), Exit::error;
    console.progress(fmt::format("exporting {}", arguments.words.front()));
    const exporters::Files files = exporter->run({base->intent, base->revision});
    const std::string output = arguments.option("output");
    if (output.empty() && !exporter->many_files) {
        for (const auto& [name, text] : files) console.result(text);
        return Exit::done;
    }
    const std::string into = output.empty() ? arguments.words.front() + "-" + format : output;
    const auto written =
        exporter->many_files ? write_files(into, files) : write_file(into, files.begin()->second);
    if (!written) return console.fail(written.failure()), Exit::error;
    console.message(fmt::format("wrote {} to {}\n", count_of(files.size(), "file"), into));
    return Exit::done;
}

}  // namespace

const Command export_command{
    "export",
    "SITE",
    1,
    1,
    "the stored intent for another tool, or as drawings",
    {{"--format", "FORMAT", "cable-csv, cabling-svg, device-csv, elevation-svg, intent-json"},
     {"-o,--output", "FILE", "a file, or a folder for formats of many files; else stdout"}},
    run};

}  // namespace colo::tool
