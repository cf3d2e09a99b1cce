// bench-store: how fast the store takes and gives a site of N servers, beside the fastest that the
// database itself can do with the same rows, in the same run.
//
//     bench-store [--size N] --store URL [--revisions N] [--format text|json]
//
// The store at URL must be empty; it holds the measured site afterwards. For the floors a second
// place is needed, which `--raw URL` names: `sqlite:FILE` beside the first unless said.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <map>

#include "intent/definition/project.h"
#include "intent/generator/generate.h"
#include "intent/store/store.h"
#include "tools/bench/intent/bench_project.h"
#include "tools/bench/intent/measuring.h"
#include "tools/bench/store/peers.h"

namespace colo::bench {

namespace {

using Options = std::map<std::string, std::string>;
using Figures = nlohmann::ordered_json;

[[noreturn]] void fail(const Failure& failure) {
    fmt::print(stderr, "bench-store: {} [{}]\n", failure.message, failure.code);
    for (const std::string& cause : failure.causes) fmt::print(stderr, "  {}\n", cause);
    std::exit(1);
}

template <class T>
T good(Result<T> result) {
    if (!result) fail(result.failure());
    return std::move(result).value();
}

/// What the same inputs give on top of earlier allocations.
struct Generating {
    explicit Generating(int size) : site(write_project(scratch.path(), size)) {}

    Generated run(const Allocations& earlier) const {
        const definition::Project project{scratch.path()};
        Sources sources;
        Diagnostics problems;
        const auto inputs = load_site(project, site, sources, problems);
        if (!inputs) give_up(problems, sources);
        auto outcome = generator::generate(*inputs, earlier, sources, problems);
        if (!outcome) give_up(problems, sources);
        return std::move(outcome->generated);
    }

    Scratch scratch;
    std::filesystem::path site;
};

const store::Author author{"bench", "measured", ""};
constexpr const char* now = "2026-01-01T00:00:00Z";

/// One more revision: one server has another serial.
void apply_another(store::Store& store, const plan::Base& base, int n) {
    plan::Plan plan{base, {base.intent, base.allocations, base.origins}, {}, {}, {}};
    plan.goal.intent.devices.front().serial = "S" + std::to_string(n);
    good(store.apply(plan, author, now));
}

/// Seconds of the best of a few runs: what others do on the machine only ever adds.
double best_of(int times, const std::function<void()>& work) {
    double best = seconds_of(work);
    for (int i = 1; i < times; ++i) best = std::min(best, seconds_of(work));
    return best;
}

void measure_apply(const std::string& url, const std::string& raw, Generated goal, Figures& out) {
    auto store = good(store::Store::open(url, store::Missing::make));
    const plan::Plan plan{good(store.base("bench")), std::move(goal), {}, {}, {}};
    if (plan.base.revision != 0)
        fail({"bench-not-empty", "the store holds the site already", {url}, "", false});
    const double apply = seconds_of([&] { good(store.apply(plan, author, now)); });
    const auto tables = good(rows_of(url));
    good(store::Store::open(raw, store::Missing::make));
    good(empty_tables(raw, tables));
    const double floor = good(raw_seconds(raw, tables));
    out["rows"] = count_of_rows(tables);
    out["apply"] = apply, out["raw"] = floor, out["apply_to_raw"] = apply / floor;
    good(empty_tables(raw, tables));
    if (const auto django = django_seconds(url, raw)) out["django"] = *django;
}

void measure_plan(const std::string& url, const Generating& generating, Figures& out) {
    const auto store = good(store::Store::open(url, store::Missing::make));
    const Allocations earlier = good(store.beginning("bench")).allocations;
    out["generate"] = best_of(3, [&] { generating.run(earlier); });
    bool empty = false;
    out["plan_no_change"] = best_of(3, [&] {
        plan::Base base = good(store.beginning("bench"));
        Generated goal = generating.run(base.allocations);
        good(store.complete(base, goal));
        empty = plan::make_plan(std::move(base), std::move(goal)).empty();
    });
    if (!empty)
        fail({"bench-not-empty-plan", "a plan of the same inputs has changes", {}, "", false});
    out["plan_beyond_generate"] =
        out["plan_no_change"].get<double>() - out["generate"].get<double>();
    out["read_all"] = best_of(3, [&] { good(store.base("bench")); });
}

void measure_history(const std::string& url, int revisions, Figures& out) {
    auto store = good(store::Store::open(url, store::Missing::make));
    const Intent intent = good(store.base("bench")).intent;
    const std::string device = intent.devices.front().id.value;
    const std::string name = intent.devices.back().name;
    const auto grow_to = [&](int last) {
        for (plan::Base base = good(store.base("bench")); base.revision < last; ++base.revision) {
            apply_another(store, base, static_cast<int>(base.revision));
            base.record = good(store.record_head()).sites.at("bench").digest;
        }
    };
    const auto measure = [&](const std::string& at) {
        const auto last = good(store.beginning("bench")).revision;
        Figures figures;
        figures["read_all"] = best_of(3, [&] { good(store.base("bench")); });
        figures["diff"] = best_of(5, [&] { good(store.difference("bench", last - 1, last)); });
        figures["versions"] = best_of(5, [&] { good(store.versions("bench", "devices", device)); });
        figures["around"] = best_of(5, [&] { good(store.around("bench", name)); });
        figures["brought"] = best_of(5, [&] { good(store.brought("bench", "devices", device)); });
        out[at] = figures;
    };
    grow_to(5);
    measure("at_5_revisions");
    if (revisions <= 5) return;
    grow_to(revisions);
    measure("at_" + std::to_string(revisions) + "_revisions");
}

std::string lines_of(const Figures& figures, const std::string& indent = "") {
    std::string text;
    for (const auto& [name, value] : figures.items())
        text +=
            value.is_object()
                ? fmt::format("{}{}\n{}", indent, name, lines_of(value, indent + "  "))
                : fmt::format("{}{:<24} {}\n", indent, name,
                              value.is_number_float() ? fmt::format("{:.4f}", value.get<double>())
                                                      : value.dump());
    return text;
}

int number(const std::string& text) {
    return static_cast<int>(std::strtol(text.c_str(), nullptr, 10));
}

int run(const std::vector<std::string>& words) {
    Options options{{"--size", "1000"}, {"--revisions", "5"}, {"--format", "text"}};
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) options[words[i]] = words[i + 1];
    if (!options.contains("--store") || words.size() % 2 != 0) {
        fmt::print(stderr, "usage: bench-store [--size N] --store URL [--raw URL] [--revisions N] "
                           "[--format text|json]\n");
        return 1;
    }
    const int size = number(options["--size"]);
    const std::string url = options["--store"];
    const std::string raw = options.contains("--raw") ? options["--raw"] : url + ".raw";
    const Generating generating(size);
    Figures out{{"size", size}, {"store", url.substr(0, url.find(':'))}};
    measure_apply(url, raw, generating.run({}), out);
    measure_plan(url, generating, out);
    measure_history(url, number(options["--revisions"]), out);
    out["peak_mib"] = peak_mib();
    fmt::print("{}", options["--format"] == "json" ? out.dump() + "\n" : lines_of(out));
    return 0;
}

}  // namespace

}  // namespace colo::bench

int main(int count, char** words) {
    return colo::bench::run(std::vector<std::string>(words + 1, words + count));
}
