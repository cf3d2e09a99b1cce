// Ports as allocations keep them: by their place in a group of their device's model, so that
// another model in the same place keeps every cable's place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace colo {

/// `leaf.R03.1:servers/7`: the seventh port of the group.
std::string port_place_text(std::string_view device, std::string_view group, int place);

/// Several in one value, one space between them: `tap.1:line/3 tap.1:out/3`. A group's name may
/// hold spaces and slashes; a place ends with a slash and digits.
std::vector<std::string_view> port_places(std::string_view value);

}  // namespace colo
