// One side of a rack as cells: which rows of a worksheet each device takes, and what it says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/exporters/rack_layout.h"
#include "intent/exporters/role_marks.h"
#include "intent/exporters/workbook/book.h"

namespace colo::sheets::xlsx {

/// All that the drawing of a rack needs.
struct RackBlock {
    const Rack& rack;
    const exporters::RoleMarks& marks;
    const std::map<DeviceId, std::vector<const Device*>>& inside;  ///< devices in bays, by parent
    int rows_of_unit = 1;  ///< 2: there is a device that begins or ends in the middle of a unit

    RowNumber rows() const { return static_cast<RowNumber>(rack.units * rows_of_unit); }
};

/// Cells of one column that are one: rows from the top of the rack, from 0, the last included.
struct Span {
    RowNumber first = 0, last = 0;
    std::string text;
    Look look;
};

/// Every row of the rack exactly once, from the top down: devices, reserved units, free units.
/// `width` is in characters.
std::vector<Span> face_spans(const RackBlock& block, const std::vector<exporters::Seen>& seen,
                             double width);

/// `2 ams1-leaf-01`: the key of its role, and its name.
std::string named(const RackBlock& block, const Device& device);
Look role_look(const exporters::RoleMark& mark);

}  // namespace colo::sheets::xlsx
