#include "intent/rules/waivers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace colo::rules {

namespace {

void add_waived(const Diagnostic& one, const Waiver& waiver, Diagnostics& out) {
    Diagnostic& warning = out.warning("waived", waiver.at,
                                      fmt::format("waived here: {} [{}]", one.summary, one.code));
    warning.detail = one.detail;
    warning.detail.push_back(fmt::format("because {}{}", waiver.reason,
                                         waiver.until.empty() ? "" : ", until " + waiver.until));
    warning.object = one.object;
}

void add(const Diagnostic& one, Diagnostics& out) {
    Diagnostic& added = one.severity == Severity::error
                            ? out.error(one.code, one.at, one.summary)
                            : out.warning(one.code, one.at, one.summary);
    added = one;
}

}  // namespace

void waive(const Constraints& constraints, const Diagnostics& found, Diagnostics& out) {
    std::vector<bool> used(constraints.waivers.size());
    for (const Diagnostic& one : found.all()) {
        std::size_t i = 0;
        while (i < used.size() && !(constraints.waivers[i].codes.contains(one.code) &&
                                    constraints.waivers[i].objects.contains(one.object)))
            ++i;
        if (i == used.size() || one.severity != Severity::error) {
            add(one, out);
            continue;
        }
        used[i] = true;
        add_waived(one, constraints.waivers[i], out);
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i])
            out.warning("exception-idle", constraints.waivers[i].at,
                        fmt::format("nothing is waived by this: no {} here",
                                    fmt::join(constraints.waivers[i].codes, ", ")))
                .hint = "take the exception out";
}

}  // namespace colo::rules
