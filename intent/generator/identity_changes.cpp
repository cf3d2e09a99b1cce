// A role that got or lost its count, which changes the identities of its devices.
#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

/// What the device would be called if its role had no count, or had one.
std::string other_identity(const WorkDevice& device) {
    if (device.ordinal == 0) return device.id + ".1";
    return device.ordinal == 1 ? device.id.substr(0, device.id.size() - 2) : std::string();
}

/// `leaf.*` for one of a scope; the scope's fields as `*`.
std::string pattern_of(const WorkDevice& device, bool counted) {
    std::string pattern = device.role_name;
    if (!device.scope.empty())
        for (std::ptrdiff_t i = 0; i <= std::count(device.scope.begin(), device.scope.end(), '.');
             ++i)
            pattern += ".*";
    return counted ? pattern + ".1" : pattern;
}

std::string others_too(std::size_t others) {
    if (others == 0) return {};
    return others == 1 ? ", and so was 1 other" : fmt::format(", and so were {} others", others);
}

/// What was moved to an identity that there is not would be lost without a word.
void check_moved_devices(Workbench& bench) {
    for (const MovedDevice& moved : bench.moved_devices) {
        if (bench.device_index.contains(moved.to)) continue;
        Diagnostic& problem = bench.out.error(
            "moved-clash", moved.at,
            fmt::format("{} cannot become {}: the site has no such device", moved.from, moved.to));
        problem.object = moved.to;
        if (bench.ledger.earlier(AllocationKind::retired, moved.to))
            problem.detail = {fmt::format("{} is retired, or was moved away before", moved.to)};
        problem.hint = "raise the role's count, or move to an identity that it has and nobody had";
    }
}

}  // namespace

void find_identity_changes(Workbench& bench) {
    check_moved_devices(bench);
    std::map<std::string, std::vector<const WorkDevice*>, NaturalLess> by_role;
    for (const WorkDevice& device : bench.devices) {
        if (device.is_panel()) continue;
        const std::string other = other_identity(device);
        if (!other.empty() && !bench.device_index.contains(other) &&
            !bench.ledger.earlier(AllocationKind::number, device.id) &&
            bench.ledger.earlier(AllocationKind::number, other))
            by_role[device.role_name].push_back(&device);
    }
    for (const auto& [role, devices] : by_role) {
        const WorkDevice& first = *devices.front();
        const bool counted = first.ordinal > 0;
        Diagnostic& problem = bench.out.error(
            "identity-changed", first.role->at,
            fmt::format("{} was called {} when this site was last applied{}", first.id,
                        other_identity(first), others_too(devices.size() - 1)));
        problem.object = first.id;
        problem.detail = {counted ? "devices of a role with a count end in .1, .2, ..."
                                  : "devices of a role without a count have no ordinal"};
        problem.hint =
            fmt::format("say that they are the same: moved: [{{from: \"{}\", to: \"{}\"}}]",
                        pattern_of(first, !counted), pattern_of(first, counted));
    }
}

}  // namespace colo::generator
