// Elevations as drawings, and ways to look into them.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/elevation.h"

namespace colo::exporters {

/// The elevation of one of the site's racks, by its place in the table.
inline Drawing drawn(const Intent& site, std::size_t rack = 0, std::int64_t revision = 7) {
    std::vector<const Device*> devices;
    for (const Device& one : site.devices)
        if (one.rack == site.racks[rack].id) devices.push_back(&one);
    const Places places(site);
    const RoleMarks marks(site);
    return elevation({site.head, revision, site.racks[rack], devices, places, marks});
}

/// Calls `see` with every shape of a kind, those in groups too.
template <class Kind, class See>
void each(const std::vector<Shape>& shapes, See see) {
    for (const Shape& shape : shapes) {
        if (const auto* one = std::get_if<Kind>(&shape.what)) see(*one);
        if (const auto* group = std::get_if<Group>(&shape.what)) each<Kind>(group->shapes, see);
    }
}

inline std::vector<std::string> texts(const Drawing& drawing) {
    std::vector<std::string> out;
    each<Text>(drawing.shapes, [&](const Text& text) { out.push_back(text.content); });
    return out;
}

}  // namespace colo::exporters
