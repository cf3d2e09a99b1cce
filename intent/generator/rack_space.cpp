#include "intent/generator/rack_space.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::generator {

namespace {

bool takes(const Hardware& hardware, Face face, Face asked) {
    return hardware.depth == Depth::full || face == asked;
}

constexpr std::size_t side(Face face) { return face == Face::front ? 0 : 1; }

}  // namespace

RackSpace::RackSpace(const WorkRack& rack, const std::vector<ReservedUnits>& reserved)
    : rack_(rack) {
    const auto halves = static_cast<std::size_t>(rack.units) * 2;
    for (std::size_t face = 0; face < 2; ++face) {
        depth_[face].assign(halves, Length{});
        blocked_[face].assign(halves, "");
    }
    for (const ReservedUnits& units : reserved)
        for (std::int64_t half = (units.first - 1) * 2; half < units.last * 2; ++half)
            if (half >= 0 && half < static_cast<std::int64_t>(halves))
                depth_[0][static_cast<std::size_t>(half)] =
                    depth_[1][static_cast<std::size_t>(half)] = rack.depth;
}

Length RackSpace::needed(const Hardware& hardware) const {
    if (hardware.known_depth) return *hardware.known_depth + depth_of_cords;
    return hardware.depth == Depth::full ? rack_.depth : rack_.depth / 2;
}

std::optional<Length> RackSpace::too_deep(const Hardware& hardware, Face face, int half_unit,
                                          const std::string& owner) const {
    const auto height = static_cast<int>(hardware.height.value);
    if (half_unit < 0 || half_unit + height > halves()) return std::nullopt;
    Length behind{0};  // what reaches into the rack from the other face
    for (int half = half_unit; half < half_unit + height; ++half)
        for (const Face other : {Face::front, Face::rear}) {
            const Length taken = depth_[side(other)][at(half)];
            const std::string& blocker = blocked_[side(other)][at(half)];
            if (!takes(hardware, face, other))
                behind = std::max(behind, taken);
            else if (taken.value > 0 || (!blocker.empty() && blocker != owner))
                return std::nullopt;
        }
    return std::max(behind + needed(hardware) - rack_.depth, Length{0});
}

bool RackSpace::is_free(const Hardware& hardware, Face face, int half_unit,
                        const std::string& owner) const {
    return too_deep(hardware, face, half_unit, owner) == Length{0};
}

std::optional<Length> RackSpace::depth_short(const Hardware& hardware, Face face,
                                             const std::string& owner) const {
    std::optional<Length> least;
    for (int half = 0; half < halves(); half += 2)
        if (const auto lacks = too_deep(hardware, face, half, owner))
            least = std::min(least.value_or(*lacks), *lacks);
    return least;
}

int RackSpace::find(const Hardware& hardware, Face face, bool from_top,
                    const std::string& owner) const {
    const auto height = static_cast<int>(hardware.height.value);
    const int step = height % 2 == 0 ? 2 : 1;
    int highest = halves() - height;
    if (step == 2) highest -= highest % 2;
    for (int tried = 0; tried <= highest; tried += step) {
        const int half = from_top ? highest - tried : tried;
        if (is_free(hardware, face, half, owner)) return half;
    }
    return none;
}

void RackSpace::take(const Hardware& hardware, Face face, int half_unit) {
    for (int half = half_unit; half < half_unit + hardware.height.value; ++half)
        for (const Face other : {Face::front, Face::rear})
            if (takes(hardware, face, other) && half >= 0 && half < halves())
                depth_[side(other)][at(half)] = needed(hardware);
}

void RackSpace::block(int half_unit, int height, bool front, bool rear, const std::string& owner) {
    for (int half = std::max(half_unit, 0); half < half_unit + height && half < halves(); ++half) {
        if (front) blocked_[0][at(half)] = owner;
        if (rear) blocked_[1][at(half)] = owner;
    }
}

int RackSpace::free_units() const {
    int free = 0;
    for (int half = 0; half + 1 < halves(); half += 2)
        if (depth_[0][at(half)].value == 0 && depth_[0][at(half) + 1].value == 0 &&
            depth_[1][at(half)].value == 0 && depth_[1][at(half) + 1].value == 0)
            ++free;
    return free;
}

