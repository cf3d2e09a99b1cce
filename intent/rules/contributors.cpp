#include "intent/rules/contributors.h"

namespace colo::rules {

std::string people_role(const Device& device, std::size_t count) {
    std::string out = device.role ? *device.role : device.model;
    if (device.role) std::replace(out.begin(), out.end(), '-', ' ');
    if (count == 1) return out;
    const bool hisses = out.ends_with("s") || out.ends_with("x") || out.ends_with("ch");
    return out + (hisses ? "es" : "s");
}

}  // namespace colo::rules
