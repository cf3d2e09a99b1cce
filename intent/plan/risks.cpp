#include "intent/plan/risks.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "intent/base/names.h"
#include "intent/plan/outage.h"
#include "intent/plan/works.h"

namespace colo::plan {

namespace {

/// Names in natural order, each once.
void tidy(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end(), NaturalLess());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

std::vector<Risk> find_risks(const Intent& before, const Intent& after,
                             const std::vector<Change>& changes) {
    const auto works = out_of_service(before, after, changes);
    if (works.empty()) return {};
    const Standing standing(before);
    const Outages outages(standing, after);
    std::vector<Risk> out;
    for (const OutOfService& work : works) outages.add(work, out);
    for (Risk& risk : out) tidy(risk.devices), tidy(risk.left);
    std::stable_sort(out.begin(), out.end(),
                     [](const Risk& a, const Risk& b) { return a.loss < b.loss; });
    return out;
}

}  // namespace colo::plan
