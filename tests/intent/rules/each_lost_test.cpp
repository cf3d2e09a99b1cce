#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "intent/rules/each_lost.h"

namespace colo::rules {

namespace {

/// Which vertices a search from vertex 0 finds without those of a group.
std::vector<bool> searched(const Graph& graph, std::uint32_t lost) {
    std::vector<bool> found(graph.groups.size(), false);
    found[0] = true;
    for (bool more = true; more;) {
        more = false;
        for (const auto& [a, b] : graph.edges) {
            if (graph.groups[a] == lost || graph.groups[b] == lost || found[a] == found[b])
                continue;
            found[a] = found[b] = more = true;
        }
    }
    return found;
}

RC_GTEST_PROP(EachLost, what_is_connected_is_what_a_search_for_each_would_find, ()) {
    const auto vertices = *rc::gen::inRange<std::uint32_t>(1, 12);
    const auto groups = *rc::gen::inRange<std::uint32_t>(1, 7);
    Graph graph;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        const auto group = *rc::gen::inRange<std::uint32_t>(0, groups + 2);
        graph.groups.push_back(group < groups ? group : no_group);
    }
    const auto edges = *rc::gen::inRange(0, 20);
    for (int i = 0; i < edges; ++i)
        graph.edges.push_back({*rc::gen::inRange<std::uint32_t>(0, vertices),
                               *rc::gen::inRange<std::uint32_t>(0, vertices)});
    std::vector<std::uint32_t> seen;
    each_lost(graph, groups, [&](std::uint32_t group, const Unions& unions) {
        seen.push_back(group);
        const auto found = searched(graph, group);
        std::uint32_t size = 0;
        for (std::uint32_t i = 0; i < vertices; ++i) {
            RC_ASSERT(unions.connected(0, i) == found[i]);
            size += found[i] ? 1 : 0;
        }
        RC_ASSERT(unions.size(0) == size);
    });
    std::vector<std::uint32_t> all(groups);
    for (std::uint32_t i = 0; i < groups; ++i) all[i] = i;
    RC_ASSERT(seen == all);
}

TEST(EachLost, where_there_is_no_group_nothing_is_lost) {
    int calls = 0;
    each_lost({{no_group}, {}}, 0, [&](std::uint32_t, const Unions&) { ++calls; });
    EXPECT_EQ(calls, 0);
}

TEST(EachLost, a_hundred_thousand_groups_in_a_row_are_looked_at_in_one_go) {
    constexpr std::uint32_t count = 100'000;
    Graph graph;
    for (std::uint32_t i = 0; i < count; ++i) {
        graph.groups.push_back(i);
        if (i > 0) graph.edges.push_back({i - 1, i});
    }
    std::uint64_t sum = 0;
    each_lost(graph, count,
              [&](std::uint32_t group, const Unions& unions) { sum += unions.size(group); });
    EXPECT_EQ(sum, count);
}

}  // namespace

}  // namespace colo::rules
