#include "intent/rules/each_lost.h"

#include <numeric>
#include <utility>

namespace colo::rules {

namespace {

using Edges = std::vector<std::array<std::uint32_t, 2>>;

/// Halves the range of groups again and again: an edge that touches none of a range's groups is
/// there for all of them, so it is united once.
class Halving {
public:
    Halving(const Graph& graph, const std::function<void(std::uint32_t, const Unions&)>& look)
        : graph_(graph), look_(look), unions_(graph.groups.size()) {}

    void visit(std::uint32_t first, std::uint32_t end, const Edges& edges) {
        const std::size_t before = unions_.count();
        Edges rest;
        for (const auto& [a, b] : edges)
            if (in(first, end, graph_.groups[a]) || in(first, end, graph_.groups[b]))
                rest.push_back({a, b});
            else
                unions_.unite(a, b);
        if (end - first == 1) {
            look_(first, unions_);
        } else {
            const std::uint32_t middle = first + (end - first) / 2;
            visit(first, middle, rest);
            visit(middle, end, rest);
        }
        unions_.undo_to(before);
    }

private:
    static bool in(std::uint32_t first, std::uint32_t end, std::uint32_t group) {
        return first <= group && group < end;
    }

    const Graph& graph_;
    const std::function<void(std::uint32_t, const Unions&)>& look_;
    Unions unions_;
};

}  // namespace

Unions::Unions(std::size_t vertices) : parents_(vertices), sizes_(vertices, 1) {
    std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t Unions::root(std::uint32_t vertex) const {
    while (parents_[vertex] != vertex) vertex = parents_[vertex];
    return vertex;
}

void Unions::unite(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return;
    if (sizes_[a] < sizes_[b]) std::swap(a, b);
    parents_[b] = a;
    sizes_[a] += sizes_[b];
    done_.push_back(b);
}

void Unions::undo_to(std::size_t count) {
    for (; done_.size() > count; done_.pop_back()) {
        const std::uint32_t lower = done_.back();
        sizes_[parents_[lower]] -= sizes_[lower];
        parents_[lower] = lower;
    }
}

void each_lost(const Graph& graph, std::uint32_t groups,
               const std::function<void(std::uint32_t, const Unions&)>& look) {
    if (groups > 0) Halving(graph, look).visit(0, groups, graph.edges);
}

}  // namespace colo::rules
