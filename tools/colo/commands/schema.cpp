// colo schema: what editors check a site definition or a standard with while it is written.
#include <fmt/format.h>

#include "intent/definition/schemas.h"
#include "tools/colo/commands.h"
#include "tools/colo/output.h"

namespace colo::tool {

namespace {

using nlohmann::ordered_json;

/// The schema of the site definitions of one version; nothing when its file is wrong, as was shown.
Result<std::optional<ordered_json>> of_site(const std::string& version, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return project.failure();
    const auto standard = definition::find_published(*project, version);
    if (!standard) return standard.failure();
    Sources sources;
    Diagnostics problems;
    const auto declared = definition::read_declarations(*project, *standard, sources, problems);
    console.show(problems, sources);
    if (!declared) return std::optional<ordered_json>{};
    return std::optional(definition::site_schema(*declared));
}

Exit print(const ordered_json& schema, const std::string& file, Console& console) {
    const std::string text = schema.dump(1) + "\n";
    if (file.empty()) return console.result(text), Exit::done;
    if (const auto written = write_file(file, text); !written)
        return console.fail(written.failure()), Exit::error;
    console.message(fmt::format("wrote {}\n", file));
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& kind = arguments.words.front();
    const bool has_version = arguments.words.size() == 2;
    if ((kind != "site" || !has_version) && (kind != "standard" || has_version)) {
        console.fail({"bad-usage",
                      "schema takes site NAME@VERSION, or standard",
                      {},
                      "colo schema site trading-colo@1.0.0",
                      false});
        return Exit::error;
    }
    const std::string file = arguments.option("output");
    if (kind == "standard") return print(definition::standard_schema(), file, console);
    const auto schema = of_site(arguments.words.back(), console);
    if (!schema) return console.fail(schema.failure()), Exit::error;
    return *schema ? print(**schema, file, console) : Exit::error;
}

}  // namespace

const Command schema_command{"schema",
                             "site|standard [NAME@VERSION]",
                             1,
                             2,
                             "the JSON Schema that editors check a definition with",
                             {{"-o,--output", "FILE", "a file; else stdout"}},
                             run};

}  // namespace colo::tool
