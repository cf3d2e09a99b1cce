// bench-sheet: how fast a build sheet of N servers is made, beside what the libraries take that do
// the least of the same work, in the same run.
//
//     bench-sheet [--size N] [--format text|json]
//
// Floors: the same cells written by a bare loop over libxlsxwriter, the same texts drawn by a bare
// loop over cairo, the same label texts encoded by a bare loop over zint. Peers, where python3 has
// them: openpyxl for the same cells (tools/bench/sheet/openpyxl-cells), reportlab for the same
// texts (tools/bench/sheet/reportlab-texts).
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

#include "intent/definition/project.h"
#include "intent/exporters/archive.h"
#include "intent/exporters/pdf/pdf.h"
#include "intent/exporters/sheet/make_sheet.h"
#include "intent/exporters/sheet/sheet_files.h"
#include "intent/exporters/sheet/sheet_pages.h"
#include "intent/exporters/workbook/workbook.h"
#include "intent/generator/generate.h"
#include "tools/bench/intent/bench_project.h"
#include "tools/bench/intent/measuring.h"
#include "tools/bench/sheet/floors.h"

namespace colo::bench {

namespace {

using Figures = nlohmann::ordered_json;

[[noreturn]] void fail(const Failure& failure) {
    fmt::print(stderr, "bench-sheet: {} [{}]\n", failure.message, failure.code);
    std::exit(1);
}

template <class T>
T good(Result<T> result) {
    if (!result) fail(result.failure());
    return std::move(result).value();
}

Generated generated(const std::filesystem::path& root, const std::filesystem::path& site) {
    Sources sources;
    Diagnostics problems;
    const auto inputs = load_site(definition::Project{root}, site, sources, problems);
    if (!inputs) give_up(problems, sources);
    auto outcome = generator::generate(*inputs, {}, sources, problems);
    if (!outcome) give_up(problems, sources);
    return std::move(outcome->generated);
}

Figures measure(int size) {
    const Scratch scratch;
    const Generated site = generated(scratch.path(), write_project(scratch.path(), size));
    sheets::Job job;
    job.intent = &site.intent;
    job.revision = 1;
    job.scope = "the whole site";
    Figures out{{"size", size}, {"cables", site.intent.cables.size()}};
    sheets::Sheet sheet;
    out["order_of_work_and_tables"] = seconds_of([&] { sheet = sheets::make_sheet(job); });
    std::string book, paper;
    out["workbook"] = seconds_of([&] { book = good(sheets::workbook(sheet)); });
    std::vector<exporters::Drawing> pages;
    out["pages"] = seconds_of([&] { pages = sheets::sheet_pages(sheet); });
    out["pdf_of_pages"] = seconds_of([&] { paper = good(exporters::pdf(pages, {"bench"})); });
    out["pdf"] = out["pages"].get<double>() + out["pdf_of_pages"].get<double>();
    out["labels"] = seconds_of([&] { good(sheets::label_files(sheet, {})); });
    exporters::Files files;
    out["all_files"] =
        seconds_of([&] { files = good(sheets::sheet_files(sheet, {}, [](std::string_view) {})); });
    out["zip"] = seconds_of([&] { good(exporters::zip_of(files, "bench-sheet")); });
    out["peak_mib"] = peak_mib();
    out["pdf_pages"] = pages.size(), out["label_count"] = sheet.labels.size();
    out["workbook_kib"] = book.size() / 1024, out["pdf_kib"] = paper.size() / 1024;
    const auto again = good(sheets::sheet_files(sheet, {}, [](std::string_view) {}));
    out["same_bytes"] = files == again;
    out["floor_workbook"] = seconds_of([&] { write_cells(sheet, scratch.path() / "floor.xlsx"); });
    out["floor_pdf"] = seconds_of([&] { draw_texts(pages, scratch.path() / "floor.pdf"); });
    out["floor_labels"] = seconds_of([&] { encode(sheet.labels); });
    if (const auto peer = openpyxl_seconds(sheet, scratch.path())) out["openpyxl"] = *peer;
    if (const auto peer = reportlab_seconds(pages, scratch.path())) out["reportlab"] = *peer;
    return out;
}

}  // namespace

}  // namespace colo::bench

int main(int count, char** words) {
    std::map<std::string, std::string> options{{"--size", "1000"}, {"--format", "text"}};
    for (int i = 1; i + 1 < count; i += 2) options[words[i]] = words[i + 1];
    const auto figures =
        colo::bench::measure(static_cast<int>(std::strtol(options["--size"].c_str(), nullptr, 10)));
    if (options["--format"] == "json") {
        fmt::print("{}\n", figures.dump());
        return 0;
    }
    for (const auto& [name, value] : figures.items())
        fmt::print("{:<26} {}\n", name,
                   value.is_number_float() ? fmt::format("{:.3f}", value.get<double>())
                                           : value.dump());
    return 0;
}
