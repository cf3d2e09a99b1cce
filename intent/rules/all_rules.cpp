#include <chrono>
#include <cstdio>

#include "intent/base/parallel.h"
#include "intent/rules/rule.h"
#include "intent/rules/waivers.h"

namespace colo::rules {

// One line for each rule, sorted by name. Each is a function `Rule NAME()` in a file of its own.
#define COLO_RULES(rule)                                                                          \
    rule(addresses_and_names_are_unique) rule(air_flows_with_the_rack) rule(assemblies_are_whole) \
        rule(circuits_land) rule(failures_are_survived) rule(feeds_carry_their_load)              \
            rule(gateways_are_reachable) rule(lost_feeds_are_carried)                             \
                rule(management_is_reachable) rule(media_fit) rule(neighbours_run_at_one_speed)   \
                    rule(pairs_are_apart) rule(ports_are_connected) rule(ports_are_used_once)     \
                        rule(prefixes_hold) rule(racks_are_deep_enough) rule(serials_are_unique)  \
                            rule(units_fit) rule(vlans_are_apart) rule(weight_is_carried)

#define COLO_DECLARE(name) Rule name();
COLO_RULES(COLO_DECLARE)
#undef COLO_DECLARE

const std::vector<Rule>& all_rules() {
#define COLO_LIST(name) name(),
    static const std::vector<Rule> rules{COLO_RULES(COLO_LIST)};
#undef COLO_LIST
    return rules;
}

void check_all(const Intent& intent, const Constraints& constraints, Diagnostics& out) {
    const Subject subject(intent, constraints);
    const std::vector<Rule>& rules = all_rules();
    std::vector<Diagnostics> found_by(rules.size());
    in_parallel(rules.size(), [&](std::size_t i) { rules[i].check(subject, found_by[i]); });
    Diagnostics found;
    for (const Diagnostics& of_one : found_by) found.append(of_one);
    waive(constraints, found, out);
}

}  // namespace colo::rules
