// colo sheet: what hands on site work from, for a whole site or for the work of a change.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <sstream>

#include "intent/base/names.h"
#include "intent/exporters/archive.h"
#include "intent/exporters/sheet/make_sheet.h"
#include "intent/exporters/sheet/sheet_files.h"
#include "intent/importers/stock.h"
#include "tools/colo/commands.h"
#include "tools/colo/output.h"
#include "tools/colo/sheet_basis.h"
#include "tools/colo/sheet_job.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace fs = std::filesystem;

namespace {

Result<std::optional<Stock>> stock_of(const Arguments& arguments) {
    const std::string file = arguments.option("stock");
    if (file.empty()) return std::optional<Stock>{};
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
        return Failure{"file-not-read",
                       fmt::format("{} cannot be read", file),
                       {},
                       "it is a CSV file: part,length_m,count",
                       false};
    auto stock = importers::read_stock(text.str(), file);
    if (!stock) return stock.failure();
    return std::optional(std::move(*stock));
}

Result<sheets::LabelChoice> labels_of(const Arguments& arguments) {
    sheets::LabelChoice out;
    for (const std::string& name : arguments.all("labels")) {
        const auto* const stock = sheets::find_label_stock(name);
        if (!stock) {
            std::vector<std::string> names;
            for (const auto& known : sheets::label_stocks()) names.emplace_back(known.name);
            const auto near = nearest_name(name, names);
            return Failure{"unknown-labels",
                           fmt::format("no label stock is called {}", name),
                           {},
                           near ? fmt::format("did you mean {}?", *near)
                                : fmt::format("there is {}", fmt::join(names, ", ")),
                           false};
        }
        out.stocks.push_back(stock);
    }
    const std::string dpi = arguments.option("dpi", "203");
    if (dpi != "203" && dpi != "300" && dpi != "600")
        return Failure{"bad-usage", "--dpi is 203, 300 or 600", {}, "see colo sheet --help", false};
    out.dots_per_inch = std::stoi(dpi);
    return out;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Where the files go. A folder that holds anything else stays as it is: another sheet, whose
/// drawings and letters would lie between these, or a workbook that somebody has filled in.
Result<fs::path> folder_of(const std::string& said, const exporters::Files& files) {
    std::error_code error;
    fs::path folder = fs::weakly_canonical(fs::absolute(said), error);
    if (!error && !folder.has_filename()) folder = folder.parent_path();
    if (error || !folder.has_filename())
        return Failure{"file-not-written",
                       fmt::format("{} cannot be written to", said),
                       {},
                       "name a folder with -o, one that need not be there yet",
                       false};
    for (auto at = fs::recursive_directory_iterator(folder, error);
         !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (at->is_directory(error)) continue;
        const std::string name = fs::relative(at->path(), folder, error).generic_string();
        const auto ours = files.find(name);
        if (ours != files.end() && ours->second == bytes_of(at->path())) continue;
        return Failure{"file-not-replaced",
                       fmt::format("{} holds something else: {}", folder.string(), name),
                       {},
                       "name another folder with -o, or take that one away; nothing was written",
                       false};
    }
    const fs::path current = fs::current_path(error);
    return folder.lexically_relative(current).native().starts_with("..") ||
                   folder.lexically_relative(current) == folder
               ? folder
               : folder.lexically_relative(current);
}

/// Lines of the stock that are of no use here, for whoever misspelt them.
void tell_of_unused(const sheets::Job& job, const sheets::Sheet& sheet, Console& console) {
    if (!job.stock) return;
    const auto unused = sheets::unused_stock(*job.stock, sheet);
    if (unused.empty()) return;
    console.message(fmt::format(
        "colo: {} of the stock used nowhere here: {}{}\n", count_of(unused.size(), "line"),
        fmt::join(unused.begin(), unused.begin() + std::min<std::ptrdiff_t>(std::ssize(unused), 8),
                  ", "),
        unused.size() > 8 ? ", ..." : ""));
}

Result<Done> write(const sheets::Job& job, const Arguments& arguments, Console& console) {
    const std::string& site = job.intent->head.site;
    const auto choice = labels_of(arguments);
    if (!choice) return choice.failure();
    console.progress(fmt::format("{}: ordering the work", site));
    const sheets::Sheet sheet = sheets::make_sheet(job);
    if (job.changes && sheet.racks.empty() && sheet.labels.empty() && sheet.letters.empty()) {
        console.result(fmt::format("{}: nothing to do on site\n", site));
        return Done{};
    }
    tell_of_unused(job, sheet, console);
    auto files = sheets::sheet_files(sheet, *choice, [&](std::string_view what) {
        console.progress(fmt::format("{}: {}", site, what));
    });
    if (!files) return files.failure();
    const auto folder = folder_of(arguments.option("output", site + "-sheet"), *files);
    if (!folder) return folder.failure();
    const auto archive = exporters::zip_of(*files, folder->filename().string());
    if (!archive) return archive.failure();
    if (auto written = write_files(*folder, *files); !written) return written;
    const std::string zip = folder->string() + ".zip";
    if (auto written = write_file(zip, *archive); !written) return written;
    std::size_t steps = 0;
    for (const sheets::Table& table : sheet.tables)
        if (table.key == "steps") steps = table.rows.size();
    console.result(fmt::format("{}: {}{}\n{}, {}, {}\nwrote {} to {} and {}\n", site, job.scope,
                               job.revision > 0 ? ", " + sheet.cover.revision : "",
                               count_of(steps, "step"), count_of(sheet.racks.size(), "rack"),
                               count_of(sheet.labels.size(), "label"),
                               count_of(files->size(), "file"), folder->string() + "/", zip));
    return Done{};
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    const auto fail = [&](const Failure& failure) {
        console.fail(failure);
        return Exit::error;
    };
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return fail(store.failure());
    auto stock = stock_of(arguments);
    if (!stock) return fail(stock.failure());
    auto found = sheet_basis(*store, arguments, console);
    if (!found) return fail(found.failure());
    if (!*found) return Exit::error;
    const SheetBasis& basis = **found;
    if (basis.is_change && basis.plan.empty()) {
        console.result(fmt::format("{}: nothing to do\n", site));
        return Exit::done;
    }
    sheets::Job job;
    job.intent = &basis.plan.goal.intent;
    job.revision = basis.revision;
    job.applied = basis.applied;
    job.changes = basis.is_change ? &basis.plan : nullptr;
    job.scope = basis.scope;
    job.stock = std::move(*stock);
    fill_in_from_inputs(job, job.intent->head, console);
    if (const auto written = write(job, arguments, console); !written)
        return fail(written.failure());
    return Exit::done;
}

}  // namespace

const Command sheet_command{
    "sheet",
    "SITE",
    1,
    1,
    "what hands on site work from: workbook, PDF, drawings, labels, letters",
    {{"--since", "REVISION", "only the work from that revision to now"},
     {"--plan", "[PLAN]", "only the work of a saved plan; alone: of the definition as it stands"},
     {"-o,--output", "FOLDER", "where to write; a .zip of it stands beside; else SITE-sheet"},
     {"--stock", "FILE", "what lies in stock (CSV: part,length_m,count): tells what to order"},
     {"--labels", "STOCK...", "labels to print on, by name (avery-l7651); may be repeated"},
     {"--dpi", "203|300|600", "of the label printer"}},
    run};

}  // namespace colo::tool
