// The order of work as lists of things: what disturbs nothing that stands, then what does, one
// thing at a time, then what needed room that was made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"

namespace colo::sheets {

/// Indices into Desk::devices and Desk::cables.
using Indices = std::vector<std::size_t>;

/// Things that are built without touching what stands.
struct Heap {
    Indices devices, cables;
};

/// Work that takes something that stands out of service. All of it is at one device: that device
/// itself is worked on, or cables that end at it. So of a redundant pair, and of the paths of any
/// other device, never more than one is out, for the next block begins when this one is proven.
struct Block {
    DeviceId at;
    std::string pair;   ///< that the device belongs to; empty: none
    Indices devices;    ///< the device, with what is put into it, where they are worked on
    Indices unplugged;  ///< cables that are pulled
    Indices plugged;    ///< cables that are plugged in
    Heap newcomers;     ///< what stands where, or plugs in where, this block made room
};

struct Stages {
    Heap undisturbing;
    std::vector<Block> blocks;
    Indices device_labels, cable_labels;
};

Stages stages_of(const Desk& desk);

/// Whether two devices cannot be in the rack at once. Faces and depths are left out of account: a
/// newcomer that waits a little does no harm.
bool are_in_each_others_way(const Device& standing, const Device& newcomer);

}  // namespace colo::sheets
