#include <fmt/format.h>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void check(const Subject& subject, Diagnostics& out) {
    for (const auto& [port, rule] : subject.constraints.must_connect) {
        if (subject.ports.contains(port)) continue;
        Diagnostic& one =
            out.error("port-must-be-connected", subject.constraints.place("cabling/" + rule),
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
