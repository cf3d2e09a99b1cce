#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void report(std::string_view port, const Cable& first, const Cable& second,
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

void check(const Subject& subject, Diagnostics& out) {
    std::vector<const Cable*> users(subject.ports.size());
    for (std::size_t i = 0; i < subject.intent.cables.size(); ++i)
        for (const auto& port : subject.ports.ends(i)) {
            if (!port) continue;
            const Cable& cable = subject.intent.cables[i];
            if (const Cable*& user = users[*port]; user == nullptr)
                user = &cable;
            else
                report(subject.ports.id(*port), *user, cable, subject.constraints, out);
        }
}

}  // namespace

Rule ports_are_used_once() {
    return {"ports-are-used-once", "no port is the end of two cables", {"port-used-twice"}, check};
}

}  // namespace colo::rules
