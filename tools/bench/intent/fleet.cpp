#include "tools/bench/intent/fleet.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <thread>

#include "intent/base/parallel.h"
#include "intent/definition/project.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"
#include "tools/bench/intent/bench_project.h"
#include "tools/bench/intent/measuring.h"

namespace colo::bench {

namespace {

/// Seconds that all processors together spent on each stage, and what came of it.
struct Spent {
    std::atomic<double> read = 0, generate = 0, rules = 0;
    std::atomic<std::size_t> devices = 0, objects = 0;

    double all() const { return read + generate + rules; }
};

void measure_site(const definition::Project& project, const std::filesystem::path& site,
                  Spent& spent) {
    Sources sources;
    Diagnostics problems;
    std::optional<definition::Inputs> inputs;
    std::optional<generator::Outcome> outcome;
    spent.read += seconds_of([&] { inputs = load_site(project, site, sources, problems); });
    if (!inputs) give_up(problems, sources);
    spent.generate +=
        seconds_of([&] { outcome = generator::generate(*inputs, {}, sources, problems); });
    if (!outcome) give_up(problems, sources);
    const Intent& intent = outcome->generated.intent;
    spent.rules += seconds_of([&] { rules::check_all(intent, outcome->constraints, problems); });
    if (problems.has_errors()) give_up(problems, sources);
    spent.devices += intent.devices.size();
    spent.objects += intent.object_count();
}

void report(int sites, const Spent& spent, double wall, bool as_json) {
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    if (as_json) {
        const nlohmann::ordered_json line{{"fleet", sites},
                                          {"devices", spent.devices.load()},
                                          {"objects", spent.objects.load()},
                                          {"seconds", wall},
                                          {"processors", processors},
                                          {"processor_seconds",
                                           {{"read", spent.read.load()},
                                            {"generate", spent.generate.load()},
                                            {"rules", spent.rules.load()}}},
                                          {"share",
                                           {{"read", spent.read / spent.all()},
                                            {"generate", spent.generate / spent.all()},
                                            {"rules", spent.rules / spent.all()}}},
                                          {"peak_mib", peak_mib()}};
        fmt::print("{}\n", line.dump());
        return;
    }
    const auto share = [&](double part) { return 100 * part / spent.all(); };
    fmt::print("{} sites, {} devices, {} objects: {:.3f} s on {} processors; read {:.0f} %, "
               "generate {:.0f} %, rules "
               "{:.0f} % of {:.3f} s; peak {} MiB\n",
               sites, spent.devices.load(), spent.objects.load(), wall, processors,
               share(spent.read), share(spent.generate), share(spent.rules), spent.all(),
               peak_mib());
}

}  // namespace

int run_fleet(int sites, bool as_json) {
    const Scratch scratch;
    const auto definitions = write_fleet(scratch.path(), sites);
    const definition::Project project{scratch.path()};
    Spent spent;
    const double wall = seconds_of([&] {
        in_parallel(definitions.size(),
                    [&](std::size_t i) { measure_site(project, definitions[i], spent); });
    });
    report(sites, spent, wall, as_json);
    return 0;
}

}  // namespace colo::bench