int RackSpace::freed_units(const Hardware& hardware, Face face, const std::string& owner) const {
    int freed = 0;
    for (int half = 0; half + 1 < halves(); half += 2) {
        bool is_free = true, was_taken = false;
        for (const int one : {half, half + 1})
            for (const Face other : {Face::front, Face::rear}) {
                if (!takes(hardware, face, other)) continue;
                const std::string& blocker = blocked_[side(other)][at(one)];
                is_free = is_free && depth_[side(other)][at(one)].value == 0;
                was_taken = was_taken || (!blocker.empty() && blocker != owner);
            }
        if (is_free && was_taken) ++freed;
    }
    return freed;
}

PowerBook::PowerBook(const WorkRack& rack) : rack_(rack) {
    normal_.resize(rack.feeds.size());
    lost_.assign(rack.feeds.size(), std::vector<Power>(rack.feeds.size()));
}

/// What a device adds to `feed` when `lost` is gone (none: nothing is): its draw is shared evenly
/// by the feeds that it is still corded to.
Power PowerBook::added(const std::set<int>& feeds, int feed, int lost, Power draw) const {
    if (!feeds.contains(feed) || feed == lost) return {};
    const auto left = static_cast<std::int64_t>(feeds.size()) - (feeds.contains(lost) ? 1 : 0);
    return left > 0 ? draw / left : Power{};
}

std::optional<Shortage> PowerBook::shortage(const std::set<int>& feeds, Power budget,
                                            Power failover) const {
    std::optional<Shortage> worst;
    const auto note = [&](Power load, int feed, int lost) {
        const Power over = load - rack_.capacity[at(feed)];
        if (over.value <= 0 || (worst && worst->size >= over.value)) return;
        std::string text = fmt::format("{} on feed {}", to_text(over), rack_.feeds[at(feed)]);
        if (lost != none) text += fmt::format(" with feed {} lost", rack_.feeds[at(lost)]);
        worst = Shortage{Shortage::Kind::power, text, over.value};
    };
    const auto count = static_cast<int>(rack_.feeds.size());
    for (int feed = 0; feed < count; ++feed) {
        note(normal_[at(feed)] + added(feeds, feed, none, budget), feed, none);
        for (int lost = 0; lost < count; ++lost)
            if (lost != feed)
                note(lost_[at(lost)][at(feed)] + added(feeds, feed, lost, failover), feed, lost);
    }
    return worst;
}

void PowerBook::add(const std::set<int>& feeds, Power budget, Power failover) {
    const auto count = static_cast<int>(rack_.feeds.size());
    for (int feed = 0; feed < count; ++feed) {
        normal_[at(feed)] += added(feeds, feed, none, budget);
        for (int lost = 0; lost < count; ++lost)
            if (lost != feed) lost_[at(lost)][at(feed)] += added(feeds, feed, lost, failover);
    }
}

Power PowerBook::spare() const {
    std::optional<Power> least;
    for (std::size_t feed = 0; feed < rack_.feeds.size(); ++feed) {
        Power load = normal_[feed];
        for (std::size_t lost = 0; lost < rack_.feeds.size(); ++lost)
            if (lost != feed) load = std::max(load, lost_[lost][feed]);
        const Power left = rack_.capacity[feed] - load;
        if (!least || left < *least) least = left;
    }
    return least.value_or(Power{});
}

std::string mating_outlet(const std::string& inlet) {
    static const std::map<std::string, std::string> pairs{
        {"iec-60320-c6", "iec-60320-c5"},   {"iec-60320-c8", "iec-60320-c7"},
        {"iec-60320-c14", "iec-60320-c13"}, {"iec-60320-c16", "iec-60320-c15"},
        {"iec-60320-c20", "iec-60320-c19"}, {"iec-60320-c22", "iec-60320-c21"}};
    if (const auto found = pairs.find(inlet); found != pairs.end()) return found->second;
    if (inlet.starts_with("nema-") && inlet.ends_with('p'))
        return inlet.substr(0, inlet.size() - 1) + "r";
    return "";
}

}  // namespace colo::generator
