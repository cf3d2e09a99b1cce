// The label of each cable, and the order of their ids.
#include <algorithm>
#include <numeric>
#include <set>

#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

/// Labels are numbers from 1, kept for life; newcomers in the order of rule and identity.
void give_labels(Workbench& bench) {
    std::set<std::int64_t> taken;
    for (const auto& [cable, number] : bench.ledger.all_earlier(AllocationKind::label))
        taken.insert(as_number(*number));
    std::vector<WorkCable*> newcomers;
    for (WorkCable& cable : bench.cables) {
        const std::string* kept = bench.ledger.earlier(AllocationKind::label, cable.id);
        if (kept)
            cable.label = as_number(*kept);
        else
            newcomers.push_back(&cable);
    }
    std::sort(newcomers.begin(), newcomers.end(),
              [](const WorkCable* a, const WorkCable* b) { return natural_less(a->id, b->id); });
    std::int64_t next = 1;
    for (WorkCable* cable : newcomers) {
        while (taken.contains(next)) ++next;
        cable->label = next++;
    }
}

}  // namespace

void label_cables(Workbench& bench) {
    give_labels(bench);
    auto& order = bench.cables_by_id;
    order.resize(bench.cables.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return bench.cables[at(a)].id < bench.cables[at(b)].id; });
    for (const int i : order)
        bench.ledger.keep(AllocationKind::label, bench.cables[at(i)].id,
                          std::to_string(bench.cables[at(i)].label));
}

}  // namespace colo::generator
