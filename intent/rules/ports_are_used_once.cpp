#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void report(const std::string& port, const Cable& first, const Cable& second,
            const Constraints& constraints, Diagnostics& out) {
    Diagnostic& one = out.error("port-used-twice", constraints.place("cabling/" + second.rule),
                                "two cables end at one port");
    one.object = port;
    one.detail = {
        fmt::format("{} is the end of {} and of {}", port, first.id.value, second.id.value)};
    if (const SourceRange other = constraints.place("cabling/" + first.rule);
        other.known() && first.rule != second.rule)
        one.notes.push_back({other, "the rule of " + first.id.value});
    one.hint = "give the two rules port groups that do not overlap, or fix one end by an exception";
}

void check(const Intent& intent, const Constraints& constraints, Diagnostics& out) {
    std::unordered_map<std::string_view, const Cable*> users;
    users.reserve(2 * intent.cables.size());
    for (const Cable& cable : intent.cables)
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            if (!end->port) continue;
            const auto [user, is_new] = users.emplace(end->port->value, &cable);
            if (!is_new) report(end->port->value, *user->second, cable, constraints, out);
        }
}

}  // namespace

Rule ports_are_used_once() {
    return {"ports-are-used-once", "no port is the end of two cables", {"port-used-twice"}, check};
}

}  // namespace colo::rules
