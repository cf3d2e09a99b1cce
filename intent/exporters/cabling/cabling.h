// Pictures of cabling: how each rack is wired, and which bundles run between the racks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intent/exporters/cable_ends.h"
#include "intent/exporters/drawing.h"
#include "intent/exporters/places.h"

namespace colo::exporters {

/// The cables and devices of an intent by rack. Built once for all pictures of an intent, which
/// must outlive it, as must the ends.
class CablingIndex {
public:
    CablingIndex(const Intent& intent, const CableEnds& ends);

    /// Cables with an end in the rack or with both, each once, sorted by id.
    const std::vector<const Cable*>& cables(const RackId& rack) const;
    /// Devices in the rack, sorted by id.
    const std::vector<const Device*>& devices(const RackId& rack) const;
    /// Which end of a cable others gather at: the one with the higher rank. An outlet and a console
    /// server's port are above all; a power or console port and one for management only rank 0;
    /// between these, the number of such ports that the device has.
    std::int64_t rank(const CableEnd& end) const;
    static constexpr std::int64_t serves = 1'000'000;  ///< the rank of an outlet

private:
    enum class PortUse : std::uint8_t { serves, served, network, panel };

    std::unordered_map<RackId, std::vector<const Cable*>> cables_;
    std::unordered_map<RackId, std::vector<const Device*>> devices_;
    std::unordered_map<std::string_view, PortUse> ports_;
    std::unordered_map<std::string_view, std::int64_t> network_ports_, panel_ports_;  // by device
};

using CableColours = std::map<CableKind, std::string>;  ///< `#rrggbb`; else our own

/// The paper's short and long side.
struct CablingPaper {
    Micrometres narrow = mm(210), wide = mm(297);
};

/// One rack to be drawn. What is pointed at must outlive the call.
struct CablingView {
    const Intent& intent;
    std::int64_t revision = 0;  ///< 0: not applied
    const Rack& rack;
    const Places& places;  ///< its numbering says where U1 is
    const CableEnds& ends;
    const CablingIndex& index;
    CablingPaper paper;
    CableColours colours;
    std::string title;  ///< heads each page; empty: `SITE  RACK  cabling`
};

/// The cabling of a rack, on as many pages as it takes. Rows are the rack's devices from the top
/// down; lanes are the devices that many of them are wired to; at the right stand the cables that
/// leave the rack or go straight from one device to another. Texts are whole, on several lines
/// where they are long, and never smaller than 1.8 mm; only endless titles (more than eight lines)
/// and heads of lanes (ten: the device's row has the name) are shortened. Margins of 10 mm are
/// empty, and 8 mm more at the bottom for a footer. A cable is a group with a title that says all
/// of it.
std::vector<Drawing> rack_cabling(const CablingView& view);

/// The cabling between racks of a site.
struct SiteCablingView {
    const Intent& intent;
    std::int64_t revision = 0;  ///< 0: not applied
    const CableEnds& ends;
    CablingPaper paper;
    CableColours colours;
    std::string title;  ///< heads each page; empty: `SITE  cabling between racks`
};

/// Racks are columns in the order of row and position; each bundle (the cables of one kind and
/// medium between the same two racks) is a bar between its two. What is not in a rack of ours is at
/// the column `outside`. Landscape; margins and texts as above; a bundle's line has its racks'
/// names whole, the heads of columns are shortened to 30 mm.
std::vector<Drawing> site_cabling(const SiteCablingView& view);

}  // namespace colo::exporters
