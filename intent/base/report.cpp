#include "intent/base/report.h"

namespace colo {

Diagnostics Report::problems(const Sources& sources) const {
    Diagnostics all;
    for (const Checked& one : checked) all.append(one.problems);
    all.sort(sources);
    return all;
}

}  // namespace colo
