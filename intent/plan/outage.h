// What one thing out of service takes from those that hang on it.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "intent/plan/standing.h"
#include "intent/plan/works.h"

namespace colo::plan {

class Outages {
public:
    /// Both must live as long as this. `after` tells what is not missed, as it goes.
    Outages(const Standing& standing, const Intent& after);

    void add(const OutOfService& work, std::vector<Risk>& out) const;

private:
    const Standing& standing_;
    const Intent& after_;
    /// Prefixes of each VLAN, and who has an address in each prefix: devices that stay.
    std::map<std::string_view, std::vector<std::string_view>> prefixes_, members_;
};

}  // namespace colo::plan
