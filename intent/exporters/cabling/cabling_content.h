// What the picture of a rack's cabling says, before it has a size: rows, columns, wires.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/exporters/cabling/cabling.h"

namespace colo::exporters::cabling {

/// A cable as a row and column tell it. `text_em` and `label_em` are the texts' widths in
/// thousandths of the font's size.
struct Wire {
    CableKind kind = CableKind::data;
    std::string text;   ///< own port, far port: `NIC1-1 -> Ethernet7`, with a true arrow
    std::string label;  ///< `C-0101`
    std::string title;
    bool is_own_lane = false;  ///< no cable: the row's device is the one that the lane leads to
    std::int64_t text_em = 0, label_em = 0;
};

enum class ColumnKind : std::uint8_t { lane, other, outside };
struct Column {
    ColumnKind kind = ColumnKind::lane;
    std::string head;                        ///< `U46 ams1-leaf-01`, `other racks`
    CableKind cable_kind = CableKind::data;  ///< of most of a lane's cables
};

struct ContentRow {
    const Device* device = nullptr;
    std::string place;                     ///< `U46`, `PDU-A`, `U42 Slot 1`; may be empty
    std::vector<std::vector<Wire>> cells;  ///< for each column, by own port
};

struct Content {
    std::vector<Column> columns;
    std::vector<ContentRow> rows;            ///< from the top of the rack down, zero-U ones last
    std::map<CableKind, std::size_t> kinds;  ///< how many of the rack's cables
    bool has_own_lanes = false, has_others = false;
};

/// Every cable of the rack is told once: in the lane of the end that others gather at, in the row
/// of the other. One that goes straight between two devices of the rack is told in both rows.
Content content_of(const CablingView& view);

}  // namespace colo::exporters::cabling
