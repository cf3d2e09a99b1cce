// What stands, and who hangs on whom: ways between devices, inlets on feeds, sleds in chassis.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "intent/base/flat_map.h"
#include "intent/model/intent.h"

namespace colo::plan {

/// Cables that lead from one device to another, through taps and panels where there are several.
/// A rule's from-device hangs on its to-device.
struct Way {
    std::vector<const Cable*> pieces;
    std::string_view from, to;  ///< devices; empty for what is not ours
    const Circuit* circuit = nullptr;

    const Cable& first() const { return *pieces.front(); }
};

class Standing {
public:
    using Places = std::vector<std::uint32_t>;

    /// The intent must live as long as this.
    explicit Standing(const Intent& intent);

    const std::vector<Way>& ways() const { return ways_; }
    /// Those that touch a device, at their ends or between: places in `ways`.
    const Places& ways_at(std::string_view device) const { return found(at_device_, device); }
    const Places& ways_of_cable(std::string_view cable) const { return found(of_cable_, cable); }
    /// The ways of one rule by which a device hangs on others.
    const Places& siblings(std::uint32_t way) const { return groups_[group_of_way_[way]]; }
    /// A number that ways of one device and rule share, below `ways().size()`.
    std::uint32_t group(std::uint32_t way) const { return group_of_way_[way]; }

    const Device* device(std::string_view id) const;
    /// Its inlets; places in Intent::power_ports.
    const Places& inlets(std::string_view device) const { return found(inlets_, device); }
    /// Nobody feeds it and it feeds nobody: a panel, a tap.
    bool is_passive(const Device& device) const;
    /// Members of a pair, those in a rack, and those in bays: places in Intent::devices.
    const Places& members(std::string_view pair) const { return found(pairs_, pair); }
    const Places& in_rack(std::string_view rack) const { return found(racks_, rack); }
    const Places& in_bays(std::string_view device) const { return found(bays_, device); }

    const Intent& intent() const { return intent_; }

private:
    using ByName = FlatMap<std::string_view, Places>;
    static const Places& found(const ByName& map, std::string_view name);
    void add_ways();
    void add_way(Way way);
    void group_ways();
    void add_devices();

    const Intent& intent_;
    std::vector<Way> ways_;
    std::vector<std::uint32_t> group_of_way_;
    std::vector<Places> groups_;
    ByName at_device_, of_cable_, inlets_, pairs_, racks_, bays_, outlets_;
    FlatMap<std::string_view, std::uint32_t> devices_;
};

}  // namespace colo::plan
