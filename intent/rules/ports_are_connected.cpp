#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void check(const Intent& intent, const Constraints& constraints, Diagnostics& out) {
    std::unordered_set<std::string_view> connected;
    connected.reserve(2 * intent.cables.size());
    for (const Cable& cable : intent.cables)
        for (const CableEnd* end : {&cable.a, &cable.b})
            if (end->port) connected.insert(end->port->value);

    for (const auto& [port, rule] : constraints.must_connect) {
        if (connected.count(port.value) > 0) continue;
        Diagnostic& one = out.error("port-must-be-connected", constraints.place("cabling/" + rule),
                                    "a port that must be connected has no cable");
        one.object = port.value;
        one.detail = {fmt::format("{} has no cable; {} wants one there", port.value, rule)};
        one.hint = fmt::format("free a port for it, or write `optional: true` in {}", rule);
    }
}

}  // namespace

Rule ports_are_connected() {
    return {"ports-are-connected",
            "every inlet and every port that a rule wants cabled has a cable",
            {"port-must-be-connected"},
            check};
}

}  // namespace colo::rules
