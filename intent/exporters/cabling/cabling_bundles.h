// The cables between racks of a site as bundles: what one pulls in one go.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/cabling/cabling.h"

namespace colo::exporters::cabling {

/// Cables of one kind and medium between the same two places. A place is a number: that of a rack
/// in `Bundles::racks`, or behind the last: outside.
struct Bundle {
    std::size_t from = 0, to = 0;  ///< from <= to
    CableKind kind = CableKind::data;
    std::string media;
    std::vector<const Cable*> cables;  ///< by label, in natural order

    std::string what() const;    ///< `12 x om4-lc 5-10 m`
    std::string labels() const;  ///< `C-0101 ... C-0112`
};

struct Bundles {
    std::vector<const Rack*> racks;  ///< those with such cables, by row and position
    bool has_outside = false;
    std::vector<Bundle> bundles;  ///< by their places, kind and medium
    std::map<CableKind, std::size_t> kinds;
    std::size_t cable_count = 0;

    std::size_t places() const { return racks.size() + (has_outside ? 1 : 0); }
    std::string place_name(std::size_t place) const {
        return place < racks.size() ? racks[place]->name : "outside";
    }
};

Bundles bundles_of(const Intent& intent, const CableEnds& ends);

}  // namespace colo::exporters::cabling
