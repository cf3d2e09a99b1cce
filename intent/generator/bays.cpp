#include "intent/generator/bays.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/generator/placement.h"
#include "intent/generator/selection.h"
#include "intent/model/bay_places.h"

namespace colo::generator {

namespace {

using definition::Role;

class Bays {
public:
    Bays(Workbench& bench, const MayStandIn& may_stand_in)
        : bench_(bench), selection_(bench), may_stand_in_(may_stand_in) {
        for (const auto& [device, place] : bench.ledger.all_earlier(AllocationKind::place))
            if (const auto bay = read_bay_place(*place)) owners_.emplace(*place, device);
    }

    /// An exception's bay first, then kept bays, then newcomers.
    void fill() {
        std::vector<int> stated, newcomers;
        for (int i = 0; i < static_cast<int>(bench_.devices.size()); ++i)
            if (goes_into_bay(bench_.devices[at(i)]))
                (has_own_bay(bench_.devices[at(i)]) ? stated : newcomers).push_back(i);
        std::erase_if(stated, [&](int device) { return keep(device, true); });
        for (const int device : stated)
            if (!place(device, true)) lost_[role_of(device)].push_back(device);
        for (const int device : stated) swap_with_whom_it_displaced(device);
        std::erase_if(newcomers, [&](int device) { return keep(device, false); });
        for (const int device : newcomers)
            if (!place(device, false)) lost_[role_of(device)].push_back(device);
        for (const auto& [role, devices] : lost_) say_no_bay(devices);
    }

private:
    struct Bay {
        int parent = none;
        std::string name;
    };
    struct Parents {
        std::set<std::pair<std::int64_t, int>> open;  ///< use (0 where that does not count), place
        std::vector<int> all;                         ///< by number
        std::vector<std::string> wanted;              ///< bays; empty: all that there are
    };

    const std::string& role_of(int device) const { return bench_.devices[at(device)].role_name; }

    /// Whether an exception says which bay.
    bool has_own_bay(const WorkDevice& device) const {
        const Role& usual = bench_.inputs.standard.roles.at(device.role_name);
        const auto texts = [](const Role& role) {
            std::vector<std::string> bays;
            if (role.place)
                for (const auto& bay : role.place->bay) bays.push_back(*bay);
            return bays;
        };
        return device.role != &usual && texts(*device.role) != texts(usual);
    }

    /// Those that stand in units and have bays, and those of them that are not full.
    Parents& parents_of(const WorkDevice& device) {
        const auto [found, is_new] = parents_.try_emplace({device.role, device.scope});
        if (!is_new) return found->second;
        Parents& parents = found->second;
        parents.all = selection_.devices(device.role->place->in->of);
        std::erase_if(parents.all, [&](int parent) {
            const WorkDevice& there = bench_.devices[at(parent)];
            return there.parent != none || there.hardware->device_bays.empty() ||
                   !is_in_scope(device, bench_.racks[at(there.rack)]);
        });
        for (int i = 0; i < static_cast<int>(parents.all.size()); ++i) parents.open.emplace(0, i);
        for (const auto& list : device.role->place->bay)
            for (std::string& bay : expand_names(*list).names)
                parents.wanted.push_back(std::move(bay));
        return parents;
    }

    static bool is_in_scope(const WorkDevice& device, const WorkRack& rack) {
        if (device.scope_rack != none) return rack.order == device.scope_rack;
        if (!device.scope_row.empty()) return rack.entry->row == device.scope_row;
        if (device.scope_founder.empty()) return true;
        const auto founder = rack.founders.find(*device.role->per);
        return founder != rack.founders.end() && founder->second == device.scope_founder;
    }

    /// The bays wanted that the parent has, in the order of preference.
    std::vector<std::string> bays_of(const Parents& parents, int parent) const {
        const auto& there = bench_.devices[at(parent)].hardware->device_bays;
        if (parents.wanted.empty()) return there;
        std::vector<std::string> bays = parents.wanted;
        std::erase_if(bays, [&](const std::string& bay) {
            return std::find(there.begin(), there.end(), bay) == there.end();
        });
        return bays;
    }

