// What port types of the device type library can do.
#pragma once

#include <optional>
#include <string_view>

#include "intent/base/units.h"

namespace colo::generator {

/// The speed in a type's name: `25gbase-x-sfp28` is 25G, `1000base-t` 1G; nothing for `lc`.
std::optional<Speed> speed_of_type(std::string_view type);

/// What a port runs at, at most: what its model says, else its type.
inline std::optional<Speed> speed_of(const PortSpec& port) {
    return port.speed ? port.speed : speed_of_type(port.type);
}

}  // namespace colo::generator
