// colo new: a site definition with blanks to fill in.
#include <fmt/format.h>

#include "intent/base/id.h"
#include "intent/definition/files.h"
#include "intent/definition/form.h"
#include "tools/colo/commands.h"
#include "tools/colo/output.h"

namespace colo::tool {

namespace {

namespace fs = std::filesystem;
using definition::Project;

/// Where an editor finds the version's schema from the folder that the definition lies in.
std::string schema_from(const fs::path& folder, const Project& project,
                        const definition::StandardRef& standard) {
    const fs::path schema =
        project.standards() / standard.name / standard.version / "site.schema.json";
    const fs::path from = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
    return fs::absolute(schema).lexically_relative(from).string();
}

Failure is_there(const fs::path& file) {
    return {"file-exists",
            fmt::format("{} is there already", definition::shown_path(file)),
            {},
            "say another file with -o, or -o - for the terminal",
            false};
}

Exit write(const std::string& text, const fs::path& file, const std::string& site,
           Console& console) {
    if (fs::exists(file)) return console.fail(is_there(file)), Exit::error;
    if (const auto written = write_file(file, text); !written)
        return console.fail(written.failure()), Exit::error;
    console.message(fmt::format("wrote {0}\nnext: fill in its blanks, then colo validate {1}\n",
                                definition::shown_path(file), site));
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words.front();
    const std::string wanted = arguments.option("standard");
    if (wanted.empty() || !is_identity(site)) {
        console.fail(
            {"bad-usage",
             wanted.empty() ? "say which --standard" : fmt::format("{} is not a name", site),
             {},
             wanted.empty() ? "colo new par1 --standard trading-colo"
                            : "names are letters, digits, dots and hyphens, at most 63",
             false});
        return Exit::error;
    }
    const auto project = definition::find_project(fs::current_path());
    if (!project) return console.fail(project.failure()), Exit::error;
    const auto standard = definition::find_published(*project, wanted);
    if (!standard) return console.fail(standard.failure()), Exit::error;
    Sources sources;
    Diagnostics problems;
    const auto declared = definition::read_declarations(*project, *standard, sources, problems);
    console.show(problems, sources);
    if (!declared) return Exit::error;

    const std::string output = arguments.option("output");
    const fs::path usual = project->site_definitions() / (site + ".yaml");
    const fs::path file = output.empty() || output == "-" ? usual : fs::path(output);
    const std::string text = definition::site_form(
        site, *declared, schema_from(file.parent_path(), *project, *standard));
    if (output == "-") return console.result(text), Exit::done;
    return write(text, file, site, console);
}

}  // namespace

const Command new_command{
    "new",
    "SITE",
    1,
    1,
    "a site definition with blanks to fill in",
    {{"--standard", "NAME[@VERSION]", "what it is built to; without a version, the newest"},
     {"-o,--output", "FILE", "a file, or - for stdout; else site-definitions/SITE.yaml"}},
    run};

}  // namespace colo::tool
