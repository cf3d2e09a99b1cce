// The keys of a hardware file, as NetBox and the community's library know them (its schema/
// folder).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "intent/definition/hardware.h"

namespace colo::definition {

/// What a hardware file describes; the folder above it tells (device-types/, ...).
enum class HardwareKind : std::uint8_t { device_type, module_type, rack_type };

/// `device-types`, `module-types`, `rack-types`.
std::string_view folder_of(HardwareKind kind);

/// The keys that a file of this kind may have at its top.
std::span<const std::string_view> known_keys(HardwareKind kind);

/// A list of parts: ports, bays, items.
struct Section {
    std::string_view key;
    std::optional<PortTable> ports;  ///< the ports that it lists, if it lists ports
    std::span<const std::string_view> keys;
};
std::span<const Section> all_sections();
const Section& section(std::string_view key);

/// A key of one section's parts that names a part of another.
struct PartReference {
    std::string_view from, key, to;
    std::string_view what;  ///< what is named, for messages: `a rear port`
};
std::span<const PartReference> part_references();

}  // namespace colo::definition
