// colo allocations: what was decided for a site, as a file; and a file of a site that stands.
#include "tools/colo/allocations.h"

#include <fmt/format.h>

#include "tools/colo/commands.h"
#include "tools/colo/output.h"

namespace colo::tool {

namespace {

Failure unknown_action(const std::string& action) {
    return {"bad-usage",
            fmt::format("allocations has no action {}", action),
            {},
            "say colo allocations export SITE, or colo allocations import SITE FILE",
            false};
}

/// Those of the definition as it stands, on top of what is stored.
Result<std::optional<std::string>> planned_text(const Arguments& arguments, Console& console) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return project.failure();
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    Sources sources;
    Diagnostics problems;
    const auto ready = prepare(*project, arguments.words[1], *store, sources, problems);
    problems.sort(sources);
    console.show(problems, sources);
    if (!ready) return ready.failure();
    if (!*ready) return std::optional<std::string>{};
    const Generated& goal = (*ready)->outcome.generated;
    return std::optional(definition::to_yaml({goal.intent.head.site, 0, "", 0}, goal.allocations));
}

Result<std::optional<std::string>> stored_text(const Arguments& arguments) {
    const std::string& site = arguments.words[1];
    const auto base = stored_site(arguments, site);
    if (!base) return base.failure();
    return std::optional(
        definition::to_yaml({site, base->revision, base->lineage, base->epoch}, base->allocations));
}

Exit export_allocations(const Arguments& arguments, Console& console) {
    const auto text =
        arguments.has("planned") ? planned_text(arguments, console) : stored_text(arguments);
    if (!text) return console.fail(text.failure()), Exit::error;
    if (!*text) return Exit::error;
    const std::string output = arguments.option("output");
    if (output.empty()) return console.result(**text), Exit::done;
    const auto written = write_file(output, **text);
    if (!written) return console.fail(written.failure()), Exit::error;
    console.message(fmt::format("wrote {}\n", output));
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& action = arguments.words.front();
    if (action == "export" && arguments.words.size() == 2)
        return export_allocations(arguments, console);
    if (action == "import" && arguments.words.size() == 3)
        return import_allocations(arguments, console);
    if (action != "export" && action != "import")
        return console.fail(unknown_action(action)), Exit::error;
    console.fail({"bad-usage",
                  action == "export" ? "export takes one SITE" : "import takes a SITE and a FILE",
                  {},
                  "see colo allocations --help",
                  false});
    return Exit::error;
}

}  // namespace

const Command allocations_command{
    "allocations",
    "export|import SITE [FILE]",
    2,
    3,
    "what was decided for a site and is kept: as a file, or from one",
    {{"-o,--output", "FILE", "export: into this file; else stdout"},
     {"--planned", "", "export: those that the definition as it stands would have"},
     {"-y,--yes", "", "import: do not ask"},
     {"--partial", "", "import: although some cannot be kept; each is named"},
     {"-m,--message", "REASON", "import: why, for the log"},
     {"--ticket", "ID", "import: what asked for it, for the log"}},
    run};

}  // namespace colo::tool
