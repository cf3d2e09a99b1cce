#include "intent/definition/library_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "intent/base/names.h"
#include "intent/definition/files.h"
#include "intent/definition/hardware_check.h"
#include "intent/definition/hardware_part.h"
#include "intent/definition/hardware_reader.h"
#include "intent/definition/library_files.h"
#include "intent/definition/yaml/reader.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

struct CountedSection {
    std::string_view key;
    std::size_t LibraryTotals::* count;
};
constexpr std::array counted_sections{
    CountedSection{"interfaces", &LibraryTotals::interfaces},
    CountedSection{"power-ports", &LibraryTotals::power_ports},
    CountedSection{"power-outlets", &LibraryTotals::power_outlets},
    CountedSection{"console-ports", &LibraryTotals::console_ports},
    CountedSection{"console-server-ports", &LibraryTotals::console_server_ports},
    CountedSection{"front-ports", &LibraryTotals::front_ports},
    CountedSection{"rear-ports", &LibraryTotals::rear_ports},
    CountedSection{"module-bays", &LibraryTotals::module_bays},
    CountedSection{"device-bays", &LibraryTotals::device_bays}};

std::size_t& count_of_kind(LibraryTotals& totals, HardwareKind kind) {
    switch (kind) {
        case HardwareKind::device_type: return totals.device_types;
        case HardwareKind::module_type: return totals.module_types;
        case HardwareKind::rack_type: break;
    }
    return totals.rack_types;
}

void read_hardware(const Node& document, HardwareKind kind, Diagnostics& out) {
    switch (kind) {
        case HardwareKind::device_type: read_device_type(document, out); break;
        case HardwareKind::module_type: read_module_type(document, out); break;
        case HardwareKind::rack_type: read_rack_type(document, out); break;
    }
}

bool is_below(const fs::path& path, const fs::path& folder) {
    if (folder.empty()) return false;
    const fs::path whole = fs::absolute(path).lexically_normal();
    const fs::path above = fs::absolute(folder).lexically_normal();
    return std::mismatch(above.begin(), above.end(), whole.begin(), whole.end()).first ==
           above.end();
}

/// The first problems of a file; of the others how many there are.
void tell(const Diagnostics& problems, Diagnostics& out) {
    const auto& all = problems.all();
    const std::size_t told = std::min(all.size(), most_problems_of_a_file);
    for (std::size_t i = 0; i < told; ++i) out.add(all[i]);
    if (told == all.size()) return;
    Diagnostic more{.severity = problems.has_errors() ? Severity::error : Severity::warning,
                    .code = "more-problems",
                    .summary = fmt::format("{} of this file are not shown",
                                           count_of(all.size() - told, "more problem")),
                    .at = all[told].at,
                    .key = all[told].key};
    out.add(std::move(more));
}

class Check {
public:
    Check(fs::path ours, Sources& sources, Diagnostics& out)
        : ours_(std::move(ours)), sources_(sources), out_(out) {}

    void file(const LibraryFile& file) {
        ++totals_.files;
        Diagnostics problems;
        const Policy policy = is_below(file.path, ours_) ? Policy::strict : Policy::lenient;
        const auto document = read_document(file.path, file.shown, policy, sources_, problems);
        if (document) read_hardware(*document, file.kind, problems);
        if (document && document->is_map()) {
            check_hardware(*document, policy, problems);
            count(*document, file.kind);
            compare(*document, file.kind, problems);
        }
        problems.sort(sources_);
        tell(problems, out_);
        const int source = sources_.count() - 1;
        if (problems.empty() || sources_.file(source).text.size() > most_bytes)
            sources_.forget_text(source);
    }

    LibraryTotals take() {
        totals_.manufacturers = manufacturers_.size();
        return totals_;
    }

private:
    void count(const Node& document, HardwareKind kind) {
        ++count_of_kind(totals_, kind);
        for (const CountedSection& section : counted_sections)
            if (const Node* list = document.find(section.key))
                totals_.*section.count += list->items.size();
    }

    /// One model in two files: which of them holds is for the reader of the library to decide.
    void compare(const Node& document, HardwareKind kind, Diagnostics& problems) {
        Diagnostics quiet;  // the reader said it already
        const Part whole(document, quiet);
        const std::string manufacturer = whole.text("manufacturer"), model = whole.text("model");
        if (!manufacturer.empty()) manufacturers_.insert(manufacturer);
        if (manufacturer.empty() || model.empty()) return;
        const SourceRange at = whole.find("model")->at;
        const auto [first, is_new] = first_.emplace(std::tuple(kind, manufacturer, model), at);
        if (is_new) return;
        Diagnostic& said =
            problems.warning("model-twice", at,
                             fmt::format("{} {} is described in {} too", manufacturer, model,
                                         sources_.file(first->second.file).path));
        said.notes = {{first->second, "the first description"}};
        said.key = "model";
    }

    fs::path ours_;
    Sources& sources_;
    Diagnostics& out_;
    LibraryTotals totals_;
    std::set<std::string> manufacturers_;
    std::map<std::tuple<HardwareKind, std::string, std::string>, SourceRange> first_;
};

}  // namespace

LibraryTotals check_library(const fs::path& folder, const fs::path& ours, Sources& sources,
                            Diagnostics& out) {
    Check check(ours, sources, out);
    for (const LibraryFile& file : find_library_files(folder, sources, out)) check.file(file);
    return check.take();
}

}  // namespace colo::definition
