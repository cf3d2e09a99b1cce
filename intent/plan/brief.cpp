#include "intent/plan/brief.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/base/names.h"
#include "intent/plan/counts.h"
#include "intent/plan/groups.h"
#include "intent/plan/lookup.h"
#include "intent/plan/proof.h"

namespace colo::plan {

namespace {

using Parts = std::vector<std::string>;

std::string joined(const Parts& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

/// Roles are words of their standard: `switch` has to become `switches` without a list of them.
std::string plural(const std::string& word) {
    for (const std::string_view end : {"s", "x", "ch", "sh"})
        if (word.ends_with(end)) return word + "es";
    return word + "s";
}

/// What a device is called among others of its kind: its role; panels have none.
std::string kind_of(const Plan& plan, const Change& change) {
    const Intent& side = change.action == Action::remove ? plan.base.intent : plan.goal.intent;
    const Device* const device = find_by_id(side.devices, change.id);
    return device ? device->role.value_or(device->model) : "device";
}

std::string verb_of(const Change& change) {
    switch (change.action) {
        case Action::add: return "new";
        case Action::remove: return "gone";
        case Action::change: break;
    }
    return change.moved ? "moved" : "changed";
}

/// `4 new spines`, `2 leafs gone`.
std::string counted_as(std::size_t count, const std::string& kind, const std::string& verb) {
    const std::string noun = count == 1 ? kind : plural(kind);
    return verb == "new" ? fmt::format("{} new {}", with_thousands(count), noun)
                         : fmt::format("{} {} {}", with_thousands(count), noun, verb);
}

/// Each role by itself where they are few; a first plan has all of them.
Parts devices_text(const Plan& plan, const ChangeList& run) {
    constexpr std::size_t most_kinds = 3;
    std::map<std::pair<std::string, std::string>, std::size_t> by_kind;
    std::map<std::string, std::size_t> by_verb;
    for (const Change* change : run) {
        ++by_kind[{verb_of(*change), kind_of(plan, *change)}];
        ++by_verb[verb_of(*change)];
    }
    Parts out;
    if (by_kind.size() <= most_kinds)
        for (const auto& [key, count] : by_kind)
            out.push_back(counted_as(count, key.second, key.first));
    else
        for (const auto& [verb, count] : by_verb) out.push_back(counted_as(count, "device", verb));
    return out;
}

std::string things_text(const ChangeList& run) {
    const std::string count = counted(run.size(), run.front()->table);
    switch (run.front()->action) {
        case Action::add:
            return count.substr(0, count.find(' ')) + " new" + count.substr(count.find(' '));
        case Action::remove: return count + " gone";
        case Action::change: break;
    }
    return count + " changed";
}

std::string hands_text(const Plan& plan) {
    Parts parts;
    for (const ChangeList& run : runs_of(plan, Impact::hands)) {
        if (run.front()->table == "devices")
            for (std::string& part : devices_text(plan, run)) parts.push_back(std::move(part));
        else
            parts.push_back(things_text(run));
    }
    return joined(parts);
}

std::string record_text(const Plan& plan) {
    Parts parts;
    for (const ChangeList& run : runs_of(plan, Impact::record))
        parts.push_back(run.front()->table == "site" ? "the site's head" : things_text(run));
    return joined(parts);
}

/// The network of an address is part of its identity, so a device that comes into another network
/// has a new address and not one that moved. To whoever uses it that is the same.
std::size_t renumbered(const Plan& plan) {
    std::map<std::pair<std::string, Family>, std::pair<std::size_t, std::size_t>> gone_and_new;
    for (const Change& change : plan.changes) {
        if (change.table != "addresses" || change.action == Action::change) continue;
        const bool gone = change.action == Action::remove;
        const Intent& side = gone ? plan.base.intent : plan.goal.intent;
        const Address* const address = find_by_id(side.addresses, change.id);
        if (!address) continue;
        auto& counts = gone_and_new[{address->device.value, address->address.address.family}];
        ++(gone ? counts.first : counts.second);
    }
    std::size_t count = 0;
    for (const Moved& moved : plan.moved) count += moved.what == "address";
    for (const auto& [device, counts] : gone_and_new)
        count += std::min(counts.first, counts.second);
    return count;
}

std::string moved_text(const Plan& plan) {
    std::map<std::string, std::size_t> counts;
    for (const Moved& moved : plan.moved) ++counts[moved.what];
    counts["address"] = renumbered(plan);
    Parts parts;
    for (const Kept& kept : plan.proof) {
        const std::string what = one_of(kept.what);
        const bool always = what == "name" || what == "address";
        // those are felt by hands on site, and counted there
        const bool by_hand = what == "rack position" || what == "cable" || what == "port" ||
                             what == "outlet" || what == "device";
        if (always || (counts[what] > 0 && !by_hand))
            parts.push_back(count_of(counts[what], what, kept.what));
    }
    std::stable_partition(parts.begin(), parts.end(),
                          [](const std::string& part) { return part.find(" name") < part.size(); });
    return joined(parts);
}

}  // namespace

Brief in_brief(const Plan& plan) {
    const std::size_t pushed = count_changes(plan).pushed;
    return {hands_text(plan), pushed == 0 ? "" : count_of(pushed, "device"), record_text(plan),
            moved_text(plan), renumbered(plan)};
}

}  // namespace colo::plan
