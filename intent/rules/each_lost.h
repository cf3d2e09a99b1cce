// What is still connected when each of many groups of vertices is lost in turn, found for all of
// them together: in (vertices + edges) x log(groups), where a search for each would take
// (vertices + edges) x groups.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace colo::rules {

inline constexpr std::uint32_t no_group = UINT32_MAX;

/// Which vertices are connected, with the latest unions undone at will.
class Unions {
public:
    explicit Unions(std::size_t vertices);

    std::uint32_t root(std::uint32_t vertex) const;
    /// How many vertices are connected with this one, itself included.
    std::uint32_t size(std::uint32_t vertex) const { return sizes_[root(vertex)]; }
    bool connected(std::uint32_t a, std::uint32_t b) const { return root(a) == root(b); }

    void unite(std::uint32_t a, std::uint32_t b);
    std::size_t count() const { return done_.size(); }
    /// Undoes all but the first `count` unions.
    void undo_to(std::size_t count);

private:
    std::vector<std::uint32_t> parents_, sizes_;
    std::vector<std::uint32_t> done_;  // the root that each union put below another
};

struct Graph {
    std::vector<std::uint32_t> groups;                ///< of each vertex: one, or no_group
    std::vector<std::array<std::uint32_t, 2>> edges;  ///< between vertices
};

/// Calls `look(group, unions)` for each group with those edges united that touch none of its
/// vertices.
void each_lost(const Graph& graph, std::uint32_t groups,
               const std::function<void(std::uint32_t, const Unions&)>& look);

}  // namespace colo::rules
