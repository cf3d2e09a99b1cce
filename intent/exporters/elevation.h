// The elevation of a rack: front and rear as one sees them, with what it carries and what is free.
#pragma once

#include "intent/exporters/drawing.h"
#include "intent/exporters/places.h"
#include "intent/exporters/rack_layout.h"
#include "intent/exporters/role_marks.h"

namespace colo::exporters {

/// One rack to be drawn. What is pointed at must outlive the call.
struct RackView {
    const SiteHead& head;
    std::int64_t revision = 0;  ///< 0: not applied
    const Rack& rack;
    std::vector<const Device*> devices;  ///< of this rack, sorted by id
    const Places& places;
    const RoleMarks& marks;
    const Code* code = nullptr;  ///< names the rack, at the top right corner; none: null
};

/// A page of A4 width and at most A4 height: header, front and rear side by side, legend and sums.
/// U1 is at the bottom. Texts are shortened to their boxes; a device's title has them whole.
Drawing elevation(const RackView& view);

}  // namespace colo::exporters
