#include "intent/generator/bays.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/generator/placement.h"
#include "intent/generator/selection.h"

namespace colo::generator {

namespace {

class Bays {
public:
    Bays(Workbench& bench, const std::function<bool(const WorkDevice&, int)>& may_stand_in)
        : bench_(bench), selection_(bench), may_stand_in_(may_stand_in) {
        for (const auto& [device, place] : bench.ledger.all_earlier(AllocationKind::place))
            if (place->starts_with("in ")) owners_.emplace(place->substr(3), device);
    }

    void fill() {
        std::vector<int> newcomers;
        for (int i = 0; i < static_cast<int>(bench_.devices.size()); ++i)
            if (goes_into_bay(bench_.devices[at(i)]) && !keep(i)) newcomers.push_back(i);
        std::map<const definition::Role*, std::vector<int>> missed;
        for (const int device : newcomers)
            if (!place(device)) missed[bench_.devices[at(device)].role].push_back(device);
        for (const auto& [role, devices] : missed) say_no_bay(*role, devices);
    }

private:
    struct Bay {
        int parent = none;
        std::string name;
    };

    /// Where the earlier place is still one that the role may have.
    bool keep(int index) {
        WorkDevice& device = bench_.devices[at(index)];
        const std::string* text = bench_.ledger.earlier(AllocationKind::place, device.id);
        if (!text || !text->starts_with("in ")) return false;
        const std::size_t space = text->find(' ', 3);
        if (space == std::string::npos) return false;
        const auto parent = bench_.device_index.find(text->substr(3, space - 3));
        if (parent == bench_.device_index.end()) return false;
        const Bay bay{parent->second, text->substr(space + 1)};
        const auto parents = parents_of(device);
        const auto bays = bays_of(device, bay.parent);
        if (std::find(parents.begin(), parents.end(), bay.parent) == parents.end() ||
            std::find(bays.begin(), bays.end(), bay.name) == bays.end() || !is_free(device, bay))
            return false;
        put(index, bay);
        return true;
    }

    bool place(int index) {
        const WorkDevice& device = bench_.devices[at(index)];
        const bool spread = device.role->place->in->of.pick == definition::Pick::least_used;
        Bay best;
        for (const int parent : parents_of(device)) {
            const auto bays = bays_of(device, parent);
            const auto bay = std::find_if(bays.begin(), bays.end(), [&](const std::string& name) {
                return is_free(device, {parent, name});
            });
            if (bay == bays.end()) continue;
            if (best.parent == none || (spread && used_[parent] < used_[best.parent]))
                best = {parent, *bay};
            if (!spread) break;
        }
        if (best.parent == none) return false;
        put(index, best);
        return true;
    }

    /// Those that stand somewhere and are no sleds themselves, by number.
    std::vector<int> parents_of(const WorkDevice& device) const {
        std::vector<int> parents = selection_.devices(device.role->place->in->of);
        std::erase_if(parents, [&](int parent) {
            const WorkDevice& there = bench_.devices[at(parent)];
            return there.parent != none || !may_stand_in_(device, there.rack);
        });
        return parents;
    }

    std::vector<std::string> bays_of(const WorkDevice& device, int parent) const {
        const auto& wanted = device.role->place->bay;
        if (wanted.empty()) return bench_.devices[at(parent)].hardware->device_bays;
        std::vector<std::string> bays;
        for (const auto& list : wanted)
            for (std::string& bay : expand_names(*list).names) bays.push_back(std::move(bay));
        return bays;
    }

    std::string text_of(const Bay& bay) const {
        return bench_.devices[at(bay.parent)].id + " " + bay.name;
    }

    bool is_free(const WorkDevice& device, const Bay& bay) const {
        const std::string text = text_of(bay);
        const auto owner = owners_.find(text);
        return !taken_.contains(text) && (owner == owners_.end() || owner->second == device.id);
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

    void say_no_bay(const definition::Role& role, const std::vector<int>& devices) {
        const WorkDevice& first = bench_.devices[at(devices.front())];
        const auto& of = role.place->in->of;
        std::vector<std::string> roles;
        for (const auto& name : of.role) roles.push_back(*name);
        Diagnostic& problem = bench_.out.error(
            "placement-no-room", role.place->in->at,
            fmt::format("{} of {} find no bay in a {}", count_of(devices.size(), "device"),
                        first.role_name, fmt::join(roles, ", ")));
        problem.object = first.id;
        problem.detail = {fmt::format("the first of them is {}", first.id)};
        std::size_t bays = 0;
        const auto parents = parents_of(first);
        for (const int parent : parents) bays += bays_of(first, parent).size();
        problem.detail.push_back(fmt::format("{} may take it, with {} in all, taken or kept",
                                             count_of(parents.size(), "device"),
                                             count_of(bays, "bay")));
        problem.hint = fmt::format("raise the count of {}", fmt::join(roles, ", "));
    }

    Workbench& bench_;
    const Selection selection_;
    const std::function<bool(const WorkDevice&, int)>& may_stand_in_;
    std::map<std::string, std::string_view> owners_;  ///< `chassis.1 Slot 2` -> who had it
    std::set<std::string> taken_;
    std::map<int, int> used_;  ///< by parent
};

}  // namespace

bool goes_into_bay(const WorkDevice& device) {
    return device.role && device.role->place && device.role->place->in;
}

void fill_bays(Workbench& bench, const std::function<bool(const WorkDevice&, int)>& may_stand_in) {
    Bays(bench, may_stand_in).fill();
}

}  // namespace colo::generator
