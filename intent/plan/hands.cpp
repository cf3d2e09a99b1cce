#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/plan/counts.h"
#include "intent/plan/groups.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

bool is_mounted(const std::string& table) { return table == "racks" || table == "devices"; }

std::string verb_of(const Change& change) {
    if (change.action != Action::change) return "";
    return change.moved ? " moved" : " changed";
}

/// What devices are summed up under: their role; panels have none, so their model.
std::string kind_of(const Plan& plan, const Change& change) {
    const Intent& side = change.action == Action::remove ? plan.base.intent : plan.goal.intent;
    const Device* const device =
        change.table == "devices" ? find_by_id(side.devices, change.id) : nullptr;
    return device ? device->role.value_or(device->model) : change.table;
}

using ByKindAndReason = std::map<std::string, std::map<std::string, ChangeList>>;

void join_all(std::map<std::string, ChangeList>& by_reason, const char* others) {
    ChangeList all;
    for (const auto& [reason, group] : by_reason) all.insert(all.end(), group.begin(), group.end());
    std::sort(all.begin(), all.end(),
              [](const Change* a, const Change* b) { return natural_less(a->id, b->id); });
    const std::string reason = fmt::format("{} and {} {}", all.front()->because,
                                           with_thousands(by_reason.size() - 1), others);
    by_reason.clear();
    by_reason.emplace(reason, std::move(all));
}

/// Where each thing has a line of its own, as racks do, they are one group under the first of them;
/// so are those of more reasons than a page has room for.
void join_many_reasons(std::map<std::string, ChangeList>& by_reason) {
    if (by_reason.size() < 2) return;
    const bool all_differ = std::all_of(by_reason.begin(), by_reason.end(),
                                        [](const auto& one) { return one.second.size() == 1; });
    if (all_differ)
        join_all(by_reason, "like it");
    else if (by_reason.size() > few)
        join_all(by_reason, "other reasons (--verbose says each)");
}

/// `240 trading-server   ams1-srv-001 ... ams1-srv-240`, one entry for each kind and reason.
Block summed_by_kind(const Plan& plan, const ChangeList& changes) {
    ByKindAndReason groups;
    for (const Change* change : changes)
        groups[kind_of(plan, *change) + verb_of(*change)][change->because].push_back(change);
    std::size_t largest = 0;
    for (auto& [kind, by_reason] : groups) {
        join_many_reasons(by_reason);
        for (const auto& [reason, group] : by_reason) largest = std::max(largest, group.size());
    }
    const std::size_t width = with_thousands(largest).size();
    Block out;
    for (const auto& [kind, by_reason] : groups)
        for (const auto& [reason, group] : by_reason)
            out.push_back({group.front()->action,
                           {fmt::format("{:>{}} {}", with_thousands(group.size()), width, kind),
                            span_of_names(group.front()->name, group.back()->name)},
                           reason});
    return out;
}

/// `6 cables: 2 server-data, 1 bmc   (--verbose lists them)`
Entry summed(const ChangeList& changes) {
    const Change& first = *changes.front();
    return {first.action,
            {fmt::format("{}: {}{}   (--verbose lists them)", counted(changes.size(), first.table),
                         counts_by_rule(changes), field_names(changes))},
            common_reason(changes)};
}

Block block_of(const Plan& plan, const ChangeList& run) {
    const Change& first = *run.front();
    const bool one_by_one = is_mounted(first.table) || first.action == Action::change;
    // a first plan has everything in it: there the view is of the whole
    const bool overview = plan.base.revision == 0 && run.size() > 1;
    if (one_by_one && run.size() <= few && !overview) return listed_block(plan, run);
    return is_mounted(first.table) ? summed_by_kind(plan, run) : Block{summed(run)};
}

}  // namespace

std::vector<Block> hands_blocks(const Plan& plan) {
    std::vector<Block> out;
    for (const ChangeList& run : runs_of(plan, Impact::hands)) out.push_back(block_of(plan, run));
    return out;
}

}  // namespace colo::plan
