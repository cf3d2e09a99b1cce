// What could not be placed, and the one error for each role that explains it.
#pragma once

#include "intent/generator/placement.h"

namespace colo::generator {

/// Collects what was tried in vain.
class Missed {
public:
    void note(const WorkDevice& device, int rack, Shortage lacks) {
        shortages_[device.role_name + "/" + device.scope][rack] = std::move(lacks);
    }
    void lost(int device) { devices_.push_back(device); }

    const std::vector<int>& devices() const { return devices_; }
    /// By rack, what was short there.
    const std::map<int, Shortage>& shortages(const WorkDevice& device) const {
        static const std::map<int, Shortage> nothing;
        const auto found = shortages_.find(device.role_name + "/" + device.scope);
        return found == shortages_.end() ? nothing : found->second;
    }

private:
    std::vector<int> devices_;
    std::map<std::string, std::map<int, Shortage>> shortages_;
};

void report_no_room(Workbench& bench, const Missed& missed);

}  // namespace colo::generator