    std::string text_of(const Bay& bay) const {
        return bay_place_text(bench_.devices[at(bay.parent)].id, bay.name);
    }

    /// `stated`: an exception has a better claim than who had it before.
    bool is_free(const WorkDevice& device, const Bay& bay, bool stated) const {
        const std::string text = text_of(bay);
        if (taken_.contains(text)) return false;
        const auto owner = owners_.find(text);
        return stated || owner == owners_.end() || owner->second == device.id;
    }

    std::optional<Bay> free_bay(const WorkDevice& device, const Parents& parents, int parent,
                                bool stated) const {
        for (const bool takes_others : {false, true})  // nobody is displaced without need
            if (stated || !takes_others)
                for (const std::string& name : bays_of(parents, parent))
                    if (is_free(device, {parent, name}, takes_others)) return Bay{parent, name};
        return std::nullopt;
    }

    /// Where the earlier place is still one that the role may have.
    bool keep(int index, bool stated) {
        const WorkDevice& device = bench_.devices[at(index)];
        const auto earlier = earlier_bay(device);
        if (!earlier) return false;
        const Parents& parents = parents_of(device);
        const auto bays = bays_of(parents, earlier->parent);
        if (!is_meant(device, parents, earlier->parent) ||
            std::find(bays.begin(), bays.end(), earlier->name) == bays.end() ||
            !is_free(device, *earlier, stated))
            return false;
        put(index, *earlier);
        return true;
    }

    std::optional<Bay> earlier_bay(const WorkDevice& device) const {
        const std::string* text = bench_.ledger.earlier(AllocationKind::place, device.id);
        const auto bay = text ? read_bay_place(*text) : std::nullopt;
        const auto parent =
            bay ? bench_.device_index.find(std::string(bay->parent)) : bench_.device_index.end();
        if (parent == bench_.device_index.end()) return std::nullopt;
        return Bay{parent->second, std::string(bay->bay)};
    }

    bool is_meant(const WorkDevice& device, const Parents& parents, int parent) const {
        return std::find(parents.all.begin(), parents.all.end(), parent) != parents.all.end() &&
               may_stand_in_(device, bench_.devices[at(parent)].rack);
    }

    bool place(int index, bool stated) {
        const WorkDevice& device = bench_.devices[at(index)];
        Parents& parents = parents_of(device);
        if (const auto near = stays_near(device, parents, stated)) return put(index, *near), true;
        const bool spread = device.role->place->in->of.pick.has_value();
        for (auto one = parents.open.begin(); one != parents.open.end();) {
            const auto [used, order] = *one;
            const int parent = parents.all[at(order)];
            if (spread && used < used_[parent]) {  // kept bays were not counted when it was listed
                parents.open.erase(one);
                parents.open.emplace(used_[parent], order);
                one = parents.open.begin();
                continue;
            }
            if (!may_stand_in_(device, bench_.devices[at(parent)].rack)) {
                ++one;
                continue;
            }
            const auto bay = free_bay(device, parents, parent, stated);
            if (!bay) {
                one = is_full(parents, parent) ? parents.open.erase(one) : std::next(one);
                continue;
            }
            put(index, *bay);
            return true;
        }
        return false;
    }

    /// What cannot keep its bay goes to another of its parent, else of that rack: others would
    /// have to be cabled anew.
    std::optional<Bay> stays_near(const WorkDevice& device, const Parents& parents,
                                  bool stated) const {
        const std::string* const stood = bench_.stood_at(device.id);
        if (!stood) return std::nullopt;
        const int rack = bench_.rack_of(stood->substr(0, stood->find(' ')));
        std::vector<int> near;
        if (const auto earlier = earlier_bay(device)) near.push_back(earlier->parent);
        for (const int parent : parents.all)
            if (bench_.devices[at(parent)].rack == rack) near.push_back(parent);
        for (const int parent : near)
            if (is_meant(device, parents, parent))
                if (auto bay = free_bay(device, parents, parent, stated)) return bay;
        return std::nullopt;
    }

