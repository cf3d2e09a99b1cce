// Trials of cables that run through other devices.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/trial.h"

namespace colo::tests {

inline constexpr const char* tap_type =
    "manufacturer: Generic\nmodel: Tap-4\nslug: tap-4\nu_height: 1\nis_full_depth: false\n"
    "front-ports:\n"
    "  - {name: Line 1, type: lc, rear_port: Out 1}\n  - {name: Line 2, type: lc, rear_port: Out "
    "2}\n"
    "rear-ports:\n  - {name: Out 1, type: lc}\n  - {name: Out 2, type: lc}\n"
    "  - {name: Monitor 1, type: lc}\n  - {name: Monitor 2, type: lc}\n";

/// lab1 on this version 9.0.0 of trading-colo, which may use Generic/Tap-4.
inline Trial try_tapped(const std::string& standard, const Allocations& earlier = {},
                        const std::vector<std::pair<std::string, std::string>>& edits = {}) {
    auto all = edits;
    all.insert(all.begin(), {"trading-colo 1.0.0", "trading-colo 9.0.0"});
    return try_site(shipped_site("lab1", all), earlier,
                    {{"standards/trading-colo/9.0.0/standard.yaml", standard},
                     {"standards/device-types/Generic/Tap-4.yaml", tap_type}});
}

inline const Cable& cable(const Trial& trial, const std::string& id) {
    for (const Cable& one : trial.intent().cables)
        if (one.id.value == id) return one;
    throw std::runtime_error("no cable " + id);
}

inline std::string ends(const Cable& cable) {
    const auto text = [](const CableEnd& end) {
        return end.port ? end.port->value : end.text.value_or("");
    };
    return text(cable.a) + " -- " + text(cable.b);
}

/// The cables of a way, as `id: from -- to`.
inline std::vector<std::string> pieces(const Trial& trial, const std::string& way) {
    std::vector<std::string> out;
    for (const Cable& one : trial.intent().cables)
        if (one.path == way) out.push_back(one.id.value + ": " + ends(one));
    return out;
}

}  // namespace colo::tests
