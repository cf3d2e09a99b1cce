// Which changes take something that stands out of service while they are made.
#pragma once

#include <string>
#include <vector>

#include "intent/plan/plan.h"

namespace colo::plan {

/// One thing that is worked on, and out of service meanwhile: a rack or device with what it holds,
/// a cable, a network, an address, a session.
struct OutOfService {
    const Change* change = nullptr;
    std::string table, id, name;  ///< a port's cable stands for the port
    Work work = Work::record;
};

/// In the order of the changes, each thing once. A cable at a device that is itself worked on is
/// part of that.
std::vector<OutOfService> out_of_service(const Intent& before, const Intent& after,
                                         const std::vector<Change>& changes);

}  // namespace colo::plan
