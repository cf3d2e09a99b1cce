#include "intent/generator/between.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/generator/geometry.h"

namespace colo::generator {

using definition::Pick;
using definition::Via;

void Between::prepare(const std::vector<Wish>& wishes) {
    for (const Wish& wish : wishes)
        if (wish.rule->via) {
            for (const auto& role : wish.rule->via->through.role) roles_.insert(*role);
            const std::string* const text = bench_.ledger.earlier(AllocationKind::via, wish.id);
            const auto port =
                text ? read_port_place(bench_, port_places(*text).front()) : std::nullopt;
            if (!port) continue;
            counted_.emplace(wish.id, port->device);
            ++used_[{*wish.rule_name, port->device}];
        }
    if (roles_.empty()) return;
    for (const Wish& wish : wishes)
        if (wish.from_port != none && roles_.contains(bench_.devices[at(wish.from)].role_name))
            fixed_.emplace(wish.from, wish.from_port);
}

std::vector<PortRef> Between::device(const Via& via, const Wish& wish, int to) {
    const std::vector<int> meant = candidates(via, wish, to);
    if (Way earlier = kept(via, wish, meant); !earlier.empty()) return take(via, wish, earlier);
    Way best;
    std::pair<std::int64_t, std::int64_t> best_merit{};
    for (const int device : meant) {
        if (full_.contains({device, *via.in, *via.out})) continue;
        const std::pair here{merit(via, wish, to, device), bench_.devices[at(device)].number};
        if (!best.empty() && best_merit <= here) continue;
        if (Way free = free_on(device, via, wish.id); !free.empty()) best = free, best_merit = here;
    }
    if (!best.empty()) return take(via, wish, best);
    if (wish.rule->optional) return {};
    Short& lacking = short_[{*wish.rule_name, meant.empty()}];
    lacking.via = &via;
    if (lacking.cables++ == 0) lacking.first = wish.id;
    return {};
}

/// Devices that are meant and have both groups; no cable runs through its own ends.
std::vector<int> Between::candidates(const Via& via, const Wish& wish, int to) const {
    std::vector<int> all = selection_.devices_beside(via.through, wish.from);
    std::erase_if(all, [&](int device) {
        return device == wish.from || device == to || places(via, device) == 0 ||
               !is_picked(via, wish, device);
    });
    return all;
}

std::size_t Between::places(const Via& via, int device) const {
    const auto& groups = bench_.devices[at(device)].hardware->groups;
    const auto in = groups.find(*via.in), out = groups.find(*via.out);
    return in == groups.end() || out == groups.end()
               ? 0
               : std::min(in->second.size(), out->second.size());
}

/// The two ports in a place, from 0.
Between::Way Between::way(const Via& via, int device, std::size_t place) const {
    const auto& groups = bench_.devices[at(device)].hardware->groups;
    return {{device, groups.at(*via.in)[place]}, {device, groups.at(*via.out)[place]}};
}

bool Between::is_free(const Way& way, const std::string& cable) const {
    return std::all_of(way.begin(), way.end(), [&](const PortRef& port) {
        return ports_.is_free_for(port, cable) && !fixed_.contains({port.device, port.port});
    });
}

/// Where an earlier plan ran it, if that is still meant, a way and free.
Between::Way Between::kept(const Via& via, const Wish& wish,
                           const std::vector<int>& candidates) const {
    const std::string* const text = bench_.ledger.earlier(AllocationKind::via, wish.id);
    if (!text) return {};
    Way earlier;
    for (const std::string_view place : port_places(*text))
        if (const auto port = read_port_place(bench_, place)) earlier.push_back(*port);
    if (earlier.size() != 2) return {};
    const int device = earlier.front().device;
    if (std::find(candidates.begin(), candidates.end(), device) == candidates.end()) return {};
    for (std::size_t place = 0; place < places(via, device); ++place)
        if (way(via, device, place) == earlier && is_free(earlier, wish.id)) return earlier;
    return {};
}

/// The way in the lowest free place; empty where there is none.
Between::Way Between::free_on(int device, const Via& via, const std::string& cable) {
    bool all_taken = true;
    for (std::size_t place = 0; place < places(via, device); ++place) {
        const Way here = way(via, device, place);
        if (is_free(here, cable)) return here;
        all_taken = all_taken && (ports_.is_taken(here[0]) || ports_.is_taken(here[1]));
    }
    if (all_taken) full_.emplace(device, *via.in, *via.out);
    return {};
}

bool Between::is_picked(const Via& via, const Wish& wish, int device) const {
    int member = none;
    if (via.through.pick == Pick::same_side && !wish.circuit.empty()) {
        const auto& side = bench_.inputs.site.circuits.at(wish.circuit).side;
        member = side == "A" ? 1 : side == "B" ? 2 : none;
    } else if (via.through.pick == Pick::same_member || via.through.pick == Pick::same_side) {
        member = wish.from == none ? none : bench_.devices[at(wish.from)].member;
    }
    return member == none || bench_.devices[at(device)].member == member;
}

std::int64_t Between::merit(const Via& via, const Wish& wish, int to, int device) const {
    if (via.through.pick == Pick::least_used) {
        const auto found = used_.find({*wish.rule_name, device});
        return found == used_.end() ? 0 : found->second;
    }
    const int near = wish.from == none ? to : wish.from;
    return rack_distance(bench_, bench_.devices[at(near)].rack, bench_.devices[at(device)].rack)
        .value;
}

Between::Way Between::take(const Via& via, const Wish& wish, Way way) {
    const int chosen = way.front().device;
    if (const auto earlier = counted_.find(wish.id); earlier != counted_.end())
        --used_[{*wish.rule_name, earlier->second}];
    ++used_[{*wish.rule_name, chosen}];
    const WorkDevice& device = bench_.devices[at(chosen)];
    const auto place_of = [&](const std::string& group, int port) {
        const auto& ports = device.hardware->groups.at(group);
        const auto found = std::find(ports.begin(), ports.end(), port);
        return port_place_text(device.id, group, static_cast<int>(found - ports.begin()) + 1);
    };
    bench_.ledger.keep(AllocationKind::via, wish.id,
                       place_of(*via.in, way[0].port) + " " + place_of(*via.out, way[1].port));
    return way;
}

void Between::report_short() {
    for (const auto& [which, lacking] : short_) {
        const auto& [rule, is_empty] = which;
        std::vector<std::string> roles;
        for (const auto& role : lacking.via->through.role) roles.push_back(*role);
        if (is_empty) {
            Diagnostic& problem = bench_.out.error(
                "selector-empty", lacking.via->at,
                fmt::format("cabling rule {} selects nothing to run through", rule));
            problem.object = lacking.first;
            problem.detail = {fmt::format("for {}", lacking.first)};
            problem.hint = "widen the selector, or raise the count of its role";
            continue;
        }
        Diagnostic& problem = bench_.out.error("ports-exhausted", lacking.via->at,
                                               fmt::format("{} has no way through {} left for {}",
                                                           rule, fmt::join(roles, ", "),
                                                           count_of(lacking.cables, "cable")));
        problem.object = lacking.first;
        problem.detail = {fmt::format("the first of them is {}", lacking.first),
                          fmt::format("a way takes a port of {} and one of {}", *lacking.via->in,
                                      *lacking.via->out)};
        problem.hint = fmt::format("raise the count of {}", fmt::join(roles, ", "));
    }
}

}  // namespace colo::generator
