// What stands at the ends of a cable: plugs, and the transceivers they go into.
#pragma once

#include <string>
#include <string_view>

#include "intent/exporters/sheet/job.h"

namespace colo::sheets {

struct Connector {
    std::string plug;         ///< of the cable: `LC`, `RJ45`, `SFP28`, `C13`
    std::string transceiver;  ///< that it goes into; empty: none

    bool operator==(const Connector&) const = default;
};

/// The end of a cable of this medium at a port of this type (names of the device type library).
/// A medium that the supplies do not know, and a port type without a known plug, are told by their
/// own names; both are empty for a port without a type.
Connector connector_at(std::string_view port_type, const std::string& medium,
                       const Supplies& supplies);

/// What is taken out of the box for a cable of this medium: the cord between two transceivers, else
/// the medium itself.
std::string cord_of(const std::string& medium, const Supplies& supplies);

}  // namespace colo::sheets
