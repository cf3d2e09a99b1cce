// The load of each rack's feeds, worked out from the devices that hang on them.
//
// In normal work a device divides its draw evenly over the feeds it is corded to. With one of them
// lost it divides it evenly over those that remain; what hung on the lost feed alone is off.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/rules/contributors.h"
#include "intent/rules/rack_contents.h"

namespace colo::rules {

/// A device that draws power, and the feeds it is corded to: indices into RackPower::feeds.
struct Consumer {
    const Device* device;
    Power draw;
    std::vector<std::size_t> feeds;  ///< sorted, at least one
};

struct RackPower {
    RackContents contents;
    std::vector<std::string> feeds;
    std::vector<Power> capacity;
    std::vector<Consumer> consumers;

    /// What a consumer puts on a feed, with no feed or one other feed lost.
    static Power share(const Consumer& consumer, std::size_t feed, std::optional<std::size_t> lost);
    Power load(std::size_t feed, std::optional<std::size_t> lost) const;
    std::vector<Part<Power>> parts(std::size_t feed, std::optional<std::size_t> lost) const;
    /// The least that any feed has left with any other feed lost; normal work where there is one.
    Power spare_with_a_feed_lost() const;
};

/// `basis` is `typical` or `maximum`; a device without that figure counts with the other one. What
/// supplies power (`power_sources`) draws none of it.
std::vector<RackPower> power_of_racks(const Intent& intent, const Constraints& constraints,
                                      const std::string& basis);

/// The rack that can take most of `wanted` more devices like this one, by power with a feed lost
/// and by free units; the first in natural order that takes all.
Room room_elsewhere(const std::vector<RackPower>& racks, const Constraints& constraints,
                    const RackId& except, const Device& like, Power draw, std::int64_t wanted);

}  // namespace colo::rules
