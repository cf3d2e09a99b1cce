// Which devices and ports a selector means.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

using definition::Selector;

/// Answers selectors over placed devices; looks each role's devices up by what they share.
class Selection {
public:
    explicit Selection(const Workbench& bench) : bench_(bench) {}

    /// Devices of the selector's roles, labels, member; by role in natural order, then by number.
    std::vector<int> devices(const Selector& selector) const;

    /// Those of them that share with `near` what `same` says; `near` none: no such limit.
    std::vector<int> devices_beside(const Selector& selector, int near) const;

    /// Ports of the selector's groups that the device has: groups in the selector's order, ports in
    /// list order.
    struct GroupPort {
        const std::string* group;
        int place;  ///< from 1
        int port;
    };
    const std::vector<GroupPort>& ports(const Selector& selector, const WorkDevice& device) const;

private:
    std::string shared_key(const std::string& same, const WorkDevice& device) const;
    using ByKey = std::unordered_map<std::string, std::vector<int>>;
    const ByKey& index(const Selector& selector) const;

    const Workbench& bench_;
    mutable std::map<const Selector*, ByKey> indices_;  ///< devices by what they share
    mutable std::map<std::pair<const Selector*, const Hardware*>, std::vector<GroupPort>> ports_;
};

}  // namespace colo::generator
