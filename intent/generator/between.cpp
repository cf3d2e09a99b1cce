#include "intent/generator/between.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/geometry.h"
#include "intent/generator/ports.h"

namespace colo::generator {

using definition::Pick;
using definition::Via;

EarlierWays::EarlierWays(const Workbench& bench) : bench_(bench) {
    for (const auto& [way, text] : bench.ledger.all_earlier(AllocationKind::via))
        for (const PortRef& port : of(std::string(way)))
            owners_.emplace(std::pair(port.device, port.port), way);
}

bool EarlierWays::is_free(const PortRef& port, const std::string& way) const {
    if (bench_.devices[at(port.device)].port_cable[at(port.port)] != none) return false;
    const auto owner = owners_.find({port.device, port.port});
    return owner == owners_.end() || owner->second == way;
}

std::vector<PortRef> EarlierWays::of(const std::string& way) const {
    std::vector<PortRef> ports;
    const std::string* const text = bench_.ledger.earlier(AllocationKind::via, way);
    if (!text) return ports;
    // groups may have spaces in their names, devices have none: the second begins after the last
    // place, which is a number
    const std::size_t first_slash = text->find('/', text->find(':'));
    const std::size_t space = text->find(' ', first_slash);
    for (const std::string& one :
         {text->substr(0, space),
          space == std::string::npos ? std::string() : text->substr(space + 1)})
        if (const auto port = read_port_place(bench_, one)) ports.push_back(*port);
    return ports;
}

std::vector<PortRef> Between::device(const Via& via, const Wish& wish, int to) {
    std::vector<int> candidates = selection_.devices_beside(via.through, wish.from);
    std::erase_if(candidates, [&](int device) {
        const auto& groups = bench_.devices[at(device)].hardware->groups;
        return !groups.contains(*via.in) || !groups.contains(*via.out) ||
               !is_picked(via, wish, device);
    });
    if (const auto kept = earlier_.of(wish.id); kept.size() == 1) {
        const Group& in = bench_.devices[at(kept.front().device)].hardware->groups.at(*via.in);
        const auto port = std::find(in.begin(), in.end(), kept.front().port);
        const int place = static_cast<int>(port - in.begin());
        if (std::find(candidates.begin(), candidates.end(), kept.front().device) !=
                candidates.end() &&
            port != in.end() && place_on(kept.front().device, via, wish.id) != none)
            return taken(via, wish, kept.front().device, place);
    }
    int best = none;
    std::pair<std::int64_t, std::int64_t> best_merit{};
    for (const int device : candidates) {
        if (place_on(device, via, wish.id) == none) continue;
        const std::pair here{merit(via, wish, to, device), bench_.devices[at(device)].number};
        if (best == none || here < best_merit) best = device, best_merit = here;
    }
    if (best != none) return taken(via, wish, best, place_on(best, via, wish.id));
    Short& lacking = short_[*wish.rule_name];
    lacking.via = &via;
    lacking.selects_nothing = candidates.empty();
    if (lacking.cables++ == 0) lacking.first = wish.id;
    return {};
}

/// The lowest place whose two ports are free, or none.
int Between::place_on(int device, const Via& via, const std::string& way) const {
    const auto& groups = bench_.devices[at(device)].hardware->groups;
    const Group &in = groups.at(*via.in), &out = groups.at(*via.out);
    for (std::size_t place = 0; place < std::min(in.size(), out.size()); ++place)
        if (earlier_.is_free({device, in[place]}, way) &&
            earlier_.is_free({device, out[place]}, way))
            return static_cast<int>(place);
    return none;
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
        const auto found = used_.find({&via, device});
        return found == used_.end() ? 0 : found->second;
    }
    const int near = wish.from == none ? to : wish.from;
    return rack_distance(bench_, bench_.devices[at(near)].rack, bench_.devices[at(device)].rack)
        .value;
}

std::vector<PortRef> Between::taken(const Via& via, const Wish& wish, int device, int place) {
    const WorkDevice& through = bench_.devices[at(device)];
    ++used_[{&via, device}];
    bench_.ledger.keep(AllocationKind::via, wish.id,
                       port_place_text(through.id, *via.in, place + 1));
    return {{device, through.hardware->groups.at(*via.in)[at(place)]},
            {device, through.hardware->groups.at(*via.out)[at(place)]}};
}

void Between::report_short() {
    for (const auto& [rule, lacking] : short_) {
        std::vector<std::string> roles;
        for (const auto& role : lacking.via->through.role) roles.push_back(*role);
        if (lacking.selects_nothing) {
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
