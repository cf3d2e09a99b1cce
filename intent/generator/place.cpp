// Placement: fixed units first, then kept places, then newcomers in their order.
#include <fmt/format.h>

#include <algorithm>
#include <queue>

#include "intent/generator/bays.h"
#include "intent/generator/geometry.h"
#include "intent/generator/labels.h"
#include "intent/generator/no_room.h"
#include "intent/generator/placement.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

using definition::Apart;

/// A candidate's merits, best first: near, few of the role, early in natural order.
struct Candidate {
    Length distance;
    int same_role = 0;
    int rack = none;
    auto operator<=>(const Candidate&) const = default;
};

class Placing {
public:
    explicit Placing(Workbench& bench) : bench_(bench), floor_(bench) {
        of_role_.resize(bench.racks.size());
        for (const WorkRack& rack : bench.racks)
            for (const auto& group : rack.founders) ++group_sizes_[group];
    }

    void place() {
        const int before = bench_.out.errors();
        place_panels(bench_, floor_);
        for (int i = 0; i < static_cast<int>(bench_.devices.size()); ++i)
            if (fixed_unit(bench_.devices[at(i)])) place_fixed(i);
        std::vector<int> newcomers;
        for (int i = 0; i < static_cast<int>(bench_.devices.size()); ++i)
            if (bench_.devices[at(i)].role && !fixed_unit(bench_.devices[at(i)]) &&
                !goes_into_bay(bench_.devices[at(i)]) && !keep(i))
                newcomers.push_back(i);
        block_freed();
        std::stable_sort(newcomers.begin(), newcomers.end(),
                         [&](int a, int b) { return rank(a) < rank(b); });
        for (const int device : newcomers) place_newcomer(device);
        report_no_room(bench_, missed_);
        if (bench_.out.errors() == before)  // else chassis may be missing
            fill_bays(bench_, [this](const WorkDevice& device, int rack) {
                return may_stand_in(device, rack);
            });
        for (const WorkDevice& device : bench_.devices)
            if (device.rack != none)
                bench_.ledger.keep(AllocationKind::place, device.id, place_text(bench_, device));
    }

private:
    static bool fixed_unit(const WorkDevice& device) {
        return device.role && device.role->place && device.role->place->unit;
    }

    /// The rack that an exception or the device's scope leaves no choice of.
    int only_rack(const WorkDevice& device) const {
        const auto& place = device.role->place;
        return place && place->rack ? bench_.rack_of(**place->rack) : device.scope_rack;
    }

    /// A rack and unit that an exception states are had before all others.
    void place_fixed(int index) {
        const WorkDevice& device = bench_.devices[at(index)];
        const auto& unit = *device.role->place->unit;
        const int rack = only_rack(device);
        const int half = static_cast<int>(*unit - 1) * 2;
        if (rack == none) {
            bench_.out.error("exception-unclear", unit.at, "a unit is fixed without its rack")
                .hint = "write place: {rack: R01, unit: 40}";
            return;
        }
        const auto lacks = *unit < 1 || *unit > bench_.racks[at(rack)].units
                               ? std::optional(Shortage{Shortage::Kind::units, "such a unit", 0})
                               : floor_.shortage(device, rack, half);
        if (!lacks || tolerates(device, *lacks)) return put(index, rack, half);
        bench_.out
            .error("placement-no-room", unit.at,
                   fmt::format("{} has no room at U{} of rack {}", device.id, *unit,
                               bench_.racks[at(rack)].id))
            .detail = {fmt::format("short of {}", lacks->text)};
    }

    /// Whether an earlier place is still valid; then the device stays there.
    bool keep(int index) {
        WorkDevice& device = bench_.devices[at(index)];
        const std::string* text = bench_.ledger.earlier(AllocationKind::place, device.id);
        const auto kept = text ? read_place(*text) : std::nullopt;
        if (!kept) return false;
        const int rack = bench_.rack_of(kept->rack);
        const bool zero = device.hardware->depth == Depth::zero;
        if (rack == none || zero != (kept->half_unit == none)) return false;
        if (!zero && kept->face != device.face) return false;
        if (!may_stand_in(device, rack)) return false;
        if (const auto lacks = floor_.shortage(device, rack, kept->half_unit))
            if (!tolerates(device, *lacks)) return false;
        put(index, rack, kept->half_unit);
        return true;
    }

    /// Where a device has no choice of rack, power is for the design rules to judge.
    bool tolerates(const WorkDevice& device, const Shortage& lacks) const {
        return only_rack(device) != none && lacks.kind == Shortage::Kind::power;
    }

    void put(int index, int rack, int half_unit) {
        floor_.put(index, rack, half_unit);
        ++of_role_[at(rack)][bench_.devices[at(index)].role_name];
    }

    /// What earlier plans gave to devices that are not there now stays taken for one plan more.
    void block_freed() {
        for (const auto& [owner, text] : bench_.ledger.all_earlier(AllocationKind::place)) {
            const auto place = read_place(*text);
            const int rack = place ? bench_.rack_of(place->rack) : none;
            if (rack == none || place->half_unit == none) continue;
            floor_.space(rack).block(place->half_unit, place->halves,
                                     place->full || place->face == Face::front,
                                     place->full || place->face == Face::rear, std::string(owner));
        }
    }

