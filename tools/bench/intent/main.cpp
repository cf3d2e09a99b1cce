// bench-intent: how long it takes to read, generate, check and export a site of N servers.
//
//     bench-intent [--size N | --fleet SITES [--write FOLDER]] [--format text|json]
//
// With --size it runs that size once; with --fleet that many sites of 90 devices, each with a
// definition of its own, and with --write it only writes them, for a measure of `colo plan --all`;
// without, the ladder 100, 1,000, 10,000, each size in a process of its own
// so that its peak of memory is its own.
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "intent/definition/project.h"
#include "intent/exporters/exporter.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"
#include "tools/bench/intent/bench_project.h"
#include "tools/bench/intent/fleet.h"
#include "tools/bench/intent/measuring.h"

namespace colo::bench {

namespace {

struct Measured {
    std::size_t objects = 0, cables = 0, bytes = 0;
    double read = 0, generate = 0, rules = 0, exported = 0;
};

Measured measure(int size) {
    const Scratch scratch;
    const std::filesystem::path site = write_project(scratch.path(), size);
    const definition::Project project{scratch.path()};
    Measured measured;
    Sources sources;
    Diagnostics problems;
    std::optional<definition::Inputs> inputs;
    std::optional<generator::Outcome> outcome;
    measured.read = seconds_of([&] { inputs = load_site(project, site, sources, problems); });
    if (!inputs) give_up(problems, sources);
    measured.generate =
        seconds_of([&] { outcome = generator::generate(*inputs, {}, sources, problems); });
    if (!outcome) give_up(problems, sources);
    const Intent& intent = outcome->generated.intent;
    measured.rules = seconds_of([&] { rules::check_all(intent, outcome->constraints, problems); });
    if (problems.has_errors()) give_up(problems, sources);
    measured.exported =
        seconds_of([&] { measured.bytes = exporters::intent_json({intent, 0}).size(); });
    measured.objects = intent.object_count();
    measured.cables = intent.cables.size();
    return measured;
}

void report(int size, const Measured& m, bool as_json) {
    if (as_json) {
        const nlohmann::ordered_json line{{"size", size},
                                          {"objects", m.objects},
                                          {"seconds",
                                           {{"read", m.read},
                                            {"generate", m.generate},
                                            {"rules", m.rules},
                                            {"export", m.exported}}},
                                          {"peak_mib", peak_mib()}};
        fmt::print("{}\n", line.dump());
        return;
    }
    fmt::print("{:>7} servers  {:>8} objects  {:>7} cables   read {:6.3f} s  generate {:6.3f} s  "
               "rules {:6.3f} s  export {:6.3f} s ({} MB)  peak {:>5} MiB\n",
               size, m.objects, m.cables, m.read, m.generate, m.rules, m.exported,
               m.bytes / 1'000'000, peak_mib());
}

int ladder(bool as_json) {
    for (const int size : {100, 1'000, 10'000}) {
        std::fflush(stdout);
        const pid_t child = fork();
        if (child == 0) {
            report(size, measure(size), as_json);
            std::fflush(stdout);
            std::_Exit(0);
        }
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) return 1;
    }
    return 0;
}

int usage() {
    fmt::print(stderr, "usage: bench-intent [--size N | --fleet SITES [--write FOLDER]] "
                       "[--format text|json]\n");
    return 1;
}

}  // namespace

int run(const std::vector<std::string>& words) {
    int size = 0, fleet = 0;
    bool as_json = false;
    std::string folder;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        if (i + 1 == words.size()) return usage();
        const std::string& value = words[i + 1];
        if (words[i] == "--size")
            size = static_cast<int>(std::strtol(value.c_str(), nullptr, 10));
        else if (words[i] == "--fleet")
            fleet = static_cast<int>(std::strtol(value.c_str(), nullptr, 10));
        else if (words[i] == "--write")
            folder = value;
        else if (words[i] == "--format" && (value == "json" || value == "text"))
            as_json = value == "json";
        else
            return usage();
        if (words[i] == "--size" && (size < 1 || size > 200'000)) return usage();
        if (words[i] == "--fleet" && (fleet < 1 || fleet > most_sites)) return usage();
    }
    if (!folder.empty() && fleet == 0) return usage();
    if (!folder.empty()) return write_fleet(folder, fleet), 0;
    if (fleet > 0) return run_fleet(fleet, as_json);
    if (size == 0) return ladder(as_json);
    report(size, measure(size), as_json);
    return 0;
}

}  // namespace colo::bench

int main(int count, char** words) {
    return colo::bench::run(std::vector<std::string>(words + 1, words + count));
}