    bool is_full(const Parents& parents, int parent) const {
        const auto bays = bays_of(parents, parent);
        return std::all_of(bays.begin(), bays.end(), [&](const std::string& bay) {
            return taken_.contains(text_of({parent, bay}));
        });
    }

    /// Who had the bay that an exception gave to a device may have the one that the device left.
    void swap_with_whom_it_displaced(int index) {
        const WorkDevice& device = bench_.devices[at(index)];
        const std::string* left = bench_.ledger.earlier(AllocationKind::place, device.id);
        if (!left || device.parent == none) return;
        const auto displaced = owners_.find(text_of({device.parent, device.bay}));
        if (displaced != owners_.end() && displaced->second != device.id)
            owners_[*left] = displaced->second;
    }

    void put(int index, const Bay& bay) {
        WorkDevice& device = bench_.devices[at(index)];
        const WorkDevice& parent = bench_.devices[at(bay.parent)];
        device.parent = bay.parent;
        device.bay = bay.name;
        device.rack = parent.rack;
        device.half_unit = parent.half_unit;
        device.face = parent.face;
        taken_.insert(text_of(bay));
        ++used_[bay.parent];
    }

    // ---- what finds no bay

    void say_no_bay(const std::vector<int>& devices) {
        const WorkDevice& first = bench_.devices[at(devices.front())];
        const Parents& parents = parents_of(first);
        std::vector<std::string> roles;
        for (const auto& name : first.role->place->in->of.role) roles.push_back(*name);
        const std::string chassis = fmt::format("{}", fmt::join(roles, ", "));
        Diagnostic& problem = bench_.out.error(
            "placement-no-room", first.role->place->in->at,
            devices.size() == 1
                ? fmt::format("{} finds no bay in a {}", first.id, chassis)
                : fmt::format("{} of {} find no bay in a {}", count_of(devices.size(), "device"),
                              first.role_name, chassis));
        problem.object = first.id;
        if (devices.size() > 1) problem.detail = {fmt::format("the first of them is {}", first.id)};
        std::size_t bays = 0, taken = 0, kept = 0, apart = 0;
        for (const int parent : parents.all)
            for (const std::string& bay : bays_of(parents, parent)) {
                const std::string text = text_of({parent, bay});
                ++bays;
                if (taken_.contains(text))
                    ++taken;
                else if (owners_.contains(text))
                    ++kept;
                else if (!may_stand_in_(first, bench_.devices[at(parent)].rack))
                    ++apart;
            }
        problem.detail.push_back(fmt::format("{} in {}: {} taken", count_of(bays, "bay"),
                                             count_of(parents.all.size(), "device"), taken));
        if (kept > 0)
            problem.detail.push_back(
                fmt::format("{} freed by this change, free once it was applied", kept));
        if (apart > 0)
            problem.detail.push_back(fmt::format(
                "{} in racks where it may not stand: another of its kind is there, or its scope is "
                "elsewhere",
                apart));
        problem.hint = apart > 0  ? "place apart: none lets members share a rack"
                       : kept > 0 ? "apply what frees the bays first"
                                  : fmt::format("raise the count of {}", chassis);
    }

    Workbench& bench_;
    const Selection selection_;
    const MayStandIn& may_stand_in_;
    std::map<std::string, std::string_view> owners_;  ///< bay_place_text -> who had it
    std::set<std::string> taken_;
    std::map<int, std::int64_t> used_;                                ///< bays taken, by parent
    std::map<std::pair<const Role*, std::string>, Parents> parents_;  ///< by role and scope
    std::map<std::string, std::vector<int>> lost_;
};

}  // namespace

bool goes_into_bay(const WorkDevice& device) {
    return device.role && device.role->place && device.role->place->in;
}

void fill_bays(Workbench& bench, const MayStandIn& may_stand_in) {
    Bays(bench, may_stand_in).fill();
}

}  // namespace colo::generator
