// Reads files of the community's device type library. They are not ours: what is unknown or odd is
// survived with a warning; only what makes a file useless is an error.
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/definition/hardware.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

DeviceType read_device_type(const Node& document, Diagnostics& out);
ModuleType read_module_type(const Node& document, Diagnostics& out);
RackType read_rack_type(const Node& document, Diagnostics& out);

}  // namespace colo::definition
