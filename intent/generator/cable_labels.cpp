// The label of each cable, and the order of their ids.
#include <algorithm>
#include <numeric>
#include <set>

#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

/// What has a label of its own: a cable, or each piece of a way.
struct Labelled {
    const std::string* id;
    std::int64_t* label;
};

void label_of(WorkCable& cable, const auto& visit) {
    if (cable.pieces.empty()) visit(Labelled{&cable.id, &cable.label});
    for (WorkPiece& piece : cable.pieces) visit(Labelled{&piece.id, &piece.label});
}

void for_each_labelled(Workbench& bench, const auto& visit) {
    for (WorkCable& cable : bench.cables) label_of(cable, visit);
}

/// Labels are numbers from 1, kept for life; newcomers in the order of rule and identity.
void give_labels(Workbench& bench) {
    std::set<std::int64_t> taken;
    for (const auto& [cable, number] : bench.ledger.all_earlier(AllocationKind::label))
        taken.insert(as_number(*number));
    std::vector<Labelled> newcomers;
    for_each_labelled(bench, [&](const Labelled& one) {
        const std::string* kept = bench.ledger.earlier(AllocationKind::label, *one.id);
        if (kept)
            *one.label = as_number(*kept);
        else
            newcomers.push_back(one);
    });
    std::sort(newcomers.begin(), newcomers.end(),
              [](const Labelled& a, const Labelled& b) { return natural_less(*a.id, *b.id); });
    std::int64_t next = 1;
    for (const Labelled& one : newcomers) {
        while (taken.contains(next)) ++next;
        *one.label = next++;
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
        label_of(bench.cables[at(i)], [&](const Labelled& one) {
            bench.ledger.keep(AllocationKind::label, *one.id, std::to_string(*one.label));
        });
}

}  // namespace colo::generator
