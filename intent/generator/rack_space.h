// What is free in each rack: units on both faces, zero-U slots, weight, power and outlets.
#pragma once

#include <optional>
#include <set>

#include "intent/generator/workbench.h"

namespace colo::generator {

inline constexpr Length depth_of_cords{150};  ///< behind a device (language.md section 5)

/// Why a device does not fit a rack: `84 W on feed A with feed B lost`.
struct Shortage {
    enum class Kind {
        units,
        depth,
        rails,
        weight,
        airflow,
        feeds,
        power,
        outlets,
        apart,
        unit_taken
    };
    Kind kind = Kind::units;
    std::string text;
    std::int64_t size = 0;  ///< how much is short, to tell which rack is nearest to fitting
};

/// Units are counted in halves, from 0 at the rack's floor.
class RackSpace {
public:
    RackSpace(const WorkRack& rack, const std::vector<ReservedUnits>& reserved);

    /// Whether a run is free on the device's face, and deep enough behind it. `owner` may use what
    /// it freed itself.
    bool is_free(const Hardware& hardware, Face face, int half_unit,
                 const std::string& owner) const;
    /// The highest or lowest free run that starts at a whole unit, or none.
    int find(const Hardware& hardware, Face face, bool from_top, const std::string& owner) const;
    /// The least depth that is missing where a run is free on the device's own face; none where no
    /// run is.
    std::optional<Length> depth_short(const Hardware& hardware, Face face,
                                      const std::string& owner) const;
    void take(const Hardware& hardware, Face face, int half_unit);
    /// Keeps what an earlier plan gave to `owner` from everyone else.
    void block(int half_unit, int height, bool front, bool rear, const std::string& owner);

    int zero_u_left() const { return zero_slots_; }
    void take_zero_u() { --zero_slots_; }
    /// Whole units without anything on either face.
    int free_units() const;
    /// Whole units that are free on a face but for what others had there before this plan.
    int freed_units(const Hardware& hardware, Face face, const std::string& owner) const;
    int halves() const { return static_cast<int>(depth_[0].size()); }

    Mass weight{};

private:
    Length needed(const Hardware& hardware) const;
    /// How much too deep the device is for a run; none where something stands on its own face.
    std::optional<Length> too_deep(const Hardware& hardware, Face face, int half_unit,
                                   const std::string& owner) const;

    const WorkRack& rack_;
    std::vector<Length> depth_[2];  ///< by face: depth taken from it, 0 when free
    std::vector<std::string> blocked_[2];
    int zero_slots_ = 4;
};

/// Loads on the feeds of one rack, in normal work and with each feed lost.
class PowerBook {
public:
    explicit PowerBook(const WorkRack& rack);

    /// What is short if a device with these feeds and draws were added, if anything.
    std::optional<Shortage> shortage(const std::set<int>& feeds, Power budget,
                                     Power failover) const;
    void add(const std::set<int>& feeds, Power budget, Power failover);
    Power normal(int feed) const { return normal_[at(feed)]; }
    Power spare() const;  ///< the least that any feed has left with another lost

private:
    Power added(const std::set<int>& feeds, int feed, int lost, Power draw) const;

    const WorkRack& rack_;
    std::vector<Power> normal_;
    std::vector<std::vector<Power>> lost_;  ///< [lost feed][feed]
};

/// Free outlets of one rack by feed and the inlet type that they take.
using OutletStock = std::map<std::pair<int, std::string>, int>;

/// The outlet type that an inlet type goes into (IEC 60320: C14 into C13), empty when unknown.
std::string mating_outlet(const std::string& inlet_type);

}  // namespace colo::generator
