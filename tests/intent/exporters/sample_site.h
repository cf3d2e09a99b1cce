// Intents for the tests of exporters: made by hand, with the corners that drawings and sheets have.
#pragma once

#include <string>

#include "intent/model/intent.h"

namespace colo::tests {

/// One rack, one switch, one server, one power strip and a few cables: every table has an entry.
Intent tiny_site();

/// Two racks. R01: 47 U, 12 servers, two leafs on the rear, a half-depth switch behind a half-depth
/// router in one unit, a panel, two zero-U strips, long names, feed B over its limit with A lost.
/// R02: 42 U, four strips, devices of half a unit, tall ones, no weight limit, one feed.
Intent sample_site();

/// Adds a device that stands in a rack; all else is to be set on what is returned.
Device& add_device(Intent& intent, const std::string& id, const std::string& role,
                   const std::string& rack, std::int64_t unit, std::int64_t half_units);
/// Adds a zero-U strip with two outlets on a feed (none: without outlets).
Device& add_strip(Intent& intent, const std::string& id, const std::string& rack,
                  const std::string& feed);
/// Adds an interface, and says its id.
PortId add_interface(Intent& intent, const std::string& device, const std::string& name);
/// The end of a cable at a port of ours.
CableEnd end_at(const PortId& port, const std::string& device, const std::string& name);

/// What the sites have beside racks and devices.
void add_cords(Intent& site, const std::string& server, const std::string& leaf_port);
void add_circuit(Intent& site);
void add_addressing(Intent& site);
void add_consoles(Intent& site);

}  // namespace colo::tests
