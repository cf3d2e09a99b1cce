#include <algorithm>
#include <unordered_map>

#include "intent/base/names.h"
#include "intent/plan/diff.h"
#include "intent/plan/proof.h"
#include "intent/plan/risks.h"

namespace colo::plan {

namespace {

/// The change that a moved thing shows up in: by table and id.
std::string table_of(const std::string& what) {
    if (what == "rack position" || what == "name" || what == "number") return "devices";
    if (what == "rack") return "racks";
    if (what == "model") return "devices";
    if (what == "cable" || what == "port" || what == "outlet") return "cables";
    if (what == "address") return "addresses";
    if (what == "prefix") return "prefixes";
    return what == "VLAN" ? "vlans" : "asns";
}

void give_reasons(std::vector<Moved>& moved, const std::vector<Change>& changes) {
    if (moved.empty()) return;
    std::unordered_map<std::string, const Change*> by_object;
    for (const Change& change : changes)
        if (change.action == Action::change) by_object[change.table + " " + change.id] = &change;
    for (Moved& one : moved)
        if (const auto found = by_object.find(table_of(one.what) + " " + one.id);
            found != by_object.end())
            one.because = found->second->because;
}

/// The kinds stay together, in the order of the proof.
void sort_naturally(std::vector<Moved>& moved) {
    for (auto first = moved.begin(); first != moved.end();) {
        const auto last = std::find_if(first, moved.end(),
                                       [&](const Moved& one) { return one.what != first->what; });
        std::stable_sort(first, last,
                         [](const Moved& a, const Moved& b) { return natural_less(a.id, b.id); });
        first = last;
    }
}

void append(std::vector<Change>& to, std::vector<Change> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Nothing changes; all that is there is counted as kept.
Plan without_changes(Base base, Generated goal) {
    Plan plan{std::move(base), std::move(goal), {}, {}, {}, {}};
    plan.proof = prove(plan.goal.intent, plan.goal.intent).kept;
    return plan;
}

}  // namespace

Plan make_plan(Base base, Generated goal, const Renames& renames) {
    if (base.is_the_goal) return without_changes(std::move(base), std::move(goal));
    std::vector<CalledOtherwise> otherwise;
    if (!renames.empty()) {
        otherwise = renames.carry_out(base.intent);
        renames.carry_out(base.origins);
    }
    Plan plan{std::move(base), std::move(goal), {}, {}, {}, {}};
    const Intent& before = plan.base.intent;
    const Intent& after = plan.goal.intent;
    const Reasons reasons(plan.base, plan.goal);
    const Surroundings surroundings(before, after);

    plan.changes = diff(before, after, reasons, surroundings, otherwise);
    append(plan.changes, diff_of_head(plan.base, after, reasons));
    if (plan.changes.empty()) plan.changes = diff_of_allocations(plan.base, plan.goal.allocations);

    Proof proof = prove(before, after);
    plan.proof = std::move(proof.kept);
    plan.moved = std::move(proof.moved);
    sort_naturally(plan.moved);
    give_reasons(plan.moved, plan.changes);
    plan.risks = find_risks(before, after, plan.changes);
    return plan;
}

}  // namespace colo::plan
