// Whether a medium does for a cable: plugs, speed, reach, stock.
#pragma once

#include "intent/generator/workbench.h"

namespace colo::generator {

/// What a cable meets at the ports that it is plugged into.
struct Ends {
    std::vector<std::string> types;  ///< of the ends that are ours
    std::optional<Speed> slower;     ///< of those that have a speed
    std::optional<Speed> wanted;     ///< what a circuit was ordered with
    int lane_ends = 0;
    int lanes = 0;  ///< of the port that one of them is a lane of
};

bool fits(const definition::MediumEntry& medium, const std::string& type);

/// Stocked lengths: its own, or those of the fibre or cord between its transceivers.
const std::vector<Length>& lengths_of(const Workbench& bench,
                                      const definition::MediumEntry& medium);

/// The shortest stocked length that spans a route and that the medium reaches.
std::optional<Length> stocked(const Workbench& bench, const definition::MediumEntry& medium,
                              Length route);

/// What the medium lacks for these ends; empty when nothing.
std::string lacks_at(const definition::MediumEntry& medium, const Ends& ends);
/// What it lacks for the route as a whole: reach.
std::string lacks_reach(const definition::MediumEntry& medium, Length route);
/// What it lacks for a piece of that route: stock.
std::string lacks_stock(const Workbench& bench, const definition::MediumEntry& medium,
                        Length route);

/// What an earlier plan laid: `5000 mm mm-25g`.
struct KeptCable {
    std::optional<Length> length;
    std::string medium;
};
KeptCable kept_cable(const Workbench& bench, const std::string& id);

/// The kept length of the cable of this id, while it is long enough for `reach` and no longer than
/// the next size up but one.
std::optional<Length> kept_length(const Workbench& bench, const std::string& id,
                                  const definition::MediumEntry& medium, Length reach);

/// Of a cable whose far end is at `b`: by the feed there, else the medium's own.
std::string colour_of(const Workbench& bench, const definition::MediumEntry& medium,
                      const PortRef& b);

}  // namespace colo::generator