    /// Those without a choice of rack come first, then the role's order, then the taller.
    std::tuple<int, std::int64_t, std::int64_t> rank(int index) const {
        const WorkDevice& device = bench_.devices[at(index)];
        const std::string& per = *device.role->per;
        const int choice = per == "site" ? 2 : per == "row" ? 1 : 0;
        return {choice, device.role->place ? device.role->place->order : 50,
                -device.hardware->height.value};
    }

    bool may_stand_in(const WorkDevice& device, int rack) const {
        return is_in_scope(device, rack) && !is_too_close(device, rack);
    }

    bool is_in_scope(const WorkDevice& device, int rack) const {
        const WorkRack& candidate = bench_.racks[at(rack)];
        if (only_rack(device) != none) return rack == only_rack(device);
        if (!device.scope_row.empty() && candidate.entry->row != device.scope_row) return false;
        if (!device.scope_founder.empty()) {
            const auto founder = candidate.founders.find(*device.role->per);
            if (founder == candidate.founders.end() || founder->second != device.scope_founder)
                return false;
        }
        return has_labels(candidate, device.role->where);
    }

    int racks_of_scope(const WorkDevice& device) const {
        if (device.scope_founder.empty()) return static_cast<int>(bench_.racks.size());
        return group_sizes_.at({*device.role->per, device.scope_founder});
    }

    Apart apart_of(const WorkDevice& device) const {
        const auto& place = device.role->place;
        if (place && place->apart) return *place->apart;
        const bool spread = device.role->redundancy && racks_of_scope(device) > 1;
        return spread ? Apart::rack : Apart::none;
    }

    /// Whether its pair member, or with `apart` one of its role, stands there.
    bool is_too_close(const WorkDevice& device, int rack) const {
        const Apart apart = only_rack(device) != none ? Apart::none : apart_of(device);
        if (apart == Apart::none) return false;
        const auto& of_role = bench_.devices_of_role.at(device.role_name);
        return std::any_of(of_role.begin(), of_role.end(), [&](int other) {
            const WorkDevice& there = bench_.devices[at(other)];
            if (there.rack == none || there.id == device.id || there.scope != device.scope)
                return false;
            return there.rack == rack ||
                   (apart == Apart::row &&
                    bench_.racks[at(there.rack)].entry->row == bench_.racks[at(rack)].entry->row);
        });
    }

    /// The shortest way from a rack to what the role wants to be near to.
    Length distance(const WorkDevice& device, int rack) const {
        if (!device.role->place || !device.role->place->near) return {0};
        const definition::Selector& near = *device.role->place->near;
        std::optional<Length> best;
        const auto consider = [&](int other) {
            const Length here = rack_distance(bench_, rack, other);
            if (!best || here < *best) best = here;
        };
        if (near.of_circuits()) {
            for (const auto& [id, circuit] : bench_.inputs.site.circuits)
                if (*circuit.kind == *near.circuit && circuit.handoff &&
                    circuit.handoff->rack.given())
                    consider(bench_.rack_of(*circuit.handoff->rack));
        } else {
            for (const auto& role : near.role)
                if (const auto found = bench_.devices_of_role.find(*role);
                    found != bench_.devices_of_role.end())
                    for (const int other : found->second)
                        if (bench_.devices[at(other)].rack != none)
                            consider(bench_.devices[at(other)].rack);
        }
        return best.value_or(Length{0});
    }

    /// Candidate racks of a role and scope, best first. A rack that does not fit one device of a
    /// role fits none after it, so it leaves the queue.
    using Queue = std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>>;

    Queue& queue_of(const WorkDevice& device) {
        const auto [found, is_new] = queues_.try_emplace({device.role, device.scope});
        if (is_new)
            for (const WorkRack& rack : bench_.racks)
                if (is_in_scope(device, rack.order))
                    found->second.push({distance(device, rack.order),
                                        of_role_[at(rack.order)][device.role_name], rack.order});
        return found->second;
    }

    void place_newcomer(int index) {
        const WorkDevice& device = bench_.devices[at(index)];
        Queue& queue = queue_of(device);
        std::vector<Candidate> passed;
        bool placed = false;
        while (!queue.empty() && !placed) {
            Candidate candidate = queue.top();
            queue.pop();
            if (is_too_close(device, candidate.rack)) {
                passed.push_back(candidate);
                continue;
            }
            const auto lacks = floor_.shortage(device, candidate.rack, none);
            if (lacks && !tolerates(device, *lacks)) {
                missed_.note(device, candidate.rack, *lacks);
                continue;
            }
            put(index, candidate.rack, none);
            ++candidate.same_role;
            queue.push(candidate);
            placed = true;
        }
        for (const Candidate& candidate : passed) {
            if (!placed)
                missed_.note(device, candidate.rack,
                             {Shortage::Kind::apart, "another of its kind stands there", 0});
            queue.push(candidate);
        }
        if (!placed) missed_.lost(index);
    }

    Workbench& bench_;
    Floor floor_;
    std::vector<std::map<std::string, int>> of_role_;
    std::map<std::pair<std::string, std::string>, int> group_sizes_;  ///< by group and founder
    std::map<std::pair<const definition::Role*, std::string>, Queue> queues_;
    Missed missed_;
};

}  // namespace

void place_devices(Workbench& bench) { Placing(bench).place(); }

}  // namespace colo::generator
