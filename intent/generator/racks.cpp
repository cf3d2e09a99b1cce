// Racks as the site gives them, and the groups that the standard parts them into.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/geometry.h"
#include "intent/generator/labels.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

WorkRack make_rack(const Workbench& bench, const std::string& id,
                   const definition::RackEntry& entry) {
    WorkRack rack;
    rack.id = id;
    rack.entry = &entry;
    rack.position = *entry.position;
    const definition::RackType* type = nullptr;
    if (entry.type) type = &bench.inputs.rack_types.at(*entry.type);
    rack.units = entry.units.value_or(type ? type->units : 0);
    rack.width = entry.width.value_or(
        type && type->width ? *type->width : bench.inputs.standard.routes.rack_width);
    rack.depth = entry.depth.value_or(type && type->depth ? *type->depth : Length{1000});
    rack.posts.rear = !type || type->rear_posts;
    rack.posts.distance = entry.posts ? entry.posts : type ? type->posts : std::nullopt;
    rack.max_weight = entry.max_weight ? entry.max_weight : type ? type->max_weight : std::nullopt;
    for (const auto& [name, feed] : entry.feeds) {
        rack.feeds.push_back(name);
        rack.capacity.push_back(feed.usable());
    }
    return rack;
}

void order_rows(Workbench& bench) {
    std::map<std::string, int, NaturalLess> rows;
    for (const WorkRack& rack : bench.racks) rows.emplace(rack.entry->row, 0);
    int next = 0;
    for (auto& [name, order] : rows) order = next++;
    for (WorkRack& rack : bench.racks) rack.row_order = rows.at(rack.entry->row);
}

/// Parts the racks into groups of one kind. Kept memberships first, then newcomers.
class Grouping {
public:
    Grouping(Workbench& bench, const std::string& name, const definition::Group& group)
        : bench_(bench), name_(name), group_(group) {}

    void part() {
        for (const WorkRack& rack : bench_.racks)
            if (const auto founder = rack.entry->groups.find(name_);
                founder != rack.entry->groups.end())
                join_stated(rack, founder->second);
        std::vector<int> newcomers;
        for (const WorkRack& rack : bench_.racks)
            if (has_labels(rack, group_.where) && !rack.entry->groups.contains(name_) &&
                !keep(rack))
                newcomers.push_back(rack.order);
        for (const int rack : newcomers) join(rack);
        for (const auto& [founder, members] : members_)
            for (const int member : members) record(member, founder);
    }

private:
    std::string identity(const WorkRack& rack) const { return name_ + "/" + rack.id; }

    /// The site says whose group the rack is in.
    void join_stated(const WorkRack& rack, const std::string& founder) {
        const int first = bench_.rack_of(founder);
        if (first == none) {
            bench_.out.error("unknown-rack", rack.entry->at,
                             fmt::format("{} {} of rack {}: there is no rack {}", name_, founder,
                                         rack.id, founder));
            return;
        }
        auto& members = members_[founder];
        if (founder != rack.id && members.empty()) members.push_back(first);
        if (!may_share(rack, bench_.racks[at(first)]))
            bench_.out
                .error("group-mixed", rack.entry->at,
                       fmt::format("rack {} cannot be in {} {}: they stand in two rows", rack.id,
                                   name_, founder))
                .notes = {{group_.at, fmt::format("{} lie within a row", name_)}};
        else if (static_cast<std::int64_t>(members.size()) >= *group_.racks)
            bench_.out
                .error("group-too-large", rack.entry->at,
                       fmt::format("{} {} has no room for rack {}: it holds {}", name_, founder,
                                   rack.id,
                                   count_of(static_cast<std::size_t>(*group_.racks), "rack")))
                .notes = {{group_.racks.at, "how many is said here"}};
        else if (std::find(members.begin(), members.end(), rack.order) == members.end())
            members.push_back(rack.order);
    }

    bool keep(const WorkRack& rack) {
        if (is_member(rack)) return true;  // others have stated that it is their founder
        const std::string* founder = bench_.ledger.earlier(AllocationKind::group, identity(rack));
        if (!founder) return false;
        auto& members = members_[*founder];
        const bool room = static_cast<std::int64_t>(members.size()) < *group_.racks;
        if (room && (members.empty() || may_share(rack, bench_.racks[at(members.front())]))) {
            members.push_back(rack.order);
            return true;
        }
        if (members.empty()) members_.erase(*founder);
        return false;
    }

    bool is_member(const WorkRack& rack) const {
        return std::any_of(members_.begin(), members_.end(), [&](const auto& group) {
            return std::find(group.second.begin(), group.second.end(), rack.order) !=
                   group.second.end();
        });
    }

    bool may_share(const WorkRack& a, const WorkRack& b) const {
        return group_.within == definition::Within::site || a.entry->row == b.entry->row;
    }

    /// The group with room that is nearest; ties go to the founder first in natural order.
    void join(int rack) {
        const std::string* nearest = nullptr;
        Length best{};
        for (const auto& [founder, members] : members_) {
            if (static_cast<std::int64_t>(members.size()) >= *group_.racks) continue;
            if (!may_share(bench_.racks[at(rack)], bench_.racks[at(members.front())])) continue;
            const Length distance = distance_to(rack, members);
            if (nearest && distance >= best) continue;
            nearest = &founder;
            best = distance;
        }
        members_[nearest ? *nearest : bench_.racks[at(rack)].id].push_back(rack);
    }

    Length distance_to(int rack, const std::vector<int>& members) const {
        Length best = rack_distance(bench_, rack, members.front());
        for (const int member : members) best = std::min(best, rack_distance(bench_, rack, member));
        return best;
    }

    void record(int member, const std::string& founder) {
        WorkRack& rack = bench_.racks[at(member)];
        rack.founders[name_] = founder;
        bench_.ledger.keep(AllocationKind::group, identity(rack), founder);
    }

    Workbench& bench_;
    const std::string& name_;
    const definition::Group& group_;
    std::map<std::string, std::vector<int>, NaturalLess> members_;
};

}  // namespace

bool has_labels(const WorkRack& rack, const std::map<std::string, std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& label) {
        const auto found = rack.entry->labels.find(label.first);
        return found != rack.entry->labels.end() && found->second == label.second;
    });
}

void lay_out_racks(Workbench& bench) {
    for (const auto& [id, entry] : bench.inputs.site.racks) {
        bench.racks.push_back(make_rack(bench, id, entry));
        bench.racks.back().order = static_cast<int>(bench.racks.size()) - 1;
        bench.rack_index.emplace(id, bench.racks.back().order);
    }
    order_rows(bench);
    bench.pdus.resize(bench.racks.size());
    for (const auto& [name, group] : bench.inputs.standard.groups) {
        if (*group.racks < 1) {
            bench.out.error("out-of-range", group.racks.at,
                            fmt::format("{} needs at least one rack", name));
            continue;
        }
        Grouping(bench, name, group).part();
    }
}

}  // namespace colo::generator
