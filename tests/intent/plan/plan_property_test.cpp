#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "intent/plan/lookup.h"
#include "tests/intent/example_intent.h"

namespace colo::plan {

namespace {

using example::Size;
using example::stored;

template <class T>
T& any_of(std::vector<T>& table) {
    return table[*rc::gen::inRange<std::size_t>(0, table.size())];
}

/// One edit of any kind, also one that changes nothing.
void edit(Intent& intent) {
    switch (*rc::gen::inRange(0, 11)) {
        case 0: any_of(intent.devices).unit = *rc::gen::inRange<std::int64_t>(1, 42); break;
        case 1: any_of(intent.devices).name = "renamed"; break;
        case 2: any_of(intent.devices).rack = any_of(intent.racks).id; break;
        case 3:
            any_of(intent.cables).length = {*rc::gen::inRange<std::int64_t>(1, 4) * 1000};
            break;
        case 4: any_of(intent.cables).b = any_of(intent.cables).b; break;
        case 5: any_of(intent.interfaces).vlan = any_of(intent.vlans).id; break;
        case 6: any_of(intent.addresses).dns_name.reset(); break;
        case 7: any_of(intent.addresses).address.address.bits ^= 4; break;
        case 8: intent.devices.erase(intent.devices.begin()); break;
        case 9: any_of(intent.racks).feeds["A"].typical = watts(*rc::gen::inRange(1, 9)); break;
        default: intent.cables.pop_back(); break;
    }
}

Generated edited(Size size) {
    Generated out = example::site(size);
    for (int n = *rc::gen::inRange(0, 6); n > 0; --n) edit(out.intent);
    return out;
}

/// What a store does with a plan: takes the goal's object wherever the plan names a change, and
/// the ports of devices that come and go with them.
template <class T>
std::vector<T> applied(const char* name, const Plan& plan, const std::vector<T>& before,
                       const std::vector<T>& after) {
    std::set<std::string> touched, devices;
    for (const Change& change : plan.changes) {
        if (change.table == name) touched.insert(change.id);
        if (change.table == "devices" && change.action != Action::change) devices.insert(change.id);
    }
    const auto is_touched = [&](const T& object) {
        if (touched.count(object.id.value) > 0) return true;
        if constexpr (requires {
                          object.device.value;
                          object.type;
                      })
            return devices.count(object.device.value) > 0;
        return false;
    };
    std::vector<T> out;
    walk_both(before, after, [&](const T* old_one, const T* new_one) {
        if (!old_one && !new_one) return;
        const T* const kept = is_touched(old_one ? *old_one : *new_one) ? new_one : old_one;
        if (kept) out.push_back(*kept);
    });
    return out;
}

RC_GTEST_PROP(PlanProperty, a_plan_is_empty_exactly_when_nothing_differs, ()) {
    const Generated before = edited({2, 4}), goal = edited({2, 4});
    RC_ASSERT(make_plan(stored(before), goal).empty() == (before.intent == goal.intent));
}

RC_GTEST_PROP(PlanProperty, applying_a_plan_reaches_the_goal, ()) {
    const Generated before = edited({2, *rc::gen::inRange(2, 7)});
    const Generated goal = edited({2, *rc::gen::inRange(2, 7)});
    const Plan plan = make_plan(stored(before), goal);
    for_each_table(goal.intent, [&]<class T>(const char* name, const std::vector<T>& table) {
        RC_ASSERT(applied(name, plan, table_of<T>(before.intent), table) == table);
    });
}

RC_GTEST_PROP(PlanProperty, what_was_there_is_kept_moved_or_removed, ()) {
    const Generated before = edited({2, *rc::gen::inRange(2, 7)});
    const Generated goal = edited({2, *rc::gen::inRange(2, 7)});
    const Plan plan = make_plan(stored(before), goal);
    std::size_t removed = 0, positions = 0;
    for (const Change& change : plan.changes)
        removed += change.table == "devices" && change.action == Action::remove;
    for (const Moved& moved : plan.moved) positions += moved.what == "rack position";
    const Kept& kept = plan.proof[1];
    RC_ASSERT(kept.what == "rack positions");
    RC_ASSERT(kept.kept + positions + removed == kept.before);
}

RC_GTEST_PROP(PlanProperty, every_change_that_keeps_its_object_says_what_differs, ()) {
    const Generated before = edited({2, 4}), goal = edited({2, 4});
    for (const Change& change : make_plan(stored(before), goal).changes)
        RC_ASSERT((change.action == Action::change) == !change.fields.empty());
}

RC_GTEST_PROP(PlanProperty, the_same_sides_give_the_same_text, ()) {
    const Generated before = edited({2, 4}), goal = edited({2, 4});
    const Plan once = make_plan(stored(before), goal), again = make_plan(stored(before), goal);
    RC_ASSERT(to_text(once, View::full, false) == to_text(again, View::full, false));
    RC_ASSERT(to_json(once) == to_json(again));
}

}  // namespace

}  // namespace colo::plan
